import { effect } from '@preact/signals';
import { languageTag, type TextKey, t } from './i18n';

/** Keeps the document's language and title in step with the texts. */
export function keepDocument(title: TextKey): void {
  effect(() => {
    document.documentElement.lang = languageTag.value;
    document.title = `${t(title)} · ${t('appName')}`;
  });
}
