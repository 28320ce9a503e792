import type { FunctionComponent } from 'preact';
import { type TextKey, t } from '../i18n';
import { linkTo } from '../workspace/address';
import { CaseSettings } from './CaseSettings';
import type { OpenCase } from './cases';
import { DraftsTab } from './drafts/DraftsTab';
import { Entries } from './Entries';
import { EvidenceTab } from './EvidenceTab';
import { SentTab } from './SentTab';
import { TimelineTab } from './TimelineTab';

/** The parts of a case; each takes the case as it is now. */
const TABS = {
  entries: Entries,
  timeline: TimelineTab,
  drafts: DraftsTab,
  sent: SentTab,
  evidence: EvidenceTab,
  settings: CaseSettings,
} satisfies Record<string, FunctionComponent<{ held: OpenCase }>>;
type Tab = keyof typeof TABS;
const tabs = Object.keys(TABS) as Tab[];

/** One case: its name, and the part of it that the address names. */
export function CasePage({ held, tab }: { held: OpenCase; tab: string | undefined }) {
  const { details, unreadable } = held;
  const shown = tabs.find((one) => one === tab) ?? 'entries';
  const Part = TABS[shown];
  return (
    <>
      <p class="no-print">
        <a href={linkTo('cases')}>{t('casesBack')}</a>
      </p>
      <h2>{details.title}</h2>
      {unreadable > 0 && <p class="error">{t('caseUnreadable', unreadable)}</p>}
      <nav class="ways" aria-label={t('caseParts')}>
        {tabs.map((one) => (
          <a key={one} href={linkTo('cases', details.id, one)} aria-current={one === shown ? 'page' : undefined}>
            {t(`caseTab_${one}` as TextKey)}
          </a>
        ))}
      </nav>
      <Part held={held} />
    </>
  );
}
