import type { Explanation } from '../../screen/explain';
import { pick, type TextKey, t } from '../i18n';
import { ChannelCard } from './ChannelCard';
import { GuideLinks } from './GuideLinks';
import { VerifyFlows } from './VerifyFlows';

/** More than three ways at once help nobody under pressure to choose one; the rest is folded. */
const FIRST_CHANNELS = 3;

function EvidenceChecklist({ items }: { items: Explanation['evidence'] }) {
  return (
    <details class="evidence">
      <summary>{t('evidenceTitle')}</summary>
      <ul>
        {items.map(({ id, keep, how, why }) => (
          <li key={id}>
            <strong>{pick(keep)}</strong> {pick(how)} <span class="small">{pick(why)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What to do now: how to verify, whom to ask, what to keep, where to read on. */
export function NextSteps({ explanation }: { explanation: Explanation }) {
  const { message, verify, evidence, steps, guide } = explanation;
  const first = steps.slice(0, FIRST_CHANNELS);
  const more = steps.slice(FIRST_CHANNELS);
  const role = message.role && message.role !== 'unsure' && message.role !== 'debtor' ? message.role : undefined;
  return (
    <section class="next">
      <h2>{t('stepsTitle')}</h2>
      {role && <p class="role-note">{t(`roleNote_${role}` as TextKey)}</p>}
      {verify.length > 0 && <VerifyFlows explanation={explanation} />}
      <EvidenceChecklist items={evidence} />
      <h3>{t('channelsTitle')}</h3>
      <ul class="channels">
        {first.map((step) => (
          <ChannelCard key={step.id} step={step} />
        ))}
      </ul>
      {more.length > 0 && (
        <details>
          <summary>{t('channelsMore', more.length)}</summary>
          <ul class="channels">
            {more.map((step) => (
              <ChannelCard key={step.id} step={step} />
            ))}
          </ul>
        </details>
      )}
      <GuideLinks pages={guide} />
    </section>
  );
}
