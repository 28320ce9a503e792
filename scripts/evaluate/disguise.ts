/** Ways in which senders write a message so that filters miss it; each is a pure function of the text. */
import { Converter } from 'opencc-js';
import { readingsOf, soundAlikes } from './disguise-sounds';
import { BRACKETS, CLOSING_LINES, INSERTED, LOOK_ALIKES, SPLITS, SYMBOLS, ZERO_WIDTH } from './disguise-tables';
import { type Random, randomFrom } from './random';

/** What was written instead of the units `start` … `end` (exclusive) of the text, in UTF-16 units. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly written: string;
}

export interface Disguised {
  readonly text: string;
  /** Where words of the undisguised text now stand; UTF-16 units, `end` exclusive. */
  moved(start: number, end: number): { start: number; end: number };
}

const HAN = /^\p{Script=Han}$/u;
const PUNCTUATION = /^\p{P}$/u;
const toTraditional = Converter({ from: 'cn', to: 't' });

const pick = <T>(from: ArrayLike<T>, random: Random): T => from[Math.floor(random() * from.length)] as T;

/** Rewrites single characters; `at` counts the Han characters from 0. */
type Write = (char: string, at: number, random: Random) => string;

const onHan =
  (write: Write) =>
  (chars: readonly string[], random: Random): string[] => {
    let at = 0;
    return chars.map((char) => (HAN.test(char) ? write(char, at++, random) : char));
  };

/** Puts something between two neighbouring Han characters. */
const between =
  (insert: (random: Random) => string) =>
  (chars: readonly string[], random: Random): string[] =>
    chars.map((char, i) => (HAN.test(char) && HAN.test(chars[i + 1] ?? '') ? char + insert(random) : char));

const withSounds =
  (write: (char: string, sound: string, at: number) => string) =>
  (chars: readonly string[]): string[] => {
    const sounds = readingsOf(chars);
    let at = 0;
    return chars.map((char, i) => (sounds[i] ? write(char, sounds[i], at++) : char));
  };

/** Exactly a third of the Han characters, rounded up, each by another one of the same toneless sound. */
function homophone(chars: readonly string[], random: Random): string[] {
  const sounds = readingsOf(chars);
  const places = chars.flatMap((char, i) => (soundAlikes(sounds[i], char).length ? [{ i, order: random() }] : []));
  const third = Math.ceil(chars.filter((char) => HAN.test(char)).length / 3);
  const chosen = new Set(
    places
      .sort((a, b) => a.order - b.order)
      .slice(0, third)
      .map(({ i }) => i),
  );
  return chars.map((char, i) => (chosen.has(i) ? pick(soundAlikes(sounds[i], char), random) : char));
}

/** With its words in view (发 is 發 or 髮); character by character where the length would change. */
function traditional(chars: readonly string[]): string[] {
  const whole = [...toTraditional(chars.join(''))];
  return whole.length === chars.length ? whole : chars.map((char) => toTraditional(char));
}

function fullWidth(char: string): string {
  const code = char.charCodeAt(0);
  return code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : char;
}

const capital = (sound: string): string => (sound[0] as string).toUpperCase();

const closed = (last: string, random: Random): string =>
  `${last}${PUNCTUATION.test(last) ? '' : '。'}${pick(CLOSING_LINES, random)}`;

/** Each takes the characters of a text and gives what stands for each of them. */
const WRITERS = {
  homophone,
  traditional,
  symbols: between((random) => (random() < 0.5 ? pick(INSERTED, random) : '')),
  spaces: between(() => ' '),
  'zero-width': between((random) => pick(ZERO_WIDTH, random)),
  'full-width': (chars) => chars.map(fullWidth),
  brackets: onHan((char, _, random) => (random() < 0.3 ? pick(BRACKETS, random).replace('_', char) : char)),
  'no-punctuation': (chars) => chars.map((char) => (PUNCTUATION.test(char) ? '' : char)),
  'pinyin-mixed': withSounds((char, sound, at) => (at % 2 ? sound : char)),
  'look-alike': onHan((char) => LOOK_ALIKES.get(char) ?? char),
  split: onHan((char) => SPLITS.get(char) ?? char),
  initials: withSounds((char, sound, at) => (at % 3 === 1 ? capital(sound) : char)),
  'full-pinyin': withSounds((_, sound) => `${sound} `),
  'emoji-digits': onHan((char) => SYMBOLS.get(char) ?? char),
  'closing-line': (chars, random) => [...chars.slice(0, -1), ...chars.slice(-1).map((last) => closed(last, random))],
} satisfies Record<string, (chars: readonly string[], random: Random) => string[]>;

export const DISGUISES = [...(Object.keys(WRITERS) as (keyof typeof WRITERS)[]), 'reversed'] as const;
export type DisguiseKind = (typeof DISGUISES)[number];

/** Two neighbouring Han characters change places, at two of five chances; the two are one part. */
function reversed(text: string, random: Random): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const [written] of text.matchAll(/\p{Script=Han}{2}|./gsu)) {
    const [first, second] = [...written];
    const turned = second && random() < 0.4 ? second + first : written;
    parts.push({ start: at, end: at + written.length, written: turned });
    at += written.length;
  }
  return parts;
}

/** The same text, kind and `seed` always give the same disguise. A kind may change nothing, as in a text without Han. */
export function disguise(text: string, kind: DisguiseKind, seed = 1): Disguised {
  const random = randomFrom(`${seed}:${kind}:${text}`);
  return assemble(kind === 'reversed' ? reversed(text, random) : single(text, WRITERS[kind], random));
}

function single(text: string, write: (chars: readonly string[], random: Random) => string[], random: Random): Part[] {
  const chars = [...text];
  let at = 0;
  return write(chars, random).map((written, i) => {
    const start = at;
    at += (chars[i] as string).length;
    return { start, end: at, written };
  });
}

function assemble(parts: readonly Part[]): Disguised {
  const begins: number[] = [0];
  for (const { written } of parts) begins.push((begins.at(-1) as number) + written.length);
  return {
    text: parts.map(({ written }) => written).join(''),
    moved(start, end) {
      const first = parts.findIndex((part) => part.end > start);
      const last = parts.findIndex((part) => part.end >= end);
      return { start: begins[first] ?? 0, end: begins[last + 1] ?? 0 };
    },
  };
}
