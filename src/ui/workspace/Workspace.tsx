import type { ComponentChild } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { CasesView } from '../case/CasesView';
import { GuideView } from '../guide/GuideView';
import { type TextKey, t } from '../i18n';
import { InboxView } from '../inbox/InboxView';
import { ToolsView } from '../tools/ToolsView';
import { linkTo, VIEWS, type View } from './address';
import { place } from './place';

/** The ways between the parts of the workspace. */
function Ways() {
  return (
    <nav class="ways" aria-label={t('waysLabel')}>
      {VIEWS.map((view) => (
        <a key={view} href={linkTo(view)} aria-current={place.value.view === view ? 'page' : undefined}>
          {t(`view_${view}` as TextKey)}
        </a>
      ))}
    </nav>
  );
}

/**
 * The part of the workspace that the address names. What has the whole address as its id, e.g. `/guide/replying/stop-text`,
 * is scrolled to and gets the keyboard.
 */
export function Workspace({ check }: { check: ComponentChild }) {
  const { view, path } = place.value;
  const shown: Record<View, () => ComponentChild> = {
    check: () => check,
    inbox: () => <InboxView />,
    cases: () => <CasesView path={path} />,
    guide: () => <GuideView path={path} />,
    tools: () => <ToolsView path={path} />,
  };
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const at = [view, ...path].join('/');
  useEffect(() => {
    const named = document.getElementById(`/${at}`);
    if (named) {
      named.scrollIntoView();
      named.focus();
    } else if (!first.current) {
      scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
    first.current = false;
  }, [at]);
  return (
    <>
      <Ways />
      <main ref={main} tabIndex={-1} key={view}>
        {shown[view]()}
      </main>
    </>
  );
}
