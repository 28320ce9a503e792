import { knowledge } from '../../knowledge';
import type { ChannelFile } from '../../knowledge/schema';
import { CheckedOn } from '../CheckedOn';
import { pick, t } from '../i18n';
import { ChannelCard } from '../result/ChannelCard';
import { PrintButton, Way } from './Way';

/** Kinds in the order of the page: whom to turn to first, what is nobody's office last. */
const KINDS = [
  'channel',
  'verify',
  'evidence',
  'support',
  'self-help',
  'self-regulatory-reference',
  'private',
] as const satisfies readonly ChannelFile['kind'][];

/** Who runs a channel, and what is not certain about it. */
function About({ channel: { operator, official, confidence, checked } }: { channel: ChannelFile }) {
  return (
    <>
      <p class="small">
        {t('channelOperator', pick(operator))} <CheckedOn day={checked} />
      </p>
      {!official && <p class="small">{t('channelPrivate')}</p>}
      {confidence === 'memory' && <p class="small">{t('channelUnverified')}</p>}
    </>
  );
}

/** Everybody one can turn to, with all that is known of each. */
export function ChannelsView() {
  const channels = Object.values(knowledge.channels);
  return (
    <article class="guide-page">
      <Way />
      <h2>{t('guide_channels')}</h2>
      <p class="summary">{t('guideAbout_channels')}</p>
      {KINDS.map((kind) => (
        <section key={kind}>
          <h3>{t(`channelKind_${kind}`)}</h3>
          <ul class="channels">
            {channels
              .filter((channel) => channel.kind === kind)
              .map((channel) => (
                <ChannelCard
                  key={channel.id}
                  step={{ id: channel.id, channel }}
                  anchor={`/guide/channels/${channel.id}`}
                >
                  <About channel={channel} />
                </ChannelCard>
              ))}
          </ul>
        </section>
      ))}
      <PrintButton />
    </article>
  );
}
