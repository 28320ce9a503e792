import { knowledge } from '../../knowledge';
import { guidePages } from '../../knowledge/guide';
import { pick, t } from '../i18n';
import { linkTo } from '../workspace/address';
import { Articles } from './Articles';
import { PrintButton, Way } from './Way';

/** Pages that say more about a fact. */
function Pages({ fact }: { fact: string }) {
  const pages = guidePages.filter(({ offered }) => offered.facts.includes(fact));
  if (!pages.length) return null;
  return (
    <div>
      <h4>{t('guideMore')}</h4>
      <ul>
        {pages.map(({ id, title }) => (
          <li key={id}>
            <a href={linkTo('guide', id)}>{pick(title)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is true about the words that are used most, each with what it rests on. */
export function FactsView() {
  return (
    <article class="guide-page">
      <Way />
      <h2>{t('guide_facts')}</h2>
      <p class="summary">{t('guideAbout_facts')}</p>
      {knowledge.facts.map(({ id, title, fact, caution, law }) => (
        <section key={id} id={`/guide/facts/${id}`} tabIndex={-1} aria-labelledby={`fact-${id}`}>
          <h3 id={`fact-${id}`}>{pick(title)}</h3>
          <p>
            <strong>{t('whatIsTrue')}</strong>
            {pick(fact)}
          </p>
          {caution && <p class="caution">{pick(caution)}</p>}
          <Articles ids={law} />
          <Pages fact={id} />
        </section>
      ))}
      <PrintButton />
    </article>
  );
}
