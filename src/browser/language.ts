import browser from 'webextension-polyfill';
import type { Language } from '../ui/i18n';

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
