import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { chinaDay } from '../../screen/clock';
import { EVENT_KINDS, type EventKind } from '../../tools/limitation';
import { CopyButton } from '../CopyButton';
import { t } from '../i18n';
import { addEntered, before, entered, events, keyOf, timeline, undoEvents } from './debt-events';
import { Call12348, DayField, Outcome, type Said } from './fields';
import { useNextFocus } from './next-focus';
import { cite, Rules } from './Rules';
import { TimelineFigure, TimelineTable } from './Timeline';

const RULES = ['mfd-188', 'mfd-189', 'mfd-192', 'mfd-195', 'ss-8', 'ss-14', 'ss-19'];

/** What can be said about the end of the period, in sentences. */
function conclusion(): string[] {
  const { lastDay, earliest, unknown } = timeline.value;
  if (!lastDay || !earliest) return [t(`toolTimelineUnknown_${unknown ?? 'noStart'}`)];
  const isAhead = earliest > chinaDay(new Date());
  return [t('toolTimelineResult', lastDay, earliest), t(isAhead ? 'toolTimelineAhead' : 'toolTimelinePast')];
}

const notes = (): string[] => [
  t('toolNote_count'),
  t('toolNote_earlier'),
  t('toolNote_proof'),
  t('toolNote_other'),
  t('toolNote_lawyer'),
];

function timelineText(): string {
  const rows = timeline.value.entries.map(
    ({ day, kind, effect, law }, index) =>
      `${index + 1}. ${day} ${t(`toolEvent_${kind}`)}\n   ${t(`toolEffect_${effect}`)} ${law.map(cite).join(' ')}`,
  );
  return [t('tool_limitation'), ...rows, '', ...conclusion(), t('toolLimitationWarn'), '', ...notes()].join('\n');
}

function EventForm() {
  const said = useSignal<{ readonly error?: Said; readonly done?: Said }>({});
  const choice = useRef<HTMLSelectElement>(null);
  const { kind, day } = entered.value;
  return (
    <form
      class="no-print"
      onSubmit={(event) => {
        event.preventDefault();
        const error = addEntered();
        said.value = error ? { error } : { done: ['toolEventAdded', day, t(`toolEvent_${kind}`)] };
        if (!error) choice.current?.focus();
      }}
    >
      <div class="grid">
        <label class="field wide">
          <span>{t('toolEventKind')}</span>
          <select
            ref={choice}
            value={kind}
            onChange={(event) => {
              entered.value = { ...entered.value, kind: event.currentTarget.value as EventKind };
            }}
          >
            {EVENT_KINDS.map((each) => (
              <option key={each} value={each}>
                {t(`toolEvent_${each}`)}
              </option>
            ))}
          </select>
        </label>
        <DayField
          label={t('toolEventDay')}
          value={day}
          onInput={(value) => {
            entered.value = { ...entered.value, day: value };
          }}
        />
      </div>
      <p class="actions">
        <button type="submit" class="button primary">
          {t('toolAddEvent')}
        </button>
        <button type="button" class="button" disabled={!before.value.length} onClick={undoEvents}>
          {t('undo')}
        </button>
      </p>
      <Outcome {...said.value} />
    </form>
  );
}

/** Events around a debt, what each may do to the limitation period, and the earliest day on which it might have run. */
export function LimitationTool() {
  const hasEvents = events.value.length > 0;
  const box = useRef<HTMLDivElement>(null);
  useNextFocus(box, timeline.value.entries.map(keyOf), 'form select');
  return (
    <div ref={box}>
      <p>{t('toolLimitationIntro')}</p>
      <p class="lead" role="note">
        {t('toolLimitationWarn')}
      </p>
      <EventForm />
      {hasEvents && (
        <>
          <TimelineFigure />
          <TimelineTable />
        </>
      )}
      <div id="timeline-result" role="status" class={hasEvents ? 'tool-result' : ''}>
        {hasEvents && conclusion().map((line) => <p key={line}>{line}</p>)}
      </div>
      <h3>{t('toolTimelineNotes')}</h3>
      <ul>
        {notes().map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <p class="actions no-print">
        <Call12348 />
        {hasEvents && <CopyButton text={timelineText} label={t('copyResult')} />}
      </p>
      <Rules ids={RULES} />
    </div>
  );
}
