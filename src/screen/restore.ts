/**
 * Second stage of the pipeline: where a message hides its characters behind Latin letters, look-alikes or pieces, reads
 * what is meant from the characters around them. A text that hides nothing comes back as it is.
 */
import type { Canonical } from './normalize';
import { classOf, HAN } from './normalize/classes';
import { LOOK_ALIKE, SPLIT } from './normalize/flags';
import { type Confusions, decodeConfusions } from './restore/confusions';
import type { Language } from './restore/language';
import { readLatin } from './restore/latin';
import { bestPath, type Step } from './restore/lattice';
import { FIRST_LETTER, PIECES, RESEMBLING, readingsOf, SOUNDS_ALIKE, SPELT } from './restore/readings';
import type { Tables } from './tables';

export type Restore = (canonical: Canonical) => Canonical;

/** How many places of a kind prove that they are meant so. */
const LEAST: Readonly<Record<number, number>> = {
  [SPELT]: 2,
  [FIRST_LETTER]: 3,
  [RESEMBLING]: 3,
  [PIECES]: 2,
  [SOUNDS_ALIKE]: 3,
};

/** By how much, in the measure of `Language.cost`. */
const LEAST_GAIN = 6;

/**
 * Share of the ideographs that must be better read as others before any is. Messages about other things than money hold
 * a tenth of such characters by chance; whoever hides words so exchanges a fifth or more.
 */
const LEAST_SHARE = 0.14;
/** A restored text must read like those the pairs were counted in, else nothing is known of what it means. */
const LEAST_FIT = 0.55;
/** What a character that is in no ordinary text counts for. */
const RARE = 3;

/** The tables take some tens of milliseconds to decode: that is done for the first message. */
export function createRestore(tables: Tables): Restore {
  let confusions: Confusions | undefined;
  return (canonical) => {
    confusions ??= decodeConfusions(tables);
    const { text } = canonical;
    const { bySyllable, language } = confusions;
    const marks = readLatin(text, (letters) => bySyllable.has(letters));
    const steps = bestPath(text.length, readingsOf(text, marks, confusions), language);
    const proven = steps.filter((step) => isProven(step, text.charCodeAt(step.from), language));
    const kept = enough(proven, text, confusions);
    if (!kept.length) return canonical;
    const restored = rewrite(canonical, kept);
    return fitOf(restored.text, language) >= LEAST_FIT ? restored : canonical;
  };
}

/** Leaves out kinds that too few places speak for. */
function enough(steps: readonly Step[], text: string, { alike }: Confusions): Step[] {
  const counts = new Map<number, number>();
  let changed = 0;
  for (const { kind, from } of steps) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (kind === RESEMBLING || kind === SOUNDS_ALIKE) changed += alike(text.charCodeAt(from)).length ? 1 : RARE;
  }
  let ideographs = 0;
  for (let i = 0; i < text.length; i++) if (classOf(text.charCodeAt(i)) === HAN) ideographs++;
  const many = changed >= 3 && changed >= ideographs * LEAST_SHARE;
  return steps.filter(({ kind }) =>
    kind === RESEMBLING || kind === SOUNDS_ALIKE ? many : (counts.get(kind) ?? 0) >= (LEAST[kind] ?? 1),
  );
}

/** Share of the neighbouring ideographs that are known as neighbours. */
function fitOf(text: string, language: Language): number {
  let pairs = 0;
  let known = 0;
  for (let i = 1; i < text.length; i++) {
    const [first, second] = [text.charCodeAt(i - 1), text.charCodeAt(i)];
    if (classOf(first) !== HAN || classOf(second) !== HAN) continue;
    pairs++;
    if (language.seen(first, second)) known++;
  }
  return pairs ? known / pairs : 0;
}

/** Whether what is read fits where it stands, and, where an ideograph stood there, fits far better than that one. */
function isProven({ kind, previous, next, code }: Step, written: number, language: Language): boolean {
  const links = Number(language.seen(previous, code)) + Number(language.seen(code, next));
  if (kind !== RESEMBLING && kind !== SOUNDS_ALIKE) return links > 0;
  const cost = (character: number) => language.cost(previous, character) + language.cost(character, next);
  const gain = cost(written) - cost(code);
  return gain >= LEAST_GAIN && links >= (language.knows(written) ? 2 : 1);
}

/** The text with what is meant in the place of what is written; each character keeps the place of all it stood for. */
function rewrite(canonical: Canonical, steps: readonly Step[]): Canonical {
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
