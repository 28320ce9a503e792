import { knowledge } from '../../knowledge';
import type { GuideSection } from '../../knowledge/guide-schema';
import type { Bilingual } from '../../knowledge/schema';
import { CopyButton } from '../CopyButton';
import { language, pick, t } from '../i18n';
import { ChannelActions } from '../result/ChannelActions';
import { linkTo } from '../workspace/address';
import { Articles } from './Articles';
import { Figure } from './figures/Figure';

/** Words to copy. They go to somebody in China, so they are Chinese; English says what they mean. */
function CopyText({ words }: { words: Bilingual }) {
  return (
    <div class="copy-text">
      <blockquote lang="zh-CN">{words.zh}</blockquote>
      {language.value !== 'zh' && (
        <p class="small">
          <strong>{t('copyMeaning')}</strong>
          {pick(words)}
        </p>
      )}
      <p class="actions">
        <CopyButton text={words.zh} label={t('copyWords')} />
      </p>
    </div>
  );
}

/** Channels by name, with the ways to reach them; all the rest is one link away. */
function Channels({ ids }: { ids: readonly string[] }) {
  const channels = ids.flatMap((id) => knowledge.channels[id] ?? []);
  if (!channels.length) return null;
  return (
    <div>
      <h4>{t('channelsTitle')}</h4>
      <ul class="channels compact">
        {channels.map((channel) => (
          <li key={channel.id}>
            <a href={linkTo('guide', 'channels', channel.id)}>{pick(channel.name)}</a>
            <ChannelActions channel={channel} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One section of a page; `anchor` is the address that leads to it. */
export function SectionView({ section, anchor }: { section: GuideSection; anchor: string }) {
  const { title, text, steps, points, copy, caution, practice, figure, law, channels } = section;
  return (
    <section id={anchor} tabIndex={-1} aria-labelledby={`${anchor}-title`}>
      <h3 id={`${anchor}-title`}>{pick(title)}</h3>
      {text.map((paragraph) => (
        <p key={paragraph.zh}>{pick(paragraph)}</p>
      ))}
      {figure && <Figure name={figure} />}
      {steps.length > 0 && (
        <ol>
          {steps.map((step) => (
            <li key={step.zh}>{pick(step)}</li>
          ))}
        </ol>
      )}
      {points.length > 0 && (
        <ul>
          {points.map((point) => (
            <li key={point.zh}>{pick(point)}</li>
          ))}
        </ul>
      )}
      {copy && <CopyText words={copy} />}
      {caution && (
        <p class="lead" role="note">
          <strong>{t('guideCaution')}</strong>
          {pick(caution)}
        </p>
      )}
      {practice && <p class="small">{t('guidePractice')}</p>}
      <Articles ids={law} />
      <Channels ids={channels} />
    </section>
  );
}
