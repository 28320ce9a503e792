import type { Finding, Screening } from '../../screen';
import { t } from '../i18n';
import { type FindingGroup, groupIndex } from './groups';
import { segment } from './segments';

interface Props {
  readonly text: string;
  readonly screening: Screening;
  readonly blurred: boolean;
  readonly groups: readonly FindingGroup[];
  /** Moves the reader to an explanation. */
  readonly onGo: (group: number) => void;
}

/** The message as it was received, only ever as text; each marked passage leads to its explanation. */
export function MarkedText({ text, screening, groups, blurred, onGo }: Props) {
  const { findings } = screening;
  const groupOf = groupIndex(groups);
  const explained = (indexes: readonly number[]) => [
    ...new Set(indexes.flatMap((n) => groupOf.get(findings[n] as Finding) ?? [])),
  ];
  return (
    <p class={blurred ? 'message blurred' : 'message'} dir="auto">
      {segment(text, findings).map(({ text: part, findings: covering, ending }, at) => {
        const first = covering.find((n) => findings[n]?.level === 'violation') ?? covering[0];
        if (first === undefined) return part;
        return (
          <span key={at}>
            <mark class={`mark ${findings[first]?.level}`}>{part}</mark>
            {explained(ending).map((group) => (
              <button
                type="button"
                key={group}
                class={`mark-number ${groups[group]?.first.level}`}
                aria-label={t('goToFinding', group + 1)}
                onClick={() => onGo(group)}
              >
                {group + 1}
              </button>
            ))}
          </span>
        );
      })}
    </p>
  );
}
