/** The part of the filtered list that is in view; the worker has the rest. */
import { computed, effect, signal } from '@preact/signals';
import type { Filter, Item } from '../../intake/inbox/list';
import { look } from './inbox';
import { filter, version } from './state';

const CHUNK = 100;
/** Chunks that are kept. */
const MOST = 12;

interface Window {
  readonly filter: Filter;
  /** Absent until the worker has answered. */
  readonly total?: number;
  readonly chunks: ReadonlyMap<number, readonly Item[]>;
}

const shown = signal<Window>({ filter: {}, chunks: new Map() });
/** For which state of the list a chunk was asked for last. */
const asked = new Map<number, string>();

effect(() => {
  const next = filter.value;
  asked.clear();
  shown.value = { filter: next, chunks: new Map() };
});

export const total = computed(() => shown.value.total);

/** A line of the list, once it is here. */
export function itemAt(index: number): Item | undefined {
  return shown.value.chunks.get(Math.floor(index / CHUNK))?.[index % CHUNK];
}

/** Asks for the lines between two indexes, as far as they are not here in their newest state. */
export async function need(first: number, last: number): Promise<void> {
  const wanted = filter.peek();
  const state = `${version.peek()}`;
  for (let chunk = Math.floor(first / CHUNK); chunk <= Math.floor(last / CHUNK); chunk++) {
    if (asked.get(chunk) === state) continue;
    asked.set(chunk, state);
    const found = await look('list', wanted, chunk * CHUNK, (chunk + 1) * CHUNK);
    if (!found || filter.peek() !== wanted) return;
    const chunks = new Map(shown.peek().chunks);
    chunks.delete(chunk);
    chunks.set(chunk, found.items);
    for (const old of [...chunks.keys()].slice(0, Math.max(0, chunks.size - MOST))) {
      chunks.delete(old);
      asked.delete(old);
    }
    shown.value = { filter: wanted, total: found.total, chunks };
  }
}
