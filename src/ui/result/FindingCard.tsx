import type { ComponentChildren } from 'preact';
import type { ExplainedFinding } from '../../screen/explain';
import { pick, t } from '../i18n';
import { whyOf } from './describe';
import { FoldedLaw } from './FoldedLaw';
import { LawCard } from './LawCard';

interface Props {
  readonly finding: ExplainedFinding;
  /** From 1, as shown beside the marked words. */
  readonly number: number;
  readonly blurred: boolean;
  readonly anchor: (element: HTMLElement | null) => void;
  /** What proves it where there are no words, e.g. the days of a count. */
  readonly children?: ComponentChildren;
}

/** One explanation with everything that proves it: the words, the reason, the law, and what would have been lawful. */
export function FindingCard({ finding, number, blurred, anchor, children }: Props) {
  const { level, basis, title, category, passages, lawful, fact, factCaution, factLaw } = finding;
  const disguises = passages.flatMap((passage) => passage.disguises);
  const acts = new Set(passages.flatMap(({ act }) => act ?? []));
  return (
    <li class={`finding ${level}`}>
      <h3 ref={anchor} tabIndex={-1}>
        <span class="number" aria-hidden="true">
          {number}
        </span>{' '}
        {pick(title)}
      </h3>
      <p class="tags">
        <span class={`tag ${level}`}>{t(`level_${level}`)}</span>
        {category && <span class="tag">{pick(category)}</span>}
      </p>
      {basis !== 'text' && <p class="small">{t(basis === 'history' ? 'noSpanHistory' : 'noSpan')}</p>}
      {children}
      {passages.map(({ start, quote }) =>
        quote === undefined ? null : (
          <p key={start} class={blurred && level === 'violation' ? 'quote blurred' : 'quote'} dir="auto">
            <bdi>{quote}</bdi>
          </p>
        ),
      )}
      {disguises.length > 0 && (
        <p class="small">{disguises.map(({ written, meant }) => t('disguised', written, meant)).join('；')}</p>
      )}
      <p>{whyOf(finding)}</p>
      {level !== 'lawful' && [...acts].map((act) => <p key={act}>{t(`act_${act}`)}</p>)}
      {fact && (
        <p>
          <strong>{t('whatIsTrue')}</strong>
          {pick(fact)}
        </p>
      )}
      {factCaution && (
        <p>
          <strong>{t('factCaution')}</strong>
          {pick(factCaution)}
        </p>
      )}
      {lawful && (
        <p>
          <strong>{t('lawfulInstead')}</strong>
          {pick(lawful)}
        </p>
      )}
      <LawCard finding={finding} open={number === 1} />
      <FoldedLaw law={factLaw} summary={t('factLaw', factLaw.length)} />
    </li>
  );
}
