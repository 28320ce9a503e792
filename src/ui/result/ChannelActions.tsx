import type { ChannelFile } from '../../knowledge/schema';
import { CopyButton } from '../CopyButton';
import { t } from '../i18n';

/** The ways to reach a channel from here: dial, copy the number, open its site. */
export function ChannelActions({ channel: { dial, url } }: { channel: ChannelFile }) {
  if (!dial && !url) return null;
  return (
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
  );
}
