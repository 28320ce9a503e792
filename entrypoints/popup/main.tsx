import { render } from 'preact';
import { openDraftStore } from '../../src/browser/drafts';
import { followLanguage, saveLanguage } from '../../src/browser/language';
import {
  checkPageBehind,
  closeWhenHidden,
  continueInWorkspace,
  hideEverything,
  isPopupWindow,
} from '../../src/browser/surface';
import { CheckForm } from '../../src/ui/check/CheckForm';
import { draft, keepDraft } from '../../src/ui/check/draft';
import { keepReading } from '../../src/ui/check/reading';
import { Header } from '../../src/ui/Header';
import { keepDocument } from '../../src/ui/page';
import { OpenPlace } from '../../src/ui/result/GuideLinks';

const inWindow = isPopupWindow();
document.body.classList.toggle('popup', inWindow);
await followLanguage();
keepDocument('check');
keepReading();
const erase = await keepDraft(await openDraftStore());
closeWhenHidden();

render(
  <>
    <Header onLanguage={saveLanguage} onHide={() => void hideEverything(erase)} />
    <OpenPlace.Provider value={(place) => void continueInWorkspace(draft.value, place)}>
      <CheckForm
        onWorkspace={() => continueInWorkspace(draft.value)}
        onCheckPage={inWindow ? checkPageBehind : undefined}
      />
    </OpenPlace.Provider>
  </>,
  document.getElementById('app') as HTMLElement,
);
