import type { DraftFact } from '../../knowledge/draft-schema';
import type { Role } from '../../knowledge/vocabulary';
import type { ExplainedFinding } from '../../screen/explain';
import type { Content, Sent } from '../types';

/** One message or call that the user chose, with the findings that he stands behind. */
export interface Incident {
  readonly content: Content;
  readonly findings: readonly ExplainedFinding[];
  /** Files beside it go with the complaint. */
  readonly hasFiles?: boolean;
  /** The user wants his own words in: what he sent, or his note of a call. They may admit or promise something. */
  readonly quotesOwn?: boolean;
}

/** A complaint that was made before, with the name of the office that got it. */
export type Earlier = Pick<Sent, 'day' | 'ticket' | 'answer'> & { readonly office: string };

/** Words of a record that are the user's own, and not what he received. */
export const ownWords = ({ kind, direction, text, note }: Content): string =>
  kind === 'call' ? note.trim() : direction === 'out' ? text.trim() : '';

/** All that a draft may say. Nothing else gets in. */
export interface DraftFacts {
  readonly given: Partial<Record<DraftFact, string>>;
  readonly role: Role;
  readonly incidents: readonly Incident[];
  /** Ids of the channel's requests. */
  readonly requests: readonly string[];
  readonly earlier: readonly Earlier[];
  /** Names of the files that go with it. */
  readonly attachments: readonly string[];
  /** The user says that he never agreed to be contacted between 22:00 and 8:00. */
  readonly nightNotAgreed: boolean;
}

/**
 * The findings of a message that go into a draft unless the user decides otherwise: violations with exact words that a
 * fixed rule found. What needs a check, what only the learned reader found, and what is lawful stays out.
 */
export function chosenByDefault({ level, readerOnly, basis }: ExplainedFinding): boolean {
  return level === 'violation' && !readerOnly && basis === 'text';
}

/** Whether the user may add it at all: lawful pressure is nothing to complain about. */
export const mayBeChosen = ({ level }: ExplainedFinding): boolean => level !== 'lawful';
