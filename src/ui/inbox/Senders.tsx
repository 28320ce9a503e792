import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SenderSummary } from '../../intake/inbox/summary';
import type { OtherSender } from '../../intake/inbox/types';
import { t } from '../i18n';
import { look, openSender } from './inbox';
import { filter, overview, ticked, version } from './state';

const nameOf = ({ sender, name }: { sender: string; name?: string }): string =>
  [name, sender || t('entryNoSender')].filter(Boolean).join(' ');

function tick(sender: string): void {
  const next = new Set(ticked.value);
  if (!next.delete(sender)) next.add(sender);
  ticked.value = next;
}

function Sender({ summary }: { summary: SenderSummary }) {
  const { sender, messages, calls, firstDay, lastDay, verdicts, nightContacts, notScreened } = summary;
  return (
    <li class={`entry ${verdicts.found ? 'found' : verdicts.verify ? 'verify' : ''}`}>
      <label class="tick">
        <input type="checkbox" checked={ticked.value.has(sender)} onChange={() => tick(sender)} />{' '}
        <strong>
          <bdi>{nameOf(summary)}</bdi>
        </strong>
      </label>
      <p class="small">
        {t('inboxSenderCounts', messages, calls)} {firstDay && lastDay && t('inboxSenderDays', firstDay, lastDay)}
        <br />
        {t('inboxSenderVerdicts', verdicts.found, verdicts.verify, verdicts['nothing-found'])}{' '}
        {nightContacts > 0 && t('inboxSenderNight', nightContacts)}{' '}
        {notScreened > 0 && t('inboxSenderUnscreened', notScreened)}
      </p>
      <button
        type="button"
        class="button"
        aria-pressed={filter.value.sender === sender}
        onClick={() => {
          const { sender: before, ...rest } = filter.value;
          filter.value = before === sender ? rest : { ...rest, sender };
        }}
      >
        {t('inboxOnlySender')}
      </button>
    </li>
  );
}

const PAGE = 20;

/** Everybody else, unnamed until asked for: these are mostly private chats, codes and parcels. */
function Others({ count }: { count: number }) {
  const isOpen = useSignal(false);
  const words = useSignal('');
  const most = useSignal(PAGE);
  const found = useSignal<{ readonly total: number; readonly items: readonly OtherSender[] }>({ total: 0, items: [] });
  useEffect(() => {
    if (!isOpen.value) return;
    void look('others', words.value.trim(), 0, most.value).then((others) => {
      if (others) found.value = others;
    });
  }, [isOpen.value, words.value, most.value, version.value]);
  const { total, items } = found.value;
  return (
    <details class="inbox-others" onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>{t('inboxOthers', count)}</summary>
      {isOpen.value && (
        <>
          <p class="small">{t('inboxOthersNote')}</p>
          <label>
            <span>{t('inboxOthersSearch')}</span>{' '}
            <input type="search" value={words.value} onInput={(event) => (words.value = event.currentTarget.value)} />
          </label>
          <ul class="plain">
            {items.map((other) => (
              <li key={other.sender} class="actions">
                <bdi>{nameOf(other)}</bdi> <span class="small">{t('inboxOtherRows', other.rows)}</span>
                <button
                  type="button"
                  class="button"
                  aria-label={`${t('inboxOpenSender')} ${nameOf(other)}`}
                  onClick={() => void openSender(other.sender)}
                >
                  {t('inboxOpenSender')}
                </button>
              </li>
            ))}
          </ul>
          {total > items.length && (
            <button type="button" class="button" onClick={() => (most.value += PAGE)}>
              {t('caseMore', total - items.length)}
            </button>
          )}
        </>
      )}
    </details>
  );
}

/** Who looks like collection, in one line of figures each; the others only by choice. */
export function Senders() {
  const { senders = [], collecting = 0, others = 0, readerFailed = false } = overview.value ?? {};
  return (
    <section>
      <h3>{t('inboxSenders', collecting)}</h3>
      <p class="small">{t(collecting ? 'inboxSendersNote' : 'inboxSendersNone')}</p>
      {readerFailed && <p>{t('readerFailed')}</p>}
      <ul class="entries">
        {senders.map((summary) => (
          <Sender key={summary.sender} summary={summary} />
        ))}
      </ul>
      {others > 0 && <Others count={others} />}
    </section>
  );
}
