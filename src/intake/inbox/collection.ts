import type { Category } from '../../knowledge/vocabulary';
import type { Screener } from '../../screen';
import { MESSAGE_LIMIT } from '../../screen/limits';
import type { Correspondence } from './senders';
import type { Signs } from './signs';

/** A quarrel can be this without any debt; it counts only for a sender who speaks of one. */
const QUARREL: readonly (Category | undefined)[] = ['threat', 'insult', 'harassment', undefined];
/** A mobile number or a name; firms send from ports and short numbers. */
const PERSON = /^1[3-9]\d{9}$|[^\d+]/u;
/** Of what a person sends at least this share must look like collection. */
const PERSON_SHARE = 0.05;
/** Of a private correspondence at least this share must press for a debt. */
const PRIVATE_SHARE = 0.2;

/**
 * How many messages of a sender look like collection; 0 where he is not to be shown.
 *
 * - Somebody in the address book, or to whom the keeper writes at least half as often as he is written to, is private. Only
 *   messages whose words press for a debt count (`signs.ts`: never one word alone, so never a mere 「还钱」), and they must
 *   be two or more and a fifth of all.
 * - Of a stranger one such message is enough, or one in which the rules find that a line may be crossed; threats and
 *   insults only if he also speaks of a debt, for a quarrel needs none. From a mobile number or under a name it must be a
 *   twentieth of all, because a backup may hold a friend without his name.
 *
 * So a friend who asks for his money, an acquaintance's advice and a bank's bill stay out. What is missed: threats of a
 * stranger who never speaks of money, rare pressure in a long private chat, and a stranger all of whose words for it
 * are hidden behind other characters of their sound or shape. A page offers the other senders to choose
 * from.
 *
 * @param today day `YYYY-MM-DD` for messages without a time
 * @param breathe awaited after each message: a long correspondence takes a while
 */
export async function collectionMessages(
  { sender, name, incoming, sent }: Correspondence,
  readSigns: (text: string) => Signs,
  screener: Screener,
  today: string,
  breathe: () => Promise<unknown>,
): Promise<number> {
  const messages = incoming.filter(({ content }) => content.kind === 'message');
  const signs: Signs[] = [];
  for (const { content } of messages) {
    signs.push(readSigns(content.text));
    await breathe();
  }
  const ofDebt = signs.some((each) => each.ofDebt);
  const crosses = ({ content: { text, at } }: (typeof messages)[number]): boolean =>
    text.length <= MESSAGE_LIMIT &&
    screener
      .screen({ text, ...(at !== undefined && { receivedAt: at }) }, today)
      .findings.some(
        ({ level, basis, category }) =>
          level === 'violation' && basis === 'text' && (ofDebt || !QUARREL.includes(category)),
      );
  const pressing = signs.filter(({ presses }) => presses).length;
  const isPrivate = name !== undefined || (sent > 0 && sent * 2 >= messages.length);
  if (isPrivate) return pressing > 1 && pressing >= messages.length * PRIVATE_SHARE ? pressing : 0;
  let crossing = 0;
  // Where pressing words decide, the rules need not be asked: they are the dear part.
  for (const [at, message] of pressing ? [] : messages.entries()) {
    if (signs[at]?.worthScreening && crosses(message)) crossing++;
    await breathe();
  }
  const count = pressing + crossing;
  return PERSON.test(sender) && count < messages.length * PERSON_SHARE ? 0 : count;
}
