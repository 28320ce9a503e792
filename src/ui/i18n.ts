/** Texts of the pages. The browser's own i18n cannot switch at run time, so both files are bundled and a signal decides. */
import { batch, computed, signal } from '@preact/signals';
import type { Bilingual } from '../knowledge/schema';
import en from './texts/en.json';
import zh from './texts/zh.json';

export type Language = 'zh' | 'en';
export type TextKey = keyof typeof zh;

const texts: Record<Language, Record<TextKey, string>> = { zh, en };

export const language = signal<Language>('zh');
/** BCP 47 tag for `lang` attributes. */
export const languageTag = computed(() => (language.value === 'zh' ? 'zh-CN' : 'en'));

/** A text in the current language; `$1`, `$2` … are replaced by the values. */
export function t(key: TextKey, ...values: (string | number)[]): string {
  return texts[language.value][key].replace(/\$(\d)/g, (mark, digit) => String(values[Number(digit) - 1] ?? mark));
}

/** The current language's half of a text of the knowledge. */
export function pick(text: Bilingual): string {
  return text[language.value];
}

/** Renders something in Chinese whatever the language of the page: what goes to offices in China. */
export function inChinese<T>(render: () => T): T {
  return batch(() => {
    const before = language.value;
    language.value = 'zh';
    try {
      return render();
    } finally {
      language.value = before;
    }
  });
}
