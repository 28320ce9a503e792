import type { Knowledge } from '../../knowledge/compiled';
import { Automaton } from '../../screen/automaton';
import { MESSAGE_LIMIT } from '../../screen/limits';
import { normalize } from '../../screen/normalize';
import type { Restore } from '../../screen/restore';
import type { FoldTables } from '../../screen/tables';

type Kind = 'pay' | 'overdue' | 'debt' | 'force' | 'harsh';

/** Concepts of the lexicon by what they say about a message; a word of several is what the last of them says. */
const CONCEPTS: readonly (readonly [Kind, readonly string[]])[] = [
  [
    'harsh',
    ['harm-act', 'slur-strong', 'evil-phrase', 'die-wish', 'case-paper', 'criminal-case', 'private-payee', 'case-fee'],
  ],
  ['overdue', ['debt-pressure']],
  ['debt', ['debt']],
  ['overdue', ['overdue-state', 'owes-strong']],
  [
    'force',
    [
      'sue',
      'legal-means',
      'credit-bureau',
      'court',
      'police',
      'blacklist',
      'contacts',
      'family',
      'employer',
      'home-visit',
      'property-act',
      'lawyer-letter',
      'legal-department',
      'case-number',
      'freeze-act',
      'arrest',
      'fraud-crime',
    ],
  ],
  ['pay', ['repay']],
];

/** What the words of one message show, without judging it. */
export interface Signs {
  /** Some word about a debt. */
  readonly ofDebt: boolean;
  /** It presses: says that something is overdue or owed and asks for it or names a consequence; one word is not enough. */
  readonly presses: boolean;
  /** Some word for which the rules are worth asking. */
  readonly worthScreening: boolean;
}

/**
 * Builds the first pass over an inbox: normalizing and one scan for some hundred words, a twentieth of a screening.
 *
 * @param restore for texts in which letters stand for characters; for every message it would take as long as a screening
 * @returns reads the first {@link MESSAGE_LIMIT} characters of a text
 */
export function createSignReader(
  { concepts }: Knowledge,
  tables: FoldTables,
  restore: Restore,
): (text: string) => Signs {
  const kinds = new Map<string, Kind>();
  for (const [kind, names] of CONCEPTS) {
    for (const name of names) for (const word of concepts[name] as readonly string[]) kinds.set(word, kind);
  }
  const ofWord = [...kinds.values()];
  const automaton = new Automaton([...kinds.keys()]);
  return (text) => {
    const seen = new Set<Kind>();
    const written = normalize(text.slice(0, MESSAGE_LIMIT), tables);
    automaton.scan(restore(written).text, (word) => seen.add(ofWord[word] as Kind));
    const [pay, overdue, debt, force] = (['pay', 'overdue', 'debt', 'force'] as const).map((kind) => seen.has(kind));
    return {
      ofDebt: Boolean(pay || overdue || debt),
      presses: Boolean((overdue && (pay || force || debt)) || (debt && force)),
      worthScreening: seen.size > 0,
    };
  };
}
