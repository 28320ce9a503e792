/** What the page shows of the imported messages. */
import { batch, signal } from '@preact/signals';
import type { Preview } from '../../intake/import/preview';
import type { Format, ImportError, ReadOptions } from '../../intake/import/types';
import type { Filter } from '../../intake/inbox/list';
import type { InboxStep, Overview, Selection, Taken } from '../../intake/inbox/types';

/** What is being done, and since when (milliseconds of `performance.now`). */
export interface Work {
  readonly stage: 'opening' | InboxStep['stage'];
  readonly file?: string;
  readonly since: number;
  /** How much of it was done at `since`; reading counts bytes, the rest messages. */
  readonly begun: number;
  readonly done: number;
  readonly total: number;
  /** Messages so far. */
  readonly rows: number;
  readonly now: number;
}

export interface TakenFile extends Taken {
  readonly name: string;
}

/** Why a file was not taken: an import error, that it was stopped, or the name of any other error. */
export interface Refused {
  readonly file: string;
  readonly error: ImportError | 'stopped' | { readonly name: string };
}

/** A file whose reading needs an answer. */
export interface Question {
  readonly file: string;
  readonly preview: Preview;
  /** Without options the file is left. */
  answer(options?: ReadOptions): void;
  /** Asks anew, with the file taken for something else. */
  takeFor(format: Format): void;
  /** Why it cannot be taken for what was chosen last. */
  readonly problem?: ImportError;
}

export const work = signal<Work | undefined>(undefined);
export const files = signal<readonly TakenFile[]>([]);
export const refused = signal<readonly Refused[]>([]);
export const question = signal<Question | undefined>(undefined);
export const overview = signal<Overview | undefined>(undefined);
/** Screening was stopped, or failed by the error of this name. */
export const unfinished = signal<'stopped' | { readonly name: string } | undefined>(undefined);
export const filter = signal<Filter>({});
/** Senders ticked for saving. */
export const ticked = signal<ReadonlySet<string>>(new Set());
/** The id of the row in view. */
export const chosen = signal<string | undefined>(undefined);
/** What was being saved when its page was left, until whoever comes back is told. */
export const left = signal<Selection | undefined>(undefined);
/** Grows with every change of what the worker holds. */
export const version = signal(0);

/** Back to the beginning. */
export function resetState(): void {
  batch(() => {
    for (const each of [work, overview, unfinished, chosen, question, left]) each.value = undefined;
    files.value = [];
    refused.value = [];
    filter.value = {};
    ticked.value = new Set();
    version.value++;
  });
}

/** Begins a stage. */
export function beginWork(stage: Work['stage'], file?: string): void {
  const now = performance.now();
  work.value = { stage, since: now, now, begun: 0, done: 0, total: 0, rows: 0, ...(file && { file }) };
}

/** Shows how far the work is; nothing where none is going on any more. */
export function showStep(step: InboxStep): void {
  const before = work.value;
  if (!before) return;
  const now = performance.now();
  const [done, rows] = step.stage === 'reading' ? [step.bytes, step.rows] : [step.done, step.done];
  const { stage, total } = step;
  work.value = { ...before, ...(before.stage !== stage && { since: now, begun: done }), stage, done, rows, total, now };
}
