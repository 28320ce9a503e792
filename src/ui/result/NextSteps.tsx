import { knowledge } from '../../knowledge';
import type { VerifyFlow } from '../../knowledge/vocabulary';
import type { Message, Screening } from '../../screen';
import { pick, type TextKey, t } from '../i18n';
import { ChannelCard } from './ChannelCard';
import { ruleOf } from './describe';

/** The routing reference: three channels first, the rest folded. */
const FIRST_CHANNELS = 3;

function flowsOf(screening: Screening, message: Message): VerifyFlow[] {
  const flows = new Set(screening.findings.flatMap((finding) => ruleOf(finding)?.verify ?? []));
  if (screening.leads.includes('authority') && !flows.size) flows.add('court').add('police');
  if (message.sender && screening.verdict !== 'nothing-found') flows.add('number');
  return [...flows];
}

function VerifyFlows({ flows }: { flows: readonly VerifyFlow[] }) {
  return (
    <section>
      <h3>{t('verifyTitle')}</h3>
      {flows.map((flow) => {
        const { title, steps, caution } = knowledge.verify[flow];
        return (
          <details key={flow} open={flows.length === 1}>
            <summary>{pick(title)}</summary>
            <ol>
              {steps.map((step) => (
                <li key={step.en}>{pick(step)}</li>
              ))}
            </ol>
            <p class="small">{pick(caution)}</p>
          </details>
        );
      })}
    </section>
  );
}

function EvidenceChecklist({ screening }: { screening: Screening }) {
  const found = new Set<string>(screening.findings.flatMap(({ category }) => category ?? []));
  const items = knowledge.evidence.filter(({ categories }) => categories.some((id) => id === 'all' || found.has(id)));
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

/** What to do now: how to verify, whom to ask, what to keep. */
export function NextSteps({ screening, message }: { screening: Screening; message: Message }) {
  const flows = flowsOf(screening, message);
  const first = screening.steps.slice(0, FIRST_CHANNELS);
  const more = screening.steps.slice(FIRST_CHANNELS);
  const role = message.role && message.role !== 'unsure' && message.role !== 'debtor' ? message.role : undefined;
  return (
    <section class="next">
      <h2>{t('stepsTitle')}</h2>
      {role && <p class="role-note">{t(`roleNote_${role}` as TextKey)}</p>}
      {flows.length > 0 && <VerifyFlows flows={flows} />}
      <EvidenceChecklist screening={screening} />
      <h3>{t('channelsTitle')}</h3>
      <ul class="channels">
        {first.map((step) => (
          <ChannelCard key={step.channel} step={step} />
        ))}
      </ul>
      {more.length > 0 && (
        <details>
          <summary>{t('channelsMore', more.length)}</summary>
          <ul class="channels">
            {more.map((step) => (
              <ChannelCard key={step.channel} step={step} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
