/** Screening of what is kept in a case. */
import type { Content, KeptScreening } from '../../case/types';
import { checkMessage } from '../../check/checker';
import { knowledge } from '../../knowledge';
import type { Lender, Role } from '../../knowledge/vocabulary';
import { type ReaderClient, startReader } from '../../reader/client';
import { READER_VERSION } from '../../reader/version';
import type { Explanation } from '../../screen/explain';
import { MESSAGE_LIMIT } from '../../screen/limits';
import type { Message } from '../../screen/types';

/** A screening made just now, with the versions it rests on. */
export const toKeep = (explanation: Explanation): KeptScreening => ({
  explanation,
  knowledge: knowledge.version,
  ...(explanation.readerHeard && { reader: READER_VERSION }),
  screenedAt: new Date().toISOString(),
});

let reader: ReaderClient | undefined;
const never = new AbortController().signal;

/** What the case knows of the other side and of the reader. */
export interface About {
  readonly lender?: Lender;
  readonly role?: Role;
}

/**
 * Screens what was received; calls, what the keeper wrote himself, and what is longer than can be screened are not. One
 * at a time: of several at once the reader reads only the last.
 *
 * @throws InvalidDateError
 */
export async function screenNow(
  { kind, direction, text, at, sender }: Content,
  { lender, role }: About = {},
): Promise<KeptScreening | undefined> {
  if (kind !== 'message' || direction !== 'in' || text.length > MESSAGE_LIMIT) return undefined;
  const message: Message = {
    text,
    ...(at && { receivedAt: at }),
    ...(sender && { sender }),
    ...(lender && { lender }),
    ...(role && { role }),
  };
  reader ??= startReader();
  return toKeep(await checkMessage(message, reader.read, never));
}
