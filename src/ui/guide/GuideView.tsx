import { guidePages } from '../../knowledge/guide';
import { pick, t } from '../i18n';
import { linkTo } from '../workspace/place';

/** The guide: its list of pages, or the page that the address names. */
export function GuideView({ path: [wanted] }: { path: readonly string[] }) {
  const page = guidePages.find(({ id }) => id === wanted);
  return page ? (
    <h2>{pick(page.title)}</h2>
  ) : (
    <>
      <h2>{t('view_guide')}</h2>
      <ul>
        {guidePages.map(({ id, title }) => (
          <li key={id}>
            <a href={linkTo('guide', id)}>{pick(title)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
