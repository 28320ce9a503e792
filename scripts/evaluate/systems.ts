import { screener } from '../../src/check/screener';
import { knowledge } from '../../src/knowledge';
import { createScreener, type Message, type Screening } from '../../src/screen';
import { restore, tables } from '../../src/screen/decoded';
import type { SecondOpinion } from '../../src/screen/types';

export const SYSTEMS = ['rules alone', 'reader alone', 'both'] as const;
export type System = (typeof SYSTEMS)[number];

const withoutRules = createScreener({ ...knowledge, rules: [] }, tables, undefined, restore);

export const canonicalText = (text: string): string => screener.canonicalText(text);

/** What the reader must have read of a text before each system can screen it. */
export function textsToRead(text: string): string[] {
  const toRead = screener.textToRead(text);
  return toRead === undefined ? [canonicalText(text)] : [canonicalText(text), toRead];
}

/**
 * How each system screens. With the rules, the reader is asked only where the product asks it.
 *
 * @param opinionOf what the reader says about a canonical text
 * @param today `YYYY-MM-DD`
 */
export function systems(
  opinionOf: (canonicalText: string) => SecondOpinion,
  today: string,
): Record<System, (message: Message) => Screening> {
  const opinion = ({ text }: Message) => opinionOf(canonicalText(text));
  return {
    'rules alone': (message) => screener.screen(message, today),
    'reader alone': (message) => withoutRules.screen(message, today, opinion(message)),
    both: (message) => {
      const toRead = screener.textToRead(message.text);
      return screener.screen(message, today, toRead === undefined ? undefined : opinionOf(toRead));
    },
  };
}
