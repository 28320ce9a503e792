/**
 * The screening pipeline: normalize → restore → scan (words, then sounds) → propose (rules, reader) → contexts → acts
 * → role → assess. Pure: no browser API, no input or output, no clock; `today` is handed in.
 */
import type { Knowledge } from '../knowledge/compiled';
import type { Term } from '../knowledge/pattern';
import { withActs } from './act';
import { withoutEnd } from './asides';
import { assess } from './assess';
import { nightContact, readTime } from './clock';
import { applyContexts } from './context';
import { lenderOf } from './lender';
import { MESSAGE_LIMIT } from './limits';
import { normalize } from './normalize';
import { createProposer } from './propose';
import type { Restore } from './restore';
import { applyRole } from './role';
import { createScanner, type Vocabulary } from './scan';
import type { SoundPass } from './sound-pass';
import type { FoldTables } from './tables';
import type { Candidate, Message, OpinionOrFailure, Screening } from './types';
import { besides, wantsOpinion, weigh } from './weigh';

export { InvalidDateError, readTime } from './clock';
export { MESSAGE_LIMIT } from './limits';
export type { Message, Screening } from './types';

export class MessageTooLongError extends Error {
  override readonly name = 'MessageTooLongError';
  constructor(readonly length: number) {
    super(`${length} characters, limit ${MESSAGE_LIMIT}`);
  }
}

export interface Screener {
  /**
   * Screens one message.
   *
   * @param message its text at most {@link MESSAGE_LIMIT} UTF-16 code units
   * @param today `YYYY-MM-DD` in China Standard Time; the day of receipt where the message names none
   * @param said what the learned reader says; without it the rules stand alone
   * @throws MessageTooLongError, InvalidDateError
   */
  screen(message: Message, today: string, said?: OpinionOrFailure): Screening;
  /** The text that the stages after `normalize` see. */
  canonicalText(text: string): string;
  /**
   * The same for the learned reader; nothing where its opinion would hardly ever matter, so that ordinary messages
   * cost no reading.
   */
  textToRead(text: string): string | undefined;
}

/**
 * Builds the automaton once; the screener may then be used for any number of messages. It keeps the last text.
 *
 * @param sounds finds words written by their sound; without it only the written words count
 * @param restore reads what is hidden behind letters, look-alikes and pieces; without it such characters stay
 */
export function createScreener(
  knowledge: Knowledge,
  tables: FoldTables,
  sounds?: SoundPass,
  restore?: Restore,
): Screener {
  const scanner = createScanner(vocabularyOf(knowledge));
  const propose = createProposer(knowledge.rules);
  const canonicalOf = (text: string) => {
    const canonical = normalize(text, tables);
    return restore ? restore(canonical) : canonical;
  };
  const proposeOn = (text: string) => {
    const canonical = canonicalOf(text);
    const view = scanner.scan(canonical, sounds?.(canonical));
    return { text, canonical, view, candidates: propose(view) };
  };
  // One check asks three times about the same text: for the rules alone, for the reader, and with its opinion.
  let last: ReturnType<typeof proposeOn> | undefined;
  const proposed = (text: string) => {
    if (last?.text !== text) last = proposeOn(text);
    return last;
  };
  return {
    canonicalText: (text) => canonicalOf(text).text,
    textToRead(text) {
      const { view, candidates } = proposed(text);
      return wantsOpinion(candidates, view) ? withoutEnd(view) : undefined;
    },
    screen(message, today, said) {
      if (message.text.length > MESSAGE_LIMIT) throw new MessageTooLongError(message.text.length);
      const time = readTime(message.receivedAt ?? today);
      const { canonical, view, candidates: proposals } = proposed(message.text);
      const opinion = said === 'failed' ? undefined : said;
      const inContext = (those: readonly Candidate[]) => applyContexts(those, view);
      const candidates = withActs(besides(inContext(weigh(proposals, view, opinion)), opinion, inContext), view);
      const night = message.receivedAt === undefined || !canonical.text.trim() ? undefined : nightContact(time);
      const all = night ? [...candidates, night] : candidates;
      const toReader = applyRole(all, view, message.role);
      const known = { ...message, lender: lenderOf(message, view) };
      return {
        ...assess(toReader, canonical, known, time.day, knowledge),
        readerHeard: opinion !== undefined,
        ...(said === 'failed' && { readerFailed: true }),
      };
    },
  };
}

/** Every word of the lexicon and every literal of the rules, with the terms it stands for. */
export function vocabularyOf(knowledge: Knowledge): Vocabulary {
  const vocabulary = new Map<string, Set<Term>>();
  const add = (word: string, term: Term) => {
    const terms = vocabulary.get(word) ?? new Set<Term>();
    vocabulary.set(word, terms.add(term));
  };
  for (const [concept, words] of Object.entries(knowledge.concepts)) for (const word of words) add(word, `@${concept}`);
  for (const { match, likely, unless, unlessAnywhere } of knowledge.rules) {
    for (const { steps } of [...match, ...likely, ...unless, ...unlessAnywhere]) {
      for (const { terms, not } of steps) {
        for (const term of [...terms, ...not]) if (term.startsWith('=')) add(term.slice(1), term);
      }
    }
  }
  return new Map([...vocabulary].map(([word, terms]) => [word, [...terms]]));
}
