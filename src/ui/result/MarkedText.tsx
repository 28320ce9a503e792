import type { Screening } from '../../screen';
import { t } from '../i18n';
import { segment } from './segments';

interface Props {
  readonly text: string;
  readonly screening: Screening;
  readonly blurred: boolean;
  /** Moves the reader to a finding's explanation. */
  readonly onGo: (finding: number) => void;
}

/** The message as it was received, only ever as text; each marked passage leads to its explanation. */
export function MarkedText({ text, screening, blurred, onGo }: Props) {
  const { findings } = screening;
  return (
    <p class={blurred ? 'message blurred' : 'message'} dir="auto">
      {segment(text, findings).map(({ text: part, findings: covering, ending }, at) => {
        const first = covering.find((n) => findings[n]?.level === 'violation') ?? covering[0];
        if (first === undefined) return part;
        return (
          <span key={at}>
            <mark class={`mark ${findings[first]?.level}`}>{part}</mark>
            {ending.map((n) => (
              <button
                type="button"
                key={n}
                class={`mark-number ${findings[n]?.level}`}
                aria-label={t('goToFinding', n + 1)}
                onClick={() => onGo(n)}
              >
                {n + 1}
              </button>
            ))}
          </span>
        );
      })}
    </p>
  );
}
