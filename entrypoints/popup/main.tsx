import { effect } from '@preact/signals';
import { render } from 'preact';
import { openDraftStore } from '../../src/browser/drafts';
import { loadLanguage, saveLanguage } from '../../src/browser/language';
import { isPopupWindow } from '../../src/browser/surface';
import { CheckForm } from '../../src/ui/check/CheckForm';
import { keepDraft } from '../../src/ui/check/draft';
import { keepReading } from '../../src/ui/check/reading';
import { Header } from '../../src/ui/Header';
import { language, languageTag } from '../../src/ui/i18n';

document.body.classList.toggle('popup', isPopupWindow());
language.value = await loadLanguage();
effect(() => {
  document.documentElement.lang = languageTag.value;
});
keepReading();
const erase = await keepDraft(await openDraftStore());

render(
  <>
    <Header
      onLanguage={(chosen) => {
        language.value = chosen;
        saveLanguage(chosen);
      }}
      onHide={async () => {
        await erase();
        window.close();
      }}
    />
    <CheckForm />
  </>,
  document.getElementById('app') as HTMLElement,
);
