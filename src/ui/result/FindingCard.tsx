import { t } from '../i18n';
import { categoryName, factOf, lawfulInsteadOf, titleOf, whyOf } from './describe';
import type { FindingGroup } from './groups';
import { LawCard } from './LawCard';

interface Props {
  readonly group: FindingGroup;
  /** From 1, as shown beside the marked words. */
  readonly number: number;
  readonly blurred: boolean;
  readonly anchor: (element: HTMLElement | null) => void;
}

/** One explanation with everything that proves it: the words, the reason, the law, and what would have been lawful. */
export function FindingCard({ group, number, blurred, anchor }: Props) {
  const { first: finding, findings } = group;
  const disguises = findings.flatMap((each) => each.disguises);
  const lawful = lawfulInsteadOf(finding);
  const fact = factOf(finding);
  const name = categoryName(finding);
  return (
    <li class={`finding ${finding.level}`}>
      <h3 ref={anchor} tabIndex={-1}>
        <span class="number" aria-hidden="true">
          {number}
        </span>{' '}
        {titleOf(finding)}
      </h3>
      <p class="tags">
        <span class={`tag ${finding.level}`}>{t(`level_${finding.level}`)}</span>
        {name && <span class="tag">{name}</span>}
      </p>
      {finding.basis !== 'text' && <p class="small">{t('noSpan')}</p>}
      {findings.map(({ start, quote }) =>
        quote === undefined ? null : (
          <p key={start} class={blurred && finding.level === 'violation' ? 'quote blurred' : 'quote'} dir="auto">
            <bdi>{quote}</bdi>
          </p>
        ),
      )}
      {disguises.length > 0 && (
        <p class="small">{disguises.map(({ written, meant }) => t('disguised', written, meant)).join('；')}</p>
      )}
      <p>{whyOf(finding)}</p>
      {fact && (
        <p>
          <strong>{t('whatIsTrue')}</strong>
          {fact}
        </p>
      )}
      {lawful && (
        <p>
          <strong>{t('lawfulInstead')}</strong>
          {lawful}
        </p>
      )}
      <LawCard finding={finding} open={number === 1} />
    </li>
  );
}
