import { useRef } from 'preact/hooks';
import type { Reason } from '../card/backend';
import { SaveToCase } from '../case/SaveToCase';
import { draft } from '../check/draft';
import { Examples } from '../check/Examples';
import { LiveResult } from '../check/LiveResult';
import { MessageForm } from '../check/MessageForm';
import { t } from '../i18n';
import { Checked, SplitOffer } from '../parts/Checked';
import { ResultActions } from '../result/actions';
import { FileDrop } from './FileDrop';
import { canJoin, checks, choice, separately, split, WORKSPACE_LIMIT } from './several';

interface Props {
  /** Why a check opened here; absent when the user chose to come. */
  readonly reason: Exclude<Reason, 'chosen'> | undefined;
  /** More was selected than is taken from a page. */
  readonly cut: boolean;
}

/** What the box holds, as one message or as several. */
function Results() {
  const result = useRef<HTMLElement>(null);
  const { length } = draft.value.text;
  if (length > WORKSPACE_LIMIT) return <p class="error">{t('errorTooMuch', length, WORKSPACE_LIMIT)}</p>;
  return (
    <>
      <SplitOffer
        split={split.value}
        separately={separately.value}
        canJoin={canJoin.value}
        onChange={(chosen) => {
          choice.value = chosen;
        }}
      />
      {separately.value ? (
        <section id="result" tabIndex={-1} aria-label={t('resultTitle')}>
          <Checked checks={checks} explainError={({ name }) => t('errorUnexpected', name)} />
        </section>
      ) : (
        <LiveResult anchor={result} />
      )}
    </>
  );
}

/** The check view of the workspace: the box on one side, the result on the other. */
export function CheckView({ reason, cut }: Props) {
  return (
    <>
      <h2>{t('view_check')}</h2>
      {reason && (
        <p class="lead" role="note">
          {t(`reason_${reason}`)}
        </p>
      )}
      {cut && <p class="small">{t('selectionCut')}</p>}
      <div class="sides">
        <div>
          <MessageForm limit={WORKSPACE_LIMIT} rows={12} onCheck={() => document.getElementById('result')?.focus()}>
            <FileDrop />
          </MessageForm>
          {!draft.value.text && <Examples />}
        </div>
        <div>
          <ResultActions.Provider value={(explanation) => <SaveToCase explanation={explanation} />}>
            <Results />
          </ResultActions.Provider>
        </div>
      </div>
    </>
  );
}
