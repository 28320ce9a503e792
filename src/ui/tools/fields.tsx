import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { type TextKey, t } from '../i18n';

/** A text that follows the language: its key and values. */
export type Said = readonly [TextKey, ...(string | number)[]];

interface DayProps {
  readonly label: string;
  /** `YYYY-MM-DD`, or what the user has typed so far. */
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly error?: Said | undefined;
}

/** A day with its label, and what is wrong with it. Years have four digits, so typing goes on to the month by itself. */
export function DayField({ label, value, onInput, error }: DayProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <DayInput id={id} value={value} onInput={onInput} isInvalid={!!error} describedBy={`${id}-error`} />
      <p id={`${id}-error`} role="alert" class="error">
        {error && t(...error)}
      </p>
    </div>
  );
}

interface InputProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly isInvalid: boolean;
  readonly describedBy?: string | undefined;
  /** One of both: for the label beside it, or a name where there is none. */
  readonly id?: string;
  readonly name?: string;
}

export function DayInput({ value, onInput, isInvalid, describedBy, id, name }: InputProps) {
  return (
    <input
      id={id}
      type="date"
      min="1990-01-01"
      max="2099-12-31"
      value={value}
      aria-label={name}
      aria-invalid={isInvalid}
      aria-describedby={describedBy}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
}

/** What became of the last thing the user asked for: an alert where it failed. */
export function Outcome({ error, done }: { error?: Said | undefined; done?: Said | undefined }) {
  return (
    <>
      <p role="alert" class="error">
        {error && t(...error)}
      </p>
      <p role="status" class="small">
        {done && t(...done)}
      </p>
    </>
  );
}

/** The number for free legal advice, to dial. */
export function Call12348() {
  return (
    <a class="button no-print" href="tel:12348">
      {t('call', '12348')}
    </a>
  );
}

/** A list of points under a heading that folds it. */
export function Fold({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <details class="tool-fold">
      <summary>{title}</summary>
      {children}
    </details>
  );
}
