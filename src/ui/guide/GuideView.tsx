import type { JSX } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { guidePages } from '../../knowledge/guide';
import { t } from '../i18n';
import { ChannelsView } from './ChannelsView';
import { FactsView } from './FactsView';
import { GuideList } from './GuideList';
import { LawView } from './LawView';
import { PageView } from './PageView';
import { unfoldForPrint } from './print';
import { isSearching, SearchBox, SearchResults } from './Search';

/** Pages made from the knowledge itself, by their name in the address. No written page may have one of these ids. */
const REFERENCE = new Map<string, (part: string | undefined) => JSX.Element>([
  ['facts', () => <FactsView />],
  ['law', (part) => <LawView wanted={part} />],
  ['channels', () => <ChannelsView />],
]);

function Shown({ path: [wanted = '', part] }: { path: readonly string[] }) {
  const reference = REFERENCE.get(wanted);
  if (reference) return reference(part);
  const page = guidePages.find(({ id }) => id === wanted);
  if (page) return <PageView page={page} />;
  return (
    <>
      <h2>{t('view_guide')}</h2>
      {wanted && (
        <p class="lead" role="note">
          {t('guideUnknown')}
        </p>
      )}
      <GuideList />
    </>
  );
}

/** The guide: what the address names, under a search over all of it. */
export function GuideView({ path }: { path: readonly string[] }) {
  // Not after the next frame: whoever prints at once has the whole page too.
  useLayoutEffect(unfoldForPrint, []);
  const at = path.join('/');
  return (
    <div class="guide">
      <SearchBox at={at} />
      {isSearching(at) ? <SearchResults /> : <Shown path={path} />}
    </div>
  );
}
