import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Sent } from '../../case/types';
import { knowledge } from '../../knowledge';
import { draftFiles } from '../../knowledge/drafts';
import { chinaDay } from '../../screen/clock';
import { pick, t } from '../i18n';
import { linkTo } from '../workspace/address';
import { act, type OpenCase } from './cases';
import { isDue } from './due';
import { fits, TextField } from './TextField';
import { TwiceButton } from './TwiceButton';
import { forgetForm, typed } from './typed';

const FIELDS = ['ticket', 'answer', 'next'] as const;
const LONGEST = { ticket: 300, answer: 1000, next: 1000 } as const;

const formOf = (id: string): string => `sent ${id}`;

/** One complaint: ticket, whose deadline, answer, next step. */
function SentCard({ sent, onDelete }: { sent: Sent; onDelete: () => void }) {
  const { day, due = '', ticket, answer, next } = sent;
  const words = typed(sent.caseId, formOf(sent.id), { day, due, ticket, answer, next });
  const { all, changed, fields } = words;
  const today = chinaDay(new Date());
  const channel = knowledge.channels[sent.channel];
  const file = draftFiles.find((one) => one.channel === sent.channel);
  const wasSaved = useSignal(false);
  const isWorking = useSignal(false);
  const isChanged = Object.keys(changed).length > 0;
  const isReady = isChanged && all.day !== '' && fits(all, LONGEST) && !isWorking.value;
  const save = async () => {
    isWorking.value = true;
    // Only what was changed here: another tab may note something else of it meanwhile.
    const noted = { ...changed, ...('due' in changed && { due: changed.due || undefined }) };
    wasSaved.value = await act((store) => store.changeSent(sent.caseId, sent.id, noted));
    isWorking.value = false;
    if (wasSaved.value) words.forget(changed);
  };
  return (
    <li class="panel">
      <h3>
        {channel ? pick(channel.name) : sent.channel} · {sent.day}
      </h3>
      {isDue(sent, today) && (
        <p class="lead" role="note">
          {t('sentDue', sent.due ?? '')} {file && pick(file.refused)}
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void save();
        }}
      >
        <div class="grid">
          <label>
            <span>{t('sentDay')}</span>
            <input
              type="date"
              value={all.day}
              max={today}
              required
              onInput={(event) => {
                fields.day.value = event.currentTarget.value;
              }}
            />
          </label>
          <label>
            <span>{t('sentDueDay')}</span>
            <input
              type="date"
              value={all.due}
              onInput={(event) => {
                fields.due.value = event.currentTarget.value;
              }}
            />
          </label>
          {FIELDS.map((field) => (
            <TextField key={field} label={t(`sent_${field}`)} box={fields[field]} limit={LONGEST[field]} isWide />
          ))}
        </div>
        {channel?.deadline && (
          <p class="small">
            <strong>{t('deadline')}</strong>
            {pick(channel.deadline)}
          </p>
        )}
        <p class="actions">
          <button type="submit" class="button primary" aria-disabled={!isReady}>
            {t('save')}
          </button>
          <TwiceButton label={t('sentDelete')} sure={t('sentDeleteSure')} onConfirm={onDelete} />
          <span role="status">{wasSaved.value && !isChanged && t('saved')}</span>
        </p>
      </form>
      {file && (
        <details>
          <summary>{t('sentExpect')}</summary>
          <p>{pick(file.afterwards)}</p>
          <p>{pick(file.refused)}</p>
        </details>
      )}
      <details>
        <summary>{t('sentText')}</summary>
        <p class="message">{sent.text}</p>
      </details>
    </li>
  );
}

/** What was sent where, and what came of it; what is overdue stands first. */
export function SentTab({ held }: { held: OpenCase }) {
  const today = chinaDay(new Date());
  const status = useRef<HTMLParagraphElement>(null);
  const isDeleted = useSignal(false);
  const remove = async ({ caseId, id }: Sent) => {
    isDeleted.value = false;
    if (!(await act((store) => store.deleteSent(caseId, id)))) return;
    forgetForm(caseId, formOf(id));
    isDeleted.value = true;
    // The button that had the keyboard went with its complaint.
    status.current?.focus();
  };
  const sorted = [...held.sent].sort((a, b) => Number(isDue(b, today)) - Number(isDue(a, today)));
  return (
    <>
      <p ref={status} role="status" tabIndex={-1}>
        {isDeleted.value && t('sentDeleted')}
      </p>
      {sorted.length === 0 && (
        <p>
          {t('sentEmpty')} <a href={linkTo('cases', held.details.id, 'drafts')}>{t('caseTab_drafts')}</a>
        </p>
      )}
      <ul class="plain">
        {sorted.map((sent) => (
          <SentCard key={sent.id} sent={sent} onDelete={() => void remove(sent)} />
        ))}
      </ul>
    </>
  );
}
