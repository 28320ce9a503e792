import { t } from '../i18n';
import type { Checks, PartCheck } from './checks';

/** So many characters of a message stand in the list. */
const BEGINNING = 60;

function Verdict({ item: { state, explanation } }: { item: PartCheck }) {
  if (state === 'failed') return <span class="tag">{t('part_failed')}</span>;
  if (!explanation) return <span class="tag">{t(state === 'checking' ? 'part_checking' : 'part_waiting')}</span>;
  const { verdict } = explanation;
  const level = { found: 'violation', verify: 'verify', 'nothing-found': '' }[verdict];
  return <span class={`tag ${level}`}>{t(`part_${verdict}`)}</span>;
}

function Progress({ checks }: { checks: Checks }) {
  const { items, current, done, stopped } = checks;
  const all = items.value.length;
  const count = (verdict: string) => items.value.filter(({ explanation }) => explanation?.verdict === verdict).length;
  const failed = items.value.some(({ explanation }) => explanation?.readerFailed);
  return (
    <div class="progress">
      <p role="status">{t('partsSummary', all, done.value, count('found'), count('verify'))}</p>
      {/* The message in view says it itself. */}
      {failed && !current.value?.explanation?.readerFailed && <p class="small">{t('readerFailed')}</p>}
      {done.value < all && (
        <p class="actions">
          <progress max={all} value={done.value} aria-label={t('partsProgress')} />
          <button type="button" class="button" onClick={stopped.value ? checks.resume : checks.stop}>
            {t(stopped.value ? 'resume' : 'stop')}
          </button>
        </p>
      )}
    </div>
  );
}

/** Several messages with the verdict of each; the chosen one is shown in full beside or below. */
export function PartList({ checks }: { checks: Checks }) {
  return (
    <section class="parts" aria-label={t('partsTitle')}>
      <Progress checks={checks} />
      <ol>
        {checks.items.value.map((item, at) => (
          <li key={at}>
            <button
              type="button"
              class="part"
              aria-current={at === checks.selected.value}
              onClick={() => {
                checks.selected.value = at;
              }}
            >
              <Verdict item={item} />
              {item.part.sender && <strong>{item.part.sender}</strong>}
              <span class="part-text" dir="auto">
                {item.part.text.slice(0, BEGINNING)}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
