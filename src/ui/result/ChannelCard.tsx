import type { ExplainedStep } from '../../screen/explain';
import { CopyButton } from '../CopyButton';
import { pick, t } from '../i18n';

/** One channel: what it is for, how to reach it, what it demands first and whose clock runs. */
export function ChannelCard({ step: { channel, when, why } }: { step: ExplainedStep }) {
  const { name, about, dial, phoneNote, sms, url, app, prerequisites, deadline, steps, evidence } = channel;
  return (
    <li class="channel">
      <h4>{pick(name)}</h4>
      {when && (
        <p>
          <strong>{t('stepWhen')}</strong>
          {pick(when)}
        </p>
      )}
      <p>{pick(why ?? about)}</p>
      {why && <p class="small">{pick(about)}</p>}
      <p class="actions">
        {dial && (
          <>
            <a class="button" href={`tel:${dial}`}>
              {t('call', dial)}
            </a>
            <CopyButton text={dial} label={t('copyNumber')} />
          </>
        )}
        {url && (
          <a class="button" href={url} target="_blank" rel="noreferrer">
            {t('open')}
          </a>
        )}
      </p>
      {[phoneNote, sms, app].map((note) => note && <p key={note.en}>{pick(note)}</p>)}
      <p class="small">
        <strong>{t('prerequisites')}</strong>
        {pick(prerequisites)}
      </p>
      {deadline && (
        <p class="small">
          <strong>{t('deadline')}</strong>
          {pick(deadline)}
        </p>
      )}
      {steps.length > 0 && (
        <details>
          <summary>{t('howTo')}</summary>
          <ol>
            {steps.map((step) => (
              <li key={step.en}>{pick(step)}</li>
            ))}
          </ol>
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
