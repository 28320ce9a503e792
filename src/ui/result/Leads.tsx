import type { Lead, Urgency } from '../../knowledge/vocabulary';
import type { ExplainedLead } from '../../screen/explain';
import { t } from '../i18n';
import { FoldedLaw } from './FoldedLaw';

type Key = `lead_${Lead}` | `urgent_${Exclude<Urgency, 'none'>}`;

/** Numbers to dial at once, for each notice. */
const DIAL: Record<Key, readonly string[]> = {
  'lead_self-harm': ['12356', '120', '110'],
  urgent_danger: ['110'],
  'urgent_about-to-pay': ['96110'],
  'urgent_already-paid': ['110'],
  'lead_payment-order': ['12368', '12348'],
  lead_judgment: ['12368', '12348'],
  lead_summons: ['12368', '12348'],
  lead_enforcement: ['12368', '12348'],
  lead_freezing: ['12368', '12348'],
  'lead_police-summons': ['110', '12348'],
  lead_authority: ['12368'],
};

/** The notices that stand above a result, most urgent first: a life, danger and money, then what an authority demands. */
export function leadKeys(leads: readonly Lead[], urgency: Urgency): Key[] {
  const keys = leads.map((lead): Key => `lead_${lead}`);
  if (urgency !== 'none') keys.splice(keys[0] === 'lead_self-harm' ? 1 : 0, 0, `urgent_${urgency}`);
  return keys;
}

/** Each notice with the numbers to dial and, folded, the articles that set its deadline. */
export function Leads({ notices, urgency }: { notices: readonly ExplainedLead[]; urgency: Urgency }) {
  const law = new Map(notices.map(({ lead, law }) => [`lead_${lead}`, law]));
  const leads = notices.map(({ lead }) => lead);
  return (
    <>
      {leadKeys(leads, urgency).map((key) => (
        <div key={key} class="lead" role="note">
          <p>{t(key)}</p>
          <p class="actions">
            {DIAL[key].map((number) => (
              <a class="button" key={number} href={`tel:${number}`}>
                {number === '12368' ? t('callCourt') : t('call', number)}
              </a>
            ))}
          </p>
          <FoldedLaw law={law.get(key) ?? []} summary={t('leadLaw', law.get(key)?.length ?? 0)} />
        </div>
      ))}
    </>
  );
}
