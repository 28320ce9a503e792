/** Texts of the pages. The browser's own i18n cannot switch at run time, so both files are bundled and a signal decides. */
import { batch, computed, signal } from '@preact/signals';
import type { Bilingual } from '../knowledge/schema';
import en from './texts/en.json';
import type workspaceZh from './texts/workspace/zh.json';
import zh from './texts/zh.json';

export type Language = 'zh' | 'en';
export type TextKey = keyof typeof zh | keyof typeof workspaceZh;

const texts: Record<Language, Partial<Record<TextKey, string>>> = { zh: { ...zh }, en: { ...en } };

/** Adds the texts of a surface that has more to say than the popup and the card. */
export function addTexts(more: Record<Language, Partial<Record<TextKey, string>>>): void {
  Object.assign(texts.zh, more.zh);
  Object.assign(texts.en, more.en);
}

export const language = signal<Language>('zh');
/** BCP 47 tag for `lang` attributes. */
export const languageTag = computed(() => (language.value === 'zh' ? 'zh-CN' : 'en'));

/**
 * A text in the current language; `$1`, `$2` … are replaced by the values, and of `{kind|kinds}` the first stands where
 * `$1` is one.
 */
export function t(key: TextKey, ...values: (string | number)[]): string {
  return (texts[language.value][key] ?? key)
    .replace(/\{([^|{}]*)\|([^|{}]*)\}/g, (_, one, several) => (Number(values[0]) === 1 ? one : several))
    .replace(/\$(\d)/g, (mark, digit) => String(values[Number(digit) - 1] ?? mark));
}

/** Several names in a row. */
export const listed = (names: readonly (string | number)[]): string => names.join(t('listSeparator'));

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
