import type { Article } from '../../knowledge/compiled';
import { CheckedOn } from '../CheckedOn';
import { language, pick, t } from '../i18n';
import { citationOf, sinceOf } from './describe';

interface Props {
  readonly article: Article;
  /** What the citation means here, e.g. 「可能违反」. */
  readonly stance?: string | undefined;
  readonly open?: boolean;
}

/** The citation with its kind and dates always in view; words, threshold and source one step away. */
export function ArticleDetails({ article, stance, open = false }: Props) {
  const { kind, until, text, threshold, notCovered, changed, checked, site, title } = article;
  return (
    <details class="article" open={open}>
      <summary>
        {stance && <span class="stance">{stance} </span>}
        <strong class="citation">{citationOf(article, language.value === 'en')}</strong>{' '}
        <span class="small">
          {pick(title)} · {t(`law_${kind}`)} · {sinceOf(article)}
          {until ? ` · ${t('lawUntil', until)}` : ''}
        </span>
      </summary>
      <blockquote lang="zh-CN">{text}</blockquote>
      <p>
        <strong>{t('lawThreshold')}</strong>
        {pick(threshold)}
      </p>
      {notCovered && (
        <p>
          <strong>{t('lawNotCovered')}</strong>
          {pick(notCovered)}
        </p>
      )}
      {changed && (
        <p>
          <strong>{t('lawChanged')}</strong>
          {pick(changed)}
        </p>
      )}
      <p class="small">
        <CheckedOn day={checked} /> ·{' '}
        <a href={site} target="_blank" rel="noreferrer">
          {t('lawRead')}
        </a>
      </p>
    </details>
  );
}
