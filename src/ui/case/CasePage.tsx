import type { FunctionComponent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { chinaDay } from '../../screen/clock';
import { type TextKey, t } from '../i18n';
import { linkTo } from '../workspace/address';
import { CaseSettings } from './CaseSettings';
import type { OpenCase } from './cases';
import { DraftsTab } from './drafts/DraftsTab';
import { isDue } from './due';
import { Entries } from './Entries';
import { EvidenceTab } from './EvidenceTab';
import { CASE_NAME, keepFocus } from './focus';
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
  const due = held.sent.filter((sent) => isDue(sent, chinaDay(new Date()))).length;
  const heading = useRef<HTMLHeadingElement>(null);
  // The form that had the keyboard is gone once the passphrase has opened the case.
  useEffect(() => keepFocus(heading.current), []);
  return (
    <>
      <p class="no-print">
        <a href={linkTo('cases')}>{t('casesBack')}</a>
      </p>
      <h2 ref={heading} id={CASE_NAME} tabIndex={-1}>
        {details.title}
      </h2>
      {unreadable > 0 && <p class="error">{t('caseUnreadable', unreadable)}</p>}
      {due > 0 && shown !== 'sent' && (
        <p class="lead" role="note">
          {t('caseDue', due)} <a href={linkTo('cases', details.id, 'sent')}>{t('caseTab_sent')}</a>
        </p>
      )}
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
