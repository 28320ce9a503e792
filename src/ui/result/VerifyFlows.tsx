import type { Explanation } from '../../screen/explain';
import type { Link } from '../../screen/links';
import { pick, t } from '../i18n';

/** The hosts of a message's links, as text only: nothing here can be tapped. */
function Links({ links }: { links: readonly Link[] }) {
  return (
    <>
      <p>{t('linksTitle')}</p>
      <ul class="hosts">
        {links.map(({ host, kind, real }) => (
          <li key={host}>
            <code dir="ltr">{host}</code> {real && t('linkReal', real)} {t(`link_${kind}`)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** How to check what the message claims, with what its links and its number say by themselves. */
export function VerifyFlows({ explanation: { verify, links, number } }: { explanation: Explanation }) {
  return (
    <section>
      <h3>{t('verifyTitle')}</h3>
      {verify.map(({ id, title, steps, caution }) => (
        <details key={id} open={verify.length === 1}>
          <summary>{pick(title)}</summary>
          {id === 'link' && links.length > 0 && <Links links={links} />}
          {id === 'number' && number && (
            <p>
              <strong>{t('numberMeans')}</strong>
              {pick(number)}
            </p>
          )}
          <ol>
            {steps.map((step) => (
              <li key={step.en}>{pick(step)}</li>
            ))}
          </ol>
          <p class="small">{pick(caution)}</p>
        </details>
      ))}
    </section>
  );
}
