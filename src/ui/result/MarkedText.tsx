import type { ExplainedFinding } from '../../screen/explain';
import { t } from '../i18n';
import { segment } from './segments';

interface Props {
  readonly text: string;
  readonly findings: readonly ExplainedFinding[];
  readonly blurred: boolean;
  /** Moves the reader to an explanation. */
  readonly onGo: (finding: number) => void;
}

/** The message as it was received, only ever as text; each marked passage leads to its explanation. */
export function MarkedText({ text, findings, blurred, onGo }: Props) {
  const places = findings.flatMap(({ passages, level }, at) =>
    passages.map(({ start, end }) => ({ start, end, level, at })),
  );
  return (
    <p class={blurred ? 'message blurred' : 'message'} dir="auto">
      {segment(text, places).map(({ text: part, findings: covering, ending }, key) => {
        const first = covering.find((n) => places[n]?.level === 'violation') ?? covering[0];
        if (first === undefined) return part;
        return (
          <span key={key}>
            <mark class={`mark ${places[first]?.level}`}>{part}</mark>
            {[...new Set(ending.map((n) => places[n]?.at ?? 0))].map((at) => (
              <button
                type="button"
                key={at}
                class={`mark-number ${findings[at]?.level}`}
                aria-label={t('goToFinding', at + 1)}
                onClick={() => onGo(at)}
              >
                {at + 1}
              </button>
            ))}
          </span>
        );
      })}
    </p>
  );
}
