import { guidePages } from '../../knowledge/guide';
import { GUIDE_GROUPS } from '../../knowledge/vocabulary';
import { pick, t } from '../i18n';
import { linkTo } from '../workspace/address';

/** Pages made from the knowledge itself. */
const REFERENCES = ['facts', 'law', 'channels'] as const;

/** Every page of the guide, by group. */
export function GuideList() {
  return (
    <div class="guide-groups">
      {GUIDE_GROUPS.map((group) => {
        const pages = guidePages.filter((page) => page.group === group);
        return (
          pages.length > 0 && (
            <section key={group}>
              <h3>{t(`guideGroup_${group}`)}</h3>
              <ul>
                {pages.map(({ id, title, summary }) => (
                  <li key={id}>
                    <a href={linkTo('guide', id)}>{pick(title)}</a>
                    <p class="small">{pick(summary)}</p>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
      <section>
        <h3>{t('guideGroup_reference')}</h3>
        <ul>
          {REFERENCES.map((id) => (
            <li key={id}>
              <a href={linkTo('guide', id)}>{t(`guide_${id}`)}</a>
              <p class="small">{t(`guideAbout_${id}`)}</p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
