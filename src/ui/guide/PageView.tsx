import { guidePages } from '../../knowledge/guide';
import type { GuidePage } from '../../knowledge/guide-schema';
import { CheckedOn } from '../CheckedOn';
import { pick, t } from '../i18n';
import { linkTo } from '../workspace/address';
import { SectionView } from './SectionView';
import { PrintButton, Way } from './Way';

/** Fewer sections need no table of contents. */
const LEAST_CONTENTS = 3;

function Contents({ page: { id, sections } }: { page: GuidePage }) {
  if (sections.length < LEAST_CONTENTS) return null;
  return (
    <nav class="contents" aria-label={t('guideContents')}>
      <ul>
        {sections.map((section) => (
          <li key={section.id}>
            <a href={linkTo('guide', id, section.id)}>{pick(section.title)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The pages before and after this one, in the order of the list. */
function Neighbours({ page }: { page: GuidePage }) {
  const at = guidePages.indexOf(page);
  const before = guidePages[at - 1];
  const after = guidePages[at + 1];
  return (
    <nav class="neighbours" aria-label={t('guideNeighbours')}>
      {before && (
        <a href={linkTo('guide', before.id)} rel="prev">
          {t('guidePrevious', pick(before.title))}
        </a>
      )}
      {after && (
        <a href={linkTo('guide', after.id)} rel="next">
          {t('guideNext', pick(after.title))}
        </a>
      )}
    </nav>
  );
}

/** One written page of the guide. */
export function PageView({ page }: { page: GuidePage }) {
  const { id, group, title, summary, sections, checked } = page;
  return (
    <article class="guide-page" key={id}>
      <Way />
      <p class="small">{t(`guideGroup_${group}`)}</p>
      <h2>{pick(title)}</h2>
      <p class="summary">{pick(summary)}</p>
      <Contents page={page} />
      {sections.map((section) => (
        <SectionView key={section.id} section={section} anchor={`/guide/${id}/${section.id}`} />
      ))}
      <footer class="care">
        <p class="small">
          <CheckedOn day={checked} /> · {t('notAdvice')}
        </p>
        <PrintButton />
      </footer>
      <Neighbours page={page} />
    </article>
  );
}
