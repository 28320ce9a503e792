import { normalizeSender } from './sender';
import { sha256 } from './sha256';
import type { Content } from './types';

/**
 * The id of an entry: SHA-256 in hex over kind, direction, sender (`sender.ts`), time and text, and for calls the
 * length.
 *
 * The same message read twice, from whatever file, has the same id and is kept once. Two messages that differ in one
 * character stay apart even in the same second; two that are the same in all five count once, because nothing in a file
 * can tell a repetition from a double record.
 */
export function contentId(content: Content): string {
  const { kind, direction, sender, at, text, call } = content;
  return sha256(JSON.stringify([kind, direction, normalizeSender(sender) ?? '', at ?? '', text, call?.seconds ?? '']));
}

/**
 * The id of a call that somebody notes by hand: one of its own each time. Who notes a call may know neither its hour nor
 * its length, so that two calls of a day look the same; each counts, and what is noted of each must stay.
 */
export const notedId = (content: Content): string => `${contentId(content)}-${crypto.randomUUID()}`;
