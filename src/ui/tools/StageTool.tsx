import { signal } from '@preact/signals';
import { chinaDay } from '../../screen/clock';
import { isDay } from '../../tools/days';
import { overdueOn } from '../../tools/stage';
import { CopyButton } from '../CopyButton';
import { t } from '../i18n';
import { linkTo } from '../workspace/address';
import { DayField } from './fields';

const due = signal('');
const asOf = signal(chinaDay(new Date()));

function lines(): string[] {
  const { days, stage } = overdueOn(due.value, asOf.value);
  if (stage === 'notDue') return [days === 0 ? t('toolStageOnDay') : t('toolStageAhead', -days)];
  return [t('toolStageDays', days), t(`toolStage_${stage}`), t('toolStagePractice')];
}

/** Days overdue and the stage that is commonly called so. */
export function StageTool() {
  const isReady = isDay(due.value) && isDay(asOf.value);
  return (
    <>
      <p>{t('toolStageIntro')}</p>
      <div class="grid">
        <DayField
          label={t('toolStageDue')}
          value={due.value}
          error={due.value && !isDay(due.value) ? ['toolErrorDay'] : undefined}
          onInput={(day) => {
            due.value = day;
          }}
        />
        <DayField
          label={t('toolStageToday')}
          value={asOf.value}
          error={isDay(asOf.value) ? undefined : ['toolErrorDay']}
          onInput={(day) => {
            asOf.value = day;
          }}
        />
      </div>
      <div id="stage-result" role="status" class={isReady ? 'tool-result' : ''}>
        {isReady &&
          lines().map((line, index) => (
            <p key={line} class={index === 0 ? 'figure' : ''}>
              {line}
            </p>
          ))}
      </div>
      <p class="actions no-print">
        <a href={linkTo('guide', 'stages')}>{t('toolStageGuide')}</a>
        {isReady && <CopyButton text={() => lines().join('\n')} label={t('copyResult')} />}
      </p>
    </>
  );
}
