import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Explanation } from '../../screen/explain';
import { pick, t } from '../i18n';
import { linkTo, type Place } from '../workspace/address';

/** Opens a place of the workspace from a surface outside it; absent in the workspace, where a link leads there. */
export const OpenPlace = createContext<((place: Place) => void) | undefined>(undefined);

/** The pages of the guide that fit a result. */
export function GuideLinks({ pages }: { pages: Explanation['guide'] }) {
  const open = useContext(OpenPlace);
  if (!pages.length) return null;
  return (
    <>
      <h3>{t('guideMore')}</h3>
      <ul class="guide-links">
        {pages.map(({ id, title }) => (
          <li key={id}>
            {open ? (
              <button type="button" class="link" onClick={() => open({ view: 'guide', path: [id] })}>
                {pick(title)}
              </button>
            ) : (
              <a href={linkTo('guide', id)}>{pick(title)}</a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
