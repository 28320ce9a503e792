import { useSignal } from '@preact/signals';
import { t } from '../i18n';
import { Ask } from './Ask';
import { Figures } from './Figures';
import { Filters } from './Filters';
import { forgetInbox, goOn } from './inbox';
import { MessageList } from './MessageList';
import { MessageView } from './MessageView';
import { Progress } from './Progress';
import { SaveMany } from './SaveMany';
import { Senders } from './Senders';
import { About, TakeFiles } from './Start';
import { files, overview, unfinished, work } from './state';
import { TakenFiles } from './Taken';

/** Empties the inbox after a second press: it cannot be brought back but by the files. */
function Empty() {
  const isAsked = useSignal(false);
  if (!isAsked.value) {
    return (
      <button type="button" class="button" onClick={() => (isAsked.value = true)}>
        {t('inboxEmpty')}
      </button>
    );
  }
  return (
    <p class="actions" role="alert">
      {t('inboxEmptyAsk')}
      <button type="button" class="button" onClick={forgetInbox}>
        {t('inboxEmptyYes')}
      </button>
      <button type="button" class="button" onClick={() => (isAsked.value = false)}>
        {t('cancel')}
      </button>
    </p>
  );
}

function Unfinished() {
  const why = unfinished.value;
  if (!why || work.value) return null;
  return (
    <p class="actions" role="status">
      {why === 'stopped' ? t('inboxScreeningStopped') : t('inboxUnexpected', why.name)}
      <button type="button" class="button" onClick={() => void goOn()}>
        {t('resume')}
      </button>
    </p>
  );
}

function Contents() {
  return (
    <>
      <Senders />
      {overview.value?.senders.length ? (
        <>
          <SaveMany />
          <h3>{t('inboxList')}</h3>
          <Filters />
          <Figures />
          <div class="sides">
            <div class="inbox-beside">
              <MessageList />
            </div>
            <div>
              <MessageView />
            </div>
          </div>
        </>
      ) : null}
    </>
  );
}

/** The import view: files of a phone, what in them looks like collection, and the way to keep it. */
export function InboxView() {
  const isFilled = files.value.length > 0;
  return (
    <>
      <h2>{t('view_inbox')}</h2>
      {!isFilled && <About />}
      <TakeFiles />
      <Ask />
      <Progress />
      <TakenFiles />
      <Unfinished />
      {isFilled && (
        <>
          <p class="small">{t('inboxUnsaved')}</p>
          <Empty />
          {overview.value && <Contents />}
        </>
      )}
    </>
  );
}
