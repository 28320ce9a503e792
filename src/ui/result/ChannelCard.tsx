import type { ComponentChildren } from 'preact';
import type { ExplainedStep } from '../../screen/explain';
import { CheckedOn } from '../CheckedOn';
import { CopyButton } from '../CopyButton';
import { pick, t } from '../i18n';
import { ChannelActions } from './ChannelActions';

interface Props {
  readonly step: ExplainedStep;
  /** Makes it a place that an address can name. */
  readonly anchor?: string;
  /** What else is to be said under its name. */
  readonly children?: ComponentChildren;
}

/** One channel: what it is for, how to reach it, what it demands first and whose clock runs. */
export function ChannelCard({ step: { channel, when, why }, anchor, children }: Props) {
  const { name, about, phoneNote, sms, app, prerequisites, deadline, steps, say, evidence } = channel;
  return (
    <li class="channel" {...(anchor && { id: anchor, tabIndex: -1 })}>
      <h4>{pick(name)}</h4>
      {children}
      {when && (
        <p>
          <strong>{t('stepWhen')}</strong>
          {pick(when)}
        </p>
      )}
      <p>{pick(why ?? about)}</p>
      {why && <p class="small">{pick(about)}</p>}
      <ChannelActions channel={channel} />
      {[phoneNote, sms, app].map((note) => note && <p key={note.en}>{pick(note)}</p>)}
      <p class="small">
        <strong>{t('prerequisites')}</strong>
        {pick(prerequisites)}
      </p>
      {(deadline || channel.kind === 'channel') && (
        <p class="small">
          <strong>{t('deadline')}</strong>
          {deadline ? pick(deadline) : t('deadlineNone')}
        </p>
      )}
      <p class="small">
        <CheckedOn day={channel.checked} />
      </p>
      {steps.length > 0 && (
        <details>
          <summary>{t('howTo')}</summary>
          <ol>
            {steps.map((step) => (
              <li key={step.en}>{pick(step)}</li>
            ))}
          </ol>
          {say && (
            <p>
              <strong>{t('say')}</strong>
              <q class="say">{pick(say)}</q> <CopyButton text={pick(say)} label={t('copySay')} />
            </p>
          )}
          {evidence.length > 0 && (
            <>
              <h5>{t('bring')}</h5>
              <ul>
                {evidence.map((item) => (
                  <li key={item.en}>{pick(item)}</li>
                ))}
              </ul>
            </>
          )}
        </details>
      )}
    </li>
  );
}
