import { normalizeSender } from '../../case/sender';
import type { ReadRow } from '../import/types';

/** What the inbox needs of an imported message or call. */
export interface InboxRow extends Pick<ReadRow, 'content' | 'name'> {
  readonly id: string;
}

/** All that came from, and went to, one number or name. */
export interface Correspondence {
  /** As `normalizeSender` writes it; empty where the file names nobody. */
  readonly sender: string;
  /** The name in the phone's address book. */
  readonly name?: string;
  /** Messages and calls that came in, in the order of the file. */
  readonly incoming: readonly InboxRow[];
  /** How many messages the keeper sent there. */
  readonly sent: number;
}

/** Groups rows by sender, in the order in which the senders first appear. */
export function groupBySender(rows: Iterable<InboxRow>): Correspondence[] {
  const groups = new Map<string, { sender: string; name?: string; incoming: InboxRow[]; sent: number }>();
  for (const row of rows) {
    const sender = normalizeSender(row.content.sender) ?? '';
    let group = groups.get(sender);
    if (!group) {
      group = { sender, incoming: [], sent: 0 };
      groups.set(sender, group);
    }
    if (row.name !== undefined) group.name = row.name;
    if (row.content.direction === 'in') group.incoming.push(row);
    // What went to nobody known says nothing of those who are not named.
    else if (row.content.kind === 'message' && sender) group.sent++;
  }
  return [...groups.values()];
}
