/** From places in the canonical text back to the message as it was received. */
import type { Canonical } from '../normalize';
import { BEFORE, HIDDEN, OWN, SPACED } from './flags';

export interface Disguise {
  /** As it stood in the message; invisible characters are shown as ▯. */
  readonly written: string;
  readonly meant: string;
}

/** Shorter finds are shown whole (亻崔收→催收), longer ones only around the disguise. */
const SHOWN_WHOLE = 6;
const LONGEST_TITLE = 24;
const invisible = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Where the units `start`..`end` (exclusive) of the canonical text stood in the original, in UTF-16 units. Never
 * cuts a surrogate pair or tears a mark from its character. An empty range gives an empty range.
 */
export function originalSpan(c: Canonical, start: number, end: number): { start: number; end: number } {
  const from = Math.max(0, Math.min(start, c.text.length));
  const to = Math.max(from, Math.min(end, c.text.length));
  const first = c.start[from] ?? c.original.length;
  return { start: first, end: to === from ? first : Math.max(first, c.end[to - 1] ?? first) };
}

/**
 * The disguises inside `start`..`end` of the canonical text, for 「写法被伪装：亻崔收→催收」. Full-width forms,
 * traditional script and case are ordinary writing and never listed.
 */
export function disguises(c: Canonical, start: number, end: number): Disguise[] {
  const ranges: { from: number; to: number }[] = [];
  for (let i = Math.max(0, start); i < Math.min(end, c.text.length); i++) {
    const flags = c.disguise[i] ?? 0;
    const before = i > start && (flags & BEFORE) !== 0;
    const own = (flags & (i + 1 < end ? OWN : OWN & ~HIDDEN)) !== 0;
    if ((!before && !own) || (isSpaced(c, i) && !own && isTitle(c, i))) continue;
    const from = before ? i - 1 : i;
    const to = (flags & HIDDEN) !== 0 && i + 1 < end ? i + 2 : i + 1;
    const last = ranges.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else ranges.push({ from, to });
  }
  if (ranges.length > 0 && end - start <= SHOWN_WHOLE) return [show(c, start, end)];
  return ranges.map(({ from, to }) => show(c, from, to));
}

const isSpaced = (c: Canonical, at: number): boolean => ((c.disguise[at] ?? 0) & BEFORE) === SPACED;

/** A line that is spaced out from end to end (传 票) is layout, in real court papers too. */
function isTitle(c: Canonical, at: number): boolean {
  let from = at;
  while (isSpaced(c, from) && at - from < LONGEST_TITLE) from--;
  let to = at + 1;
  while (isSpaced(c, to) && to - at < LONGEST_TITLE) to++;
  return (from <= 0 || c.text[from - 1] === '\n') && (to >= c.text.length || c.text[to] === '\n');
}

function show(c: Canonical, start: number, end: number): Disguise {
  const span = originalSpan(c, start, end);
  const written = c.original.slice(span.start, span.end).replace(invisible, '▯');
  return { written, meant: c.text.slice(start, end) };
}
