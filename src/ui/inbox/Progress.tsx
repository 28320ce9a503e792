import { t } from '../i18n';
import { stop } from './inbox';
import { type Work, work } from './state';

/** Before this many milliseconds a rate says nothing. */
const STEADY_MS = 1_000;
const MEGABYTE = 1_000_000;

function timeLeft({ since, now, begun, done, total }: Work): string {
  if (now - since < STEADY_MS || done <= begun) return '';
  const seconds = Math.ceil(((total - done) * (now - since)) / (done - begun) / 1000);
  return seconds < 60 ? t('inboxLeftSeconds', seconds) : t('inboxLeftMinutes', Math.ceil(seconds / 60));
}

function rate({ stage, since, now, begun, rows }: Work): string {
  const made = stage === 'reading' ? rows : rows - begun;
  return now - since < STEADY_MS || made <= 0 ? '' : t('inboxRate', Math.round((made * 1000) / (now - since)));
}

function state({ stage, file = '', done, total, rows }: Work): string {
  if (stage === 'opening') return t('inboxStage_opening', file);
  if (stage !== 'reading') return t(`inboxStage_${stage}`, done, total);
  const megabytes = (bytes: number) => (bytes / MEGABYTE).toFixed(1);
  return t('inboxStage_reading', file, megabytes(done), megabytes(total), rows);
}

/** How far the work is, how fast it goes, how long it will take; and the way to stop it. */
export function Progress() {
  const now = work.value;
  if (!now) return null;
  return (
    <div class="panel inbox-progress">
      <p>{state(now)}</p>
      <p class="actions">
        <progress
          max={now.total || 1}
          {...(now.stage !== 'opening' && { value: now.done })}
          aria-label={t(`inboxStageLabel_${now.stage}`)}
        />
        <button type="button" class="button" onClick={stop}>
          {t(now.stage === 'reading' || now.stage === 'opening' ? 'inboxStopReading' : 'inboxStopScreening')}
        </button>
      </p>
      <p class="small">
        {rate(now)} {timeLeft(now)}
      </p>
      <p class="unseen" role="status">
        {t(`inboxStageLabel_${now.stage}`)}
      </p>
    </div>
  );
}
