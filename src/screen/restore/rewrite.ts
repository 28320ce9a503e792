/** Puts what is meant in the place of what is written. */
import type { Canonical } from '../normalize';
import { LOOK_ALIKE, SPLIT } from '../normalize/flags';
import type { Step } from './lattice';
import { RESEMBLING } from './readings';

/** The text with what is meant in the place of what is written; each character keeps the place of all it stood for. */
export function rewrite(canonical: Canonical, steps: readonly Step[]): Canonical {
  const shorter = steps.reduce((sum, { from, to }) => sum + to - from - 1, 0);
  const size = canonical.text.length - shorter;
  const start = new Uint32Array(size);
  const end = new Uint32Array(size);
  const disguise = new Uint8Array(size);
  const parts: string[] = [];
  let read = 0;
  let write = 0;
  const copy = (to: number) => {
    parts.push(canonical.text.slice(read, to));
    start.set(canonical.start.subarray(read, to), write);
    end.set(canonical.end.subarray(read, to), write);
    disguise.set(canonical.disguise.subarray(read, to), write);
    write += to - read;
    read = to;
  };
  for (const { from, to, code, kind } of steps) {
    copy(from);
    parts.push(String.fromCharCode(code));
    start[write] = canonical.start[from] ?? 0;
    end[write] = canonical.end[to - 1] ?? 0;
    disguise[write++] = (canonical.disguise[from] ?? 0) | (kind === RESEMBLING ? LOOK_ALIKE : SPLIT);
    read = to;
  }
  copy(canonical.text.length);
  return { original: canonical.original, text: parts.join(''), start, end, disguise };
}
