import { useSignal } from '@preact/signals';
import { knowledge } from '../../knowledge';
import type { Article } from '../../knowledge/compiled';
import { CATEGORIES, type Category } from '../../knowledge/vocabulary';
import { chinaDay } from '../../screen/clock';
import { language, pick, type TextKey, t } from '../i18n';
import { ArticleDetails } from '../result/ArticleDetails';
import { stanceInGuide } from './Articles';
import { guideIndex } from './index-of-guide';
import { groupLaw, type LawGroup } from './law-list';
import { PrintButton, Way } from './Way';

/** Articles that fit a category and a query; either may be empty. */
function fitting(category: Category | '', query: string): Article[] {
  const ordered = category && new Set(knowledge.lawOrder[category]?.map(({ article }) => article));
  const found =
    query.trim() &&
    new Set(
      guideIndex()
        .search(query)
        .map(({ entry }) => entry.id),
    );
  return Object.values(knowledge.articles).filter(
    ({ id }) => (!ordered || ordered.has(id)) && (!found || found.has(`law/${id}`)),
  );
}

/** Whom an instrument binds, where that is not everybody. */
function Binds({ binds = [] }: Pick<Article, 'binds'>) {
  const known = binds.filter((lender) => lender !== 'unknown');
  if (!known.length) return null;
  const names = known.map((lender) => t(`lender_${lender}` as TextKey));
  return <p class="small">{t('lawBinds', names.join(language.value === 'zh' ? '；' : '; '))}</p>;
}

function Group({ group: { full, articles }, wanted }: { group: LawGroup; wanted: string | undefined }) {
  const [{ instrumentEn, issuer, kind, binds }] = articles;
  return (
    <section class="instrument">
      <h4>{language.value === 'zh' ? full : instrumentEn}</h4>
      <p class="small">
        {pick(issuer)} · {t(`law_${kind}`)}
      </p>
      <Binds {...(binds && { binds })} />
      {articles.map((article) => (
        <div key={article.id} id={`/guide/law/${article.id}`} tabIndex={-1} class="article-place">
          <ArticleDetails article={article} stance={stanceInGuide(article)} open={article.id === wanted} />
        </div>
      ))}
    </section>
  );
}

/** All articles by instrument; `wanted` is open from the start and shown whatever else is chosen. */
export function LawView({ wanted }: { wanted: string | undefined }) {
  const category = useSignal<Category | ''>('');
  const query = useSignal('');
  const fit = fitting(category.value, query.value);
  const named = wanted === undefined ? undefined : knowledge.articles[wanted];
  const { now, other } = groupLaw(named && !fit.includes(named) ? [named, ...fit] : fit, chinaDay(new Date()));
  return (
    <article class="guide-page">
      <Way />
      <h2>{t('guide_law')}</h2>
      <p class="summary">{t('guideAbout_law')}</p>
      {wanted !== undefined && !named && (
        <p class="lead" role="note">
          {t('guideUnknown')}
        </p>
      )}
      <form class="grid filters" onSubmit={(event) => event.preventDefault()}>
        <label>
          <span>{t('lawFilter')}</span>
          <select
            value={category.value}
            onChange={(event) => {
              category.value = event.currentTarget.value as Category | '';
            }}
          >
            <option value="">{t('lawFilterAll')}</option>
            {CATEGORIES.map((id) => (
              <option key={id} value={id}>
                {pick(knowledge.categories[id].name)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('lawFind')}</span>
          <input
            type="search"
            value={query.value}
            autocomplete="off"
            onInput={(event) => {
              query.value = event.currentTarget.value;
            }}
          />
        </label>
      </form>
      <p role="status" class="small">
        {t('lawCount', fit.length)}
      </p>
      {now.length > 0 && <h3>{t('lawNow')}</h3>}
      {now.map((group) => (
        <Group key={group.full} group={group} wanted={wanted} />
      ))}
      {other.length > 0 && <h3>{t('lawOther')}</h3>}
      {other.map((group) => (
        <Group key={group.full} group={group} wanted={wanted} />
      ))}
      <PrintButton />
    </article>
  );
}
