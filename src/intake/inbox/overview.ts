import type { Screening } from '../../screen';
import type { HeldRow, Holding } from './holding';
import { Tally } from './summary';
import type { OtherSender, Overview } from './types';

/** Sums up the senders that are shown. */
export function overviewOf(
  held: Holding,
  shown: readonly string[],
  collecting: number,
  screeningOf: (row: HeldRow) => Screening | undefined,
): Overview {
  let readerFailed = false;
  const senders = shown.map((sender) => {
    const name = held.nameOf(sender);
    const tally = new Tally({ sender, ...(name !== undefined && { name }) });
    for (const row of held.of(sender)) {
      if (row.content.direction !== 'in') continue;
      const screening = screeningOf(row);
      tally.add(row, screening);
      readerFailed ||= screening?.readerFailed ?? false;
    }
    return tally.summary();
  });
  return { senders, collecting, others: held.senders().length - senders.length, readerFailed };
}

/** Those that are not shown, most rows first, whose number or name contains the words. */
export function othersOf(held: Holding, shown: readonly string[], words: string): OtherSender[] {
  const isShown = new Set(shown);
  return held
    .senders()
    .filter((sender) => !isShown.has(sender))
    .map((sender): OtherSender => {
      const name = held.nameOf(sender);
      return { sender, rows: held.of(sender).length, ...(name !== undefined && { name }) };
    })
    .filter(({ sender, name = '' }) => sender.includes(words) || name.includes(words))
    .sort((a, b) => b.rows - a.rows);
}
