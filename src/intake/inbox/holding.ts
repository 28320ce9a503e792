import { normalizeSender } from '../../case/sender';
import { ROWS_LIMIT } from '../import/limits';
import { ImportError, type ImportedRow } from '../import/types';

/** A file from which rows were taken. */
export interface HeldFile {
  readonly name: string;
  /** In hex. */
  readonly sha256: string;
}

export interface HeldRow extends ImportedRow {
  readonly file: HeldFile;
}

/** All rows of all files, each identity once. */
export class Holding {
  readonly #rows = new Map<string, HeldRow>();
  readonly #bySender = new Map<string, HeldRow[]>();
  readonly #names = new Map<string, string>();

  get rows(): IterableIterator<HeldRow> {
    return this.#rows.values();
  }

  get size(): number {
    return this.#rows.size;
  }

  /**
   * Takes in a file that was read to its end, all of it or nothing.
   *
   * @returns how many rows were new; the others are there already
   * @throws ImportError too-many
   */
  add(file: HeldFile, rows: readonly ImportedRow[]): number {
    const fresh = rows.filter(({ id }) => !this.#rows.has(id));
    if (this.#rows.size + fresh.length > ROWS_LIMIT) throw new ImportError('too-many', [ROWS_LIMIT]);
    for (const { row, content, name, id } of fresh) {
      const held: HeldRow = { id, row, content, file, ...(name !== undefined && { name }) };
      const sender = senderOf(held);
      this.#rows.set(id, held);
      if (name !== undefined) this.#names.set(sender, name);
      const group = this.#bySender.get(sender);
      if (group) group.push(held);
      else this.#bySender.set(sender, [held]);
    }
    return fresh.length;
  }

  row(id: string): HeldRow | undefined {
    return this.#rows.get(id);
  }

  /** What came from, and went to, one sender; in the order of the files. */
  of(sender: string): readonly HeldRow[] {
    return this.#bySender.get(sender) ?? [];
  }

  /** What the phone calls a sender. */
  nameOf(sender: string): string | undefined {
    return this.#names.get(sender);
  }

  senders(): string[] {
    return [...this.#bySender.keys()];
  }
}

/** By which rows are grouped; empty where the file names nobody. */
export const senderOf = ({ content }: Pick<HeldRow, 'content'>): string => normalizeSender(content.sender) ?? '';
