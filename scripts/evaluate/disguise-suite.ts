/** What is still found when a message is disguised, and what is then accused by mistake. */
import { createHash } from 'node:crypto';
import type { Screening } from '../../src/screen';
import type { Labelled } from './corpus';
import { DISGUISES, type Disguised, type DisguiseKind, disguise } from './disguise';
import { add, meet, type Rate, rate, violationsOf, wordsOf } from './score';

/** Least share, of what is found undisguised, that is to be found still; the others are only reported. */
export const GOALS: Partial<Record<DisguiseKind, number>> = {
  homophone: 0.95,
  traditional: 0.95,
  symbols: 0.95,
  spaces: 0.95,
  'zero-width': 0.95,
  'full-width': 0.95,
  brackets: 0.9,
  'no-punctuation': 0.9,
  'pinyin-mixed': 0.8,
  'look-alike': 0.8,
  split: 0.8,
  initials: 0.5,
  'closing-line': 0.95,
};

export interface DisguiseScore {
  readonly kind: DisguiseKind;
  /** Violations found undisguised that come back with a right label. */
  readonly kept: Rate;
  /** Labels found still: how often a finding overlaps the words that prove it. */
  readonly spans: Rate;
  /** Innocent texts accused. */
  readonly alarms: Rate;
  /** The same texts as they were. */
  readonly alarmsBefore: Rate;
}

interface Case {
  readonly message: Labelled;
  readonly disguised: Disguised;
}

export interface Suite {
  readonly kind: DisguiseKind;
  readonly violations: readonly Case[];
  readonly innocent: readonly Case[];
}

const hasRight = ({ labels }: Labelled, screening: Screening): boolean => {
  const found = violationsOf(screening);
  return labels.some((label) => found.has(label));
};

/** In an order that has nothing to do with who wrote a message or when. */
const shuffled = (messages: readonly Labelled[]): Labelled[] => {
  const order = ({ id }: Labelled) => createHash('sha256').update(`disguise:${id}`).digest('hex');
  return messages
    .map((message) => ({ message, key: order(message) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ message }) => message);
};

/**
 * The disguised texts of each kind. A text that a disguise leaves as it was does not count for it.
 *
 * @param screen how an undisguised message is screened: what is not found then cannot be lost
 * @param most messages of each sort for each kind
 */
export function buildSuite(
  messages: readonly Labelled[],
  screen: (message: Labelled) => Screening,
  most: number,
): Suite[] {
  const clear = messages.filter(({ labels, borderline }) => labels.length && !borderline.length);
  const found = shuffled(clear.filter((message) => hasRight(message, screen(message))));
  const innocent = shuffled(messages.filter(({ labels, borderline }) => !labels.length && !borderline.length));
  return DISGUISES.map((kind) => {
    const changed = (from: readonly Labelled[]): Case[] => {
      const cases: Case[] = [];
      for (const message of from) {
        if (cases.length >= most) break;
        const disguised = disguise(message.text, kind);
        if (disguised.text !== message.text) cases.push({ message, disguised });
      }
      return cases;
    };
    return { kind, violations: changed(found), innocent: changed(innocent) };
  });
}

export const textsOf = (suites: readonly Suite[]): string[] =>
  suites.flatMap(({ violations, innocent }) => [...violations, ...innocent].map(({ disguised }) => disguised.text));

/** @param screen both for the texts as they were and for the disguised ones */
export function measureSuite(
  { kind, violations, innocent }: Suite,
  screen: (text: string) => Screening,
): DisguiseScore {
  const result = { kind, kept: rate(), spans: rate(), alarms: rate(), alarmsBefore: rate() };
  for (const { message, disguised } of violations) {
    const found = violationsOf(screen(disguised.text));
    const right = message.labels.filter((label) => found.has(label));
    add(result.kept, right.length > 0);
    for (const label of right) {
      const words = wordsOf(message, label).map(({ start, end }) => disguised.moved(start, end));
      add(result.spans, meet(found.get(label) ?? [], words));
    }
  }
  for (const { message, disguised } of innocent) {
    add(result.alarms, violationsOf(screen(disguised.text)).size > 0);
    add(result.alarmsBefore, violationsOf(screen(message.text)).size > 0);
  }
  return result;
}
