import { useRef } from 'preact/hooks';
import { CopyButton } from '../CopyButton';
import { t } from '../i18n';
import { Compare } from './Compare';
import { FlowTable } from './FlowTable';
import { FlowWays } from './FlowWays';
import { isAsked, isShown, loan, reading } from './loan';
import { rateLines, rateText, sums, uncertainties } from './rate-text';

/** Most rows whose mistakes are spelled out. */
const NAMED_ROWS = 5;

function RowErrors() {
  const problems = isAsked.value ? [...reading.value.problems] : [];
  const more = problems.length - NAMED_ROWS;
  return (
    <div id="row-errors" role="alert" class={problems.length ? 'error' : ''}>
      {problems.slice(0, NAMED_ROWS).map(([index, problem]) => (
        <p key={index}>{t(`toolErrorRow_${problem}`, index + 1)}</p>
      ))}
      {more > 0 && <p>{t('toolErrorRowsMore', more)}</p>}
    </div>
  );
}

function Figures() {
  const { problem } = loan.value;
  const [first, ...others] = rateLines(loan.value);
  return (
    <div class="tool-result">
      {problem && <p class="rate-problem">{t(`toolRateProblem_${problem}`)}</p>}
      {first && (
        <>
          <p class="figure">{first.rate}</p>
          <p class="small">{first.note}</p>
        </>
      )}
      {others.map(({ rate, note }) => (
        <p key={rate}>
          <strong>{rate}</strong> <span class="small">{note}</span>
        </p>
      ))}
      {problem !== 'nothing' && (
        <dl class="sums">
          {sums(loan.value).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** The yearly cost of a loan, and what the rules say about it. */
export function RateTool() {
  const result = useRef<HTMLElement>(null);
  return (
    <>
      <p>{t('toolRateIntro')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          isAsked.value = true;
          if (isShown.value) requestAnimationFrame(() => result.current?.focus());
        }}
      >
        <FlowTable />
        <FlowWays />
        <p class="actions no-print">
          <button type="submit" class="button primary">
            {t('toolCalculate')}
          </button>
        </p>
      </form>
      <RowErrors />
      <section ref={result} id="rate-result" tabIndex={-1} aria-label={t('resultTitle')}>
        <div role="status">{isShown.value && <Figures />}</div>
        {isShown.value && (
          <>
            <h3>{t('toolUncertainTitle')}</h3>
            <ul>
              {uncertainties().map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p class="actions no-print">
              <CopyButton text={rateText} label={t('copyResult')} />
            </p>
          </>
        )}
      </section>
      <Compare />
      <p class="small">{t('notAdvice')}</p>
    </>
  );
}
