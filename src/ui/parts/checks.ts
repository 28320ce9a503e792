import { computed, signal } from '@preact/signals';
import { PARTS_LIMIT, type Part } from '../../intake/split';
import type { Explanation } from '../../screen/explain';

/** One of several messages on its way through the check. */
export interface PartCheck {
  readonly part: Part;
  readonly state: 'waiting' | 'checking' | 'checked' | 'failed';
  /** While `checking`, what the rules alone say, if that is known. */
  readonly explanation?: Explanation;
  readonly error?: Error;
}

/** Checks one text; `early` may be called once, with the result of the rules alone. */
export type CheckPart = (
  part: Part,
  early: (explanation: Explanation) => void,
  signal: AbortSignal,
) => Promise<Explanation>;

export type Checks = ReturnType<typeof createChecks>;

/** Several messages that are checked one by one, in order; a new start gives up the one before. */
export function createChecks(checkPart: CheckPart) {
  const items = signal<readonly PartCheck[]>([]);
  const selected = signal(0);
  let work = new AbortController();

  const set = (at: number, change: Partial<PartCheck>) => {
    items.value = items.peek().map((item, i) => (i === at ? { ...item, ...change } : item));
  };
  const run = async () => {
    work.abort();
    work = new AbortController();
    const { signal: given } = work;
    for (let at = 0; at < items.peek().length; at++) {
      const { part, state } = items.peek()[at] as PartCheck;
      if (state === 'checked') continue;
      set(at, { state: 'checking' });
      try {
        const explanation = await checkPart(part, (early) => given.aborted || set(at, { explanation: early }), given);
        if (given.aborted) return;
        items.value = items.peek().map((item, i) => (i === at ? { part, state: 'checked', explanation } : item));
      } catch (error) {
        if (given.aborted) return;
        set(at, { state: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
      }
    }
  };
  return {
    items,
    selected,
    current: computed(() => items.value[selected.value]),
    done: computed(() => items.value.filter(({ state }) => state === 'checked' || state === 'failed').length),
    stopped: computed(() => items.value.length > 0 && items.value.every(({ state }) => state !== 'checking')),
    /** Checks the first {@link PARTS_LIMIT} of them: every change of one draws the list of all again. */
    start(given: readonly Part[]): Promise<void> {
      const parts = given.slice(0, PARTS_LIMIT);
      const before = items.peek();
      const same = parts.length === before.length && parts.every(({ text }, at) => text === before[at]?.part.text);
      // Of the same messages with other details the old results stay in view until the new ones come.
      items.value = same
        ? before.map((item) => ({ ...item, state: 'waiting' }))
        : parts.map((part) => ({ part, state: 'waiting' }));
      if (!same) selected.value = 0;
      return run();
    },
    /** Keeps what is done. */
    stop(): void {
      work.abort();
      items.value = items.peek().map((item) => (item.state === 'checking' ? { ...item, state: 'waiting' } : item));
    },
    /** Goes on with what is waiting or failed. */
    resume: run,
  };
}
