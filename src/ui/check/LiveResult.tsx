import type { Ref } from 'preact';
import { t } from '../i18n';
import { verdictSentence } from '../result/describe';
import { Leads } from '../result/Leads';
import { Result } from '../result/Result';
import { check } from './check';
import { draft } from './draft';
import { isReading } from './reading';

/** The result of the one text in the box; it follows the typing. */
export function LiveResult({ anchor }: { anchor: Ref<HTMLElement> }) {
  const outcome = check.value;
  return (
    <>
      <p role="status" class="unseen">
        {outcome.kind === 'done' && verdictSentence(outcome.explanation)}
      </p>
      <section id="result" ref={anchor} tabIndex={-1} aria-label={t('resultTitle')} aria-busy={isReading.value}>
        {outcome.kind !== 'done' && <Leads notices={[]} urgency={draft.value.urgency} />}
        {outcome.kind === 'error' && <p class="error">{outcome.error}</p>}
        {outcome.kind === 'done' && <Result explanation={outcome.explanation} />}
      </section>
    </>
  );
}
