import { PARTS_LIMIT, type Split } from '../../intake/split';
import { t } from '../i18n';
import { verdictSentence } from '../result/describe';
import { Result } from '../result/Result';
import type { Checks, PartCheck } from './checks';
import { PartList } from './PartList';

interface OfferProps {
  readonly split: Split;
  readonly separately: boolean;
  /** The whole is short enough for one check. */
  readonly canJoin: boolean;
  readonly onChange: (separately: boolean) => void;
}

/** Whether a text is one message or several: a good guess first, the other way one click away; and how many are left. */
export function SplitOffer({ split, separately, canJoin, onChange }: OfferProps) {
  const count = split.parts.length;
  if (count < 2) return null;
  return (
    <>
      <p class="actions small">
        <span>{t(separately ? 'partsApart' : 'partsTogether', count)}</span>
        {(!separately || canJoin) && (
          <button type="button" class="button" onClick={() => onChange(!separately)}>
            {t(separately ? 'checkTogether' : 'checkApart')}
          </button>
        )}
      </p>
      {separately && count > PARTS_LIMIT && <p class="error">{t('partsLimit', count, PARTS_LIMIT)}</p>}
    </>
  );
}

/** From here on the reader takes noticeable time. */
const LONG = 2_000;

/** The message in view: its result, that it is being checked, or why it could not be. */
function Current({ item, explainError }: { item: PartCheck | undefined; explainError: (error: Error) => string }) {
  if (!item) return null;
  const { state, explanation, error, part } = item;
  const busy = state === 'waiting' || state === 'checking';
  return (
    <>
      <p role="status" class={busy ? 'busy' : 'unseen'}>
        {busy && t(part.text.length > LONG ? 'checkingLong' : 'checking')}
        {state === 'checked' && explanation && verdictSentence(explanation)}
      </p>
      {error && <p class="error">{explainError(error)}</p>}
      {explanation && <Result explanation={explanation} />}
    </>
  );
}

interface Props {
  readonly checks: Checks;
  /** What went wrong and what to do, in the user's language. */
  readonly explainError: (error: Error) => string;
}

/** One or several checked messages. */
export function Checked({ checks, explainError }: Props) {
  return (
    <>
      {checks.items.value.length > 1 && <PartList checks={checks} />}
      <Current item={checks.current.value} explainError={explainError} />
    </>
  );
}
