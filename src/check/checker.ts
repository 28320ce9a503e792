/** A whole check of one message: rules, learned reader, and everything that is shown of the result. */
import { knowledge } from '../knowledge';
import { chinaDay } from '../screen/clock';
import { type Explanation, explain } from '../screen/explain';
import type { Message, OpinionOrFailure } from '../screen/types';
import { screener } from './screener';

/** How long a verdict waits for the reader, so that it need not be taken back; then the rules speak first. */
export const PATIENCE_MS = 700;

/** Reads a canonical text; nothing where the work was given up. */
export type Read = (canonicalText: string, signal: AbortSignal) => Promise<OpinionOrFailure | undefined>;

/**
 * Checks one message under the law of the day of receipt, today where it names none.
 *
 * @param signal gives the reading up; the rules' result is then final
 * @param early gets the result of the rules alone when the reader takes long
 * @throws MessageTooLongError, InvalidDateError
 */
export async function checkMessage(
  message: Message,
  read: Read,
  signal: AbortSignal,
  early?: (explanation: Explanation) => void,
): Promise<Explanation> {
  const today = chinaDay(new Date());
  const result = (said?: OpinionOrFailure) => explain(message, screener.screen(message, today, said), knowledge);
  const byRules = result();
  const toRead = screener.textToRead(message.text);
  if (!toRead) return byRules;
  const timer = early && setTimeout(() => early(byRules), PATIENCE_MS);
  try {
    const said = await read(toRead, signal);
    return said ? result(said) : byRules;
  } finally {
    clearTimeout(timer);
  }
}
