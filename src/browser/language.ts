import browser from 'webextension-polyfill';
import { type Language, language } from '../ui/i18n';

const KEY = 'language';

/** The language the user chose, else the browser's: Chinese for any Chinese, English otherwise. */
export async function loadLanguage(): Promise<Language> {
  const { [KEY]: chosen } = await browser.storage.local.get(KEY);
  if (chosen === 'zh' || chosen === 'en') return chosen;
  return browser.i18n.getUILanguage().toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

export function saveLanguage(language: Language): Promise<void> {
  return browser.storage.local.set({ [KEY]: language });
}

/** Calls back when the language was changed on any page. To be called while a script starts, as all listeners. */
export function onLanguageChanged(changed: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (KEY in changes) changed();
  });
}

/** Sets the language of this page's texts, now and when it is changed elsewhere. */
export async function followLanguage(): Promise<void> {
  const follow = async () => {
    language.value = await loadLanguage();
  };
  onLanguageChanged(follow);
  await follow();
}
