import { useRef } from 'preact/hooks';
import { knowledge } from '../../knowledge';
import type { Message, Screening } from '../../screen';
import { CopyButton } from '../CopyButton';
import { t } from '../i18n';
import { blurred } from './blur';
import { verdictSentence } from './describe';
import { FindingCard } from './FindingCard';
import { groupFindings } from './groups';
import { Leads } from './Leads';
import { MarkedText } from './MarkedText';
import { NextSteps } from './NextSteps';
import { resultAsText } from './text';

interface Props {
  readonly message: Message;
  readonly screening: Screening;
}

function VerdictLine({ screening }: { screening: Screening }) {
  const { verdict, findings } = screening;
  const lawful = groupFindings(findings.filter(({ level }) => level === 'lawful')).length;
  return (
    <div class={`verdict ${verdict}`}>
      <h2>{verdictSentence(screening)}</h2>
      <p>{t(`verdictNote_${verdict}`)}</p>
      {lawful > 0 && <p>{t('count_lawful', lawful)}</p>}
    </div>
  );
}

/** The screening of one message, the same on every surface. */
export function Result({ message, screening }: Props) {
  const anchors = useRef<(HTMLElement | null)[]>([]);
  const go = (group: number) => {
    const heading = anchors.current[group];
    heading?.scrollIntoView({ block: 'center' });
    heading?.focus();
  };
  const { findings } = screening;
  const groups = groupFindings(findings);
  return (
    <article class="result">
      <Leads leads={screening.leads} urgency={message.urgency ?? 'none'} />
      <VerdictLine screening={screening} />
      {findings.some(({ basis }) => basis === 'text') && (
        <section>
          <h2>{t('messageTitle')}</h2>
          <MarkedText text={message.text} screening={screening} groups={groups} blurred={blurred.value} onGo={go} />
          <p class="legend small">
            {(['violation', 'verify', 'lawful'] as const)
              .filter((level) => findings.some((finding) => finding.level === level))
              .map((level) => (
                <span key={level} class={`tag ${level}`}>
                  {t(`level_${level}`)}
                </span>
              ))}
            <button
              type="button"
              class="link"
              aria-pressed={blurred.value}
              onClick={() => (blurred.value = !blurred.value)}
            >
              {t(blurred.value ? 'blurOff' : 'blurOn')}
            </button>
          </p>
        </section>
      )}
      {findings.length > 0 && (
        <section>
          <h2>{t('findingsTitle')}</h2>
          <ol class="findings">
            {groups.map((group, at) => (
              <FindingCard
                key={`${group.first.rule} ${group.first.level}`}
                group={group}
                number={at + 1}
                blurred={blurred.value}
                anchor={(element) => {
                  anchors.current[at] = element;
                }}
              />
            ))}
          </ol>
        </section>
      )}
      <NextSteps screening={screening} message={message} />
      <footer class="care">
        <p>
          {t('careDebt')} {knowledge.channels['mind-12356'] && t('careMind')}
        </p>
        <p class="small">
          {t('lawDay', screening.day)} {t('notAdvice')}
        </p>
        <CopyButton label={t('copyResult')} text={() => resultAsText(message, screening)} />
      </footer>
    </article>
  );
}
