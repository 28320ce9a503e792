import '../../src/ui/workspace/texts';
import { render } from 'preact';
import { followLanguage, saveLanguage } from '../../src/browser/language';
import { closeWhenHidden, hideEverything } from '../../src/browser/surface';
import { openWorkspaceDraft } from '../../src/browser/workspace';
import { lockWhenIdle } from '../../src/case/idle';
import { lockCases, lockHere } from '../../src/ui/case/cases';
import { mayKeep } from '../../src/ui/case/keeping';
import { forgetWords } from '../../src/ui/case/typed';
import { keepDraft } from '../../src/ui/check/draft';
import { keepReading } from '../../src/ui/check/reading';
import { Header } from '../../src/ui/Header';
import { forgetInbox } from '../../src/ui/inbox/inbox';
import { keepDocument } from '../../src/ui/page';
import { CheckView } from '../../src/ui/workspace/CheckView';
import { followAddress } from '../../src/ui/workspace/place';
import { keepChecking } from '../../src/ui/workspace/several';
import { Workspace } from '../../src/ui/workspace/Workspace';

await followLanguage();
keepDocument('workspaceTitle');
const { store, reason, cut, isPrivate } = await openWorkspaceDraft();
mayKeep.value = !isPrivate;
const erase = await keepDraft(store);
keepReading();
keepChecking();
closeWhenHidden(forgetWords);
followAddress();
// A page kept for going back must not keep what was imported.
addEventListener('pagehide', forgetInbox);
lockWhenIdle(window, () => void lockHere());

render(
  <>
    <Header
      onLanguage={saveLanguage}
      onHide={() => {
        forgetInbox();
        void hideEverything(erase, lockCases);
      }}
    />
    <Workspace check={<CheckView reason={reason === 'chosen' ? undefined : reason} cut={cut === true} />} />
  </>,
  document.getElementById('app') as HTMLElement,
);
