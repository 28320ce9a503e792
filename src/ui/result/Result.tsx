import { useContext, useRef } from 'preact/hooks';
import type { Explanation } from '../../screen/explain';
import { CopyButton } from '../CopyButton';
import { t } from '../i18n';
import { SaveButton } from '../SaveButton';
import { ResultActions } from './actions';
import { blurred } from './blur';
import { verdictSentence } from './describe';
import { FindingCard } from './FindingCard';
import { Leads } from './Leads';
import { MarkedText } from './MarkedText';
import { NextSteps } from './NextSteps';
import { resultAsText } from './text';

function VerdictLine({ explanation }: { explanation: Explanation }) {
  const { verdict, findings, readerFailed } = explanation;
  const lawful = findings.filter(({ level }) => level === 'lawful').length;
  return (
    <div class={`verdict ${verdict}`}>
      <h2>{verdictSentence(explanation)}</h2>
      <p>{t(`verdictNote_${verdict}`)}</p>
      {lawful > 0 && <p>{t('count_lawful', lawful)}</p>}
      {readerFailed && <p>{t('readerFailed')}</p>}
    </div>
  );
}

/** The screening of one message, the same on every surface. */
export function Result({ explanation }: { explanation: Explanation }) {
  const anchors = useRef<(HTMLElement | null)[]>([]);
  const go = (finding: number) => {
    const heading = anchors.current[finding];
    heading?.scrollIntoView({ block: 'center' });
    heading?.focus();
  };
  const more = useContext(ResultActions);
  const { message, findings, notices, day } = explanation;
  return (
    <article class="result">
      <Leads notices={notices} urgency={message.urgency ?? 'none'} />
      <VerdictLine explanation={explanation} />
      {findings.some(({ basis }) => basis === 'text') && (
        <section>
          <h2>{t('messageTitle')}</h2>
          <MarkedText text={message.text} findings={findings} blurred={blurred.value} onGo={go} />
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
            {findings.map((finding, at) => (
              <FindingCard
                key={`${finding.rule} ${finding.level}`}
                finding={finding}
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
      <NextSteps explanation={explanation} />
      <footer class="care">
        <p>
          {t('careDebt')} {t('careMind')}
        </p>
        <p class="small">
          {t('lawDay', day)} {t('notAdvice')}
        </p>
        <p class="actions">
          <CopyButton label={t('copyResult')} text={() => resultAsText(explanation)} />
          <SaveButton name={`${t('appName')}-${day}`} text={() => resultAsText(explanation)} />
          {more(explanation)}
        </p>
      </footer>
    </article>
  );
}
