import { useSignal } from '@preact/signals';
import type { Sent } from '../../case/types';
import { knowledge } from '../../knowledge';
import { draftFiles } from '../../knowledge/drafts';
import { chinaDay } from '../../screen/clock';
import { pick, t } from '../i18n';
import { linkTo } from '../workspace/address';
import { act, type OpenCase } from './cases';
import { isDue } from './due';
import { TwiceButton } from './TwiceButton';

const FIELDS = ['ticket', 'answer', 'next'] as const;
const LONGEST = { ticket: 300, answer: 1000, next: 1000 } as const;

const EDITED = ['day', 'due', ...FIELDS] as const;

/** One complaint: ticket, whose deadline, answer, next step. */
function SentCard({ sent }: { sent: Sent }) {
  const edited = useSignal(sent);
  const today = chinaDay(new Date());
  const channel = knowledge.channels[sent.channel];
  const file = draftFiles.find((one) => one.channel === sent.channel);
  const isSaved = useSignal(false);
  const isChanged = EDITED.some((field) => edited.value[field] !== sent[field]);
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
          void act((store) => store.putSent(edited.value)).then((done) => (isSaved.value = done));
        }}
      >
        <div class="grid">
          <label>
            <span>{t('sentDay')}</span>
            <input
              type="date"
              value={edited.value.day}
              max={today}
              required
              onInput={(event) => (edited.value = { ...edited.value, day: event.currentTarget.value })}
            />
          </label>
          <label>
            <span>{t('sentDueDay')}</span>
            <input
              type="date"
              value={edited.value.due ?? ''}
              onInput={(event) => {
                const { due: _due, ...rest } = edited.value;
                const day = event.currentTarget.value;
                edited.value = day ? { ...rest, due: day } : rest;
              }}
            />
          </label>
          {FIELDS.map((field) => (
            <label key={field} class="wide">
              <span>{t(`sent_${field}`)}</span>
              <input
                type="text"
                maxLength={LONGEST[field]}
                value={edited.value[field]}
                onInput={(event) => (edited.value = { ...edited.value, [field]: event.currentTarget.value })}
              />
            </label>
          ))}
        </div>
        {channel?.deadline && (
          <p class="small">
            <strong>{t('deadline')}</strong>
            {pick(channel.deadline)}
          </p>
        )}
        <p class="actions">
          <button type="submit" class="button primary" disabled={!isChanged || !edited.value.day}>
            {t('save')}
          </button>
          <TwiceButton
            label={t('sentDelete')}
            sure={t('sentDeleteSure')}
            onConfirm={() => act((store) => store.deleteSent(sent.caseId, sent.id))}
          />
          <span role="status">{isSaved.value && !isChanged && t('saved')}</span>
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
  const sorted = [...held.sent].sort((a, b) => Number(isDue(b, today)) - Number(isDue(a, today)));
  return (
    <>
      {sorted.length === 0 && (
        <p>
          {t('sentEmpty')} <a href={linkTo('cases', held.details.id, 'drafts')}>{t('caseTab_drafts')}</a>
        </p>
      )}
      <ul class="plain">
        {sorted.map((sent) => (
          <SentCard key={sent.id} sent={sent} />
        ))}
      </ul>
    </>
  );
}
