import type { Finding } from '../../screen';
import { t } from '../i18n';
import { categoryName, factOf, lawfulInsteadOf, titleOf, whyOf } from './describe';
import { LawCard } from './LawCard';

interface Props {
  readonly finding: Finding;
  /** From 1, as shown beside the marked words. */
  readonly number: number;
  readonly blurred: boolean;
  readonly anchor: (element: HTMLElement | null) => void;
}

/** One finding with everything that proves it: words, reason, law, and what would have been lawful. */
export function FindingCard({ finding, number, blurred, anchor }: Props) {
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
      {finding.quote === undefined ? (
        <p class="small">{t('noSpan')}</p>
      ) : (
        <p class={blurred && finding.level === 'violation' ? 'quote blurred' : 'quote'} dir="auto">
          <bdi>{finding.quote}</bdi>
        </p>
      )}
      {finding.disguises.length > 0 && (
        <p class="small">{finding.disguises.map(({ written, meant }) => t('disguised', written, meant)).join('；')}</p>
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
      <LawCard finding={finding} />
    </li>
  );
}
