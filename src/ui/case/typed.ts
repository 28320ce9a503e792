/**
 * Words typed into the forms of the cases that are not saved yet. They outlive their form, so that looking elsewhere
 * loses nothing; a lock takes them away, and leaving the page asks first.
 */
import { effect, signal } from '@preact/signals';

type Fields = Readonly<Record<string, string | boolean>>;

/** By case and form: only what differs from what is stored, so that another tab's change of other fields stays. */
const words = signal<ReadonlyMap<string, Fields>>(new Map());

const keyOf = (caseId: string, form: string): string => `${caseId}/${form}`;

/** The case of a form that belongs to none yet. */
export const NO_CASE = '';

/** A field of a form, read and written like a signal. */
export interface Box<T> {
  value: T;
}

export interface Typed<T> {
  readonly fields: { readonly [K in keyof T]: Box<T[K]> };
  /** The form as it stands: what was typed, and for the rest what is stored. */
  readonly all: T;
  readonly changed: Partial<T>;
  /** Forgets these words, e.g. once they are saved; what was typed since stays. Without words, all of the form. */
  forget(saved?: Partial<T>): void;
}

/**
 * A form's fields.
 *
 * @param form its name, one in each case
 * @param stored what it shows where nothing was typed
 */
export function typed<T extends { readonly [K in keyof T]: string | boolean }>(
  caseId: string,
  form: string,
  stored: T,
): Typed<T> {
  const key = keyOf(caseId, form);
  const before = stored as Fields;
  const kept = Object.entries(words.value.get(key) ?? {});
  const differing = kept.filter(([name, value]) => before[name] !== value);
  const changed = Object.fromEntries(differing) as Partial<T>;
  // What another tab stored the same is saved: nothing would be lost.
  if (differing.length < kept.length) put(key, changed as Fields);
  const all = { ...stored, ...changed };
  const box = (name: string): Box<string | boolean> => ({
    get value() {
      return (all as Fields)[name] as string | boolean;
    },
    set value(value) {
      const { [name]: _typed, ...others } = words.peek().get(key) ?? {};
      put(key, value === before[name] ? others : { ...others, [name]: value });
    },
  });
  return {
    fields: Object.fromEntries(Object.keys(stored).map((name) => [name, box(name)])) as Typed<T>['fields'],
    all,
    changed,
    forget(saved) {
      const left = Object.entries(words.peek().get(key) ?? {}).filter(
        ([name, value]) => (saved as Fields | undefined)?.[name] !== value,
      );
      put(key, saved ? Object.fromEntries(left) : {});
    },
  };
}

function put(key: string, fields: Fields): void {
  const next = new Map(words.peek());
  if (Object.keys(fields).length) next.set(key, fields);
  else next.delete(key);
  words.value = next;
}

/** Whether a form has words that are not saved: then it is open when its place is shown again. */
export const hasWords = (caseId: string, form: string): boolean => words.peek().has(keyOf(caseId, form));

/** Forgets the words of one form. */
export const forgetForm = (caseId: string, form: string): void => put(keyOf(caseId, form), {});

/**
 * Forgets the words of a case that is locked; without one those of all, and of a case that was only being begun.
 *
 * @returns whether there were any
 */
export function forgetWords(caseId?: string): boolean {
  return keepOnly((key) => caseId !== undefined && !key.startsWith(keyOf(caseId, '')));
}

/** Forgets the words of cases that are no longer there: nothing of them can be saved. */
export function forgetGone(there: readonly string[]): void {
  const ids = new Set([NO_CASE, ...there]);
  keepOnly((key) => ids.has(key.slice(0, key.indexOf('/'))));
}

function keepOnly(stays: (key: string) => boolean): boolean {
  const left = [...words.peek()].filter(([key]) => stays(key));
  const isLess = left.length < words.peek().size;
  if (isLess) words.value = new Map(left);
  return isLess;
}

// While it is there, a page can be closed no faster: so only while something would be lost.
effect(() => {
  if (!words.value.size) return;
  const ask = (event: Event) => event.preventDefault();
  globalThis.addEventListener?.('beforeunload', ask);
  return () => globalThis.removeEventListener?.('beforeunload', ask);
});
