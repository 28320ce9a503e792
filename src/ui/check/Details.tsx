import { useSignal } from '@preact/signals';
import { LENDERS, ROLES, URGENCIES } from '../../knowledge/vocabulary';
import { type TextKey, t } from '../i18n';
import { fieldErrors } from './check';
import { type Draft, dayIncomplete, draft, timeIncomplete } from './draft';

function change(part: Partial<Draft>): void {
  draft.value = { ...draft.value, ...part };
}

function Choice<K extends 'lender' | 'role'>({ field, options }: { field: K; options: readonly Draft[K][] }) {
  return (
    <label>
      <span>{t(field)}</span>
      <select
        value={draft.value[field]}
        onChange={(event) => change({ [field]: event.currentTarget.value } as Partial<Draft>)}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {t(`${field}_${option}` as TextKey)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Urgency in one tap: always in view, because it changes what stands first. */
export function UrgencyChoice() {
  return (
    <fieldset class="urgency">
      <legend>{t('urgencyTitle')}</legend>
      {URGENCIES.map((urgency) => (
        <label key={urgency} class="chip">
          <input
            type="radio"
            name="urgency"
            checked={draft.value.urgency === urgency}
            onChange={() => change({ urgency })}
          />
          <span>{t(`urgency_${urgency}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What makes the check more accurate; all of it optional. */
export function Details() {
  const { day, time, sender } = draft.value;
  const errors = fieldErrors.value;
  const open = useSignal(false);
  return (
    <details
      class="details"
      open={open.value || Object.keys(errors).length > 0}
      onToggle={(event) => {
        open.value = event.currentTarget.open;
      }}
    >
      <summary>{t('detailsTitle')}</summary>
      <div class="grid">
        <label>
          <span>{t('receivedDay')}</span>
          <input
            type="date"
            value={day}
            aria-invalid={errors.day !== undefined}
            aria-describedby="error-day"
            onInput={(event) => {
              dayIncomplete.value = false;
              change({ day: event.currentTarget.value });
            }}
            onBlur={(event) => {
              dayIncomplete.value = event.currentTarget.validity.badInput;
            }}
          />
        </label>
        <label>
          <span>{t('receivedTime')}</span>
          <input
            type="time"
            value={time}
            aria-invalid={errors.time !== undefined}
            aria-describedby="error-day"
            onInput={(event) => {
              timeIncomplete.value = false;
              change({ time: event.currentTarget.value });
            }}
            onBlur={(event) => {
              timeIncomplete.value = event.currentTarget.validity.badInput;
            }}
          />
        </label>
        <p id="error-day" class="error" role="alert">
          {errors.day ?? errors.time}
        </p>
        <label class="wide">
          <span>{t('sender')}</span>
          <input
            type="text"
            value={sender}
            autocomplete="off"
            spellcheck={false}
            aria-invalid={errors.sender !== undefined}
            aria-describedby="error-sender"
            onInput={(event) => change({ sender: event.currentTarget.value })}
          />
        </label>
        <p id="error-sender" class="error" role="alert">
          {errors.sender}
        </p>
        <Choice field="lender" options={LENDERS_UNKNOWN_FIRST} />
        <Choice field="role" options={ROLES_UNSURE_FIRST} />
      </div>
    </details>
  );
}

const LENDERS_UNKNOWN_FIRST = ['unknown' as const, ...LENDERS.filter((lender) => lender !== 'unknown')];
const ROLES_UNSURE_FIRST = ['unsure' as const, ...ROLES.filter((role) => role !== 'unsure')];
