import { normalizeSender } from '../../case/sender';
import { readLines } from './lines';
import { fromEpoch, parseTime } from './times';
import type { Item } from './types';
import { isSelf, parseDirection } from './values';

/** Fields of `npm run screen`, and those that other programs write; the first that is there counts. */
const TEXT = ['text', 'body', 'content', 'message'];
const TIME = ['receivedAt', 'at', 'date', 'time', 'timestamp'];
const SENDER = ['sender', 'address', 'number', 'phone', 'from'];
const DIRECTION = ['direction', 'type'];
const NAME = ['name', 'contact_name'];

/** Reads one JSON object a line. */
export async function* readJsonl(source: AsyncIterable<string>): AsyncGenerator<Item[]> {
  for await (const lines of readLines(source)) {
    yield lines.flatMap(({ number: row, text }): Item[] => {
      if (text === undefined) return [{ row, code: 'too-long', kept: false }];
      return text.trim() ? readObject(text, row) : [];
    });
  }
}

/** @returns nothing where the line is no JSON object */
export function parseObject(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function readObject(line: string, row: number): Item[] {
  const record = parseObject(line);
  if (!record) return [{ row, code: 'broken', kept: false }];
  const field = (names: readonly string[]): string | undefined => {
    const value = names
      .map((name) => record[name])
      .find((each) => typeof each === 'string' || typeof each === 'number');
    return value === undefined ? undefined : String(value);
  };
  const text = field(TEXT);
  if (text === undefined) return [{ row, code: 'no-text-field', kept: false }];
  if (!text.trim()) return [{ skip: 'no-text' }];
  const own = isSelf(field(SENDER)) || isSelf(field(NAME));
  const said = parseDirection(field(DIRECTION) ?? 'in');
  if (said === 'not-sent') return [{ skip: 'not-sent' }];
  const way = own ? ({ direction: 'out' } as const) : said;
  if (!way) return [{ row, code: 'direction-unknown', kept: false }];
  const time = field(TIME);
  const at = time === undefined ? undefined : (fromEpoch(time) ?? parseTime(time));
  const sender = own ? undefined : field(SENDER);
  const name = own ? undefined : normalizeSender(field(NAME));
  const read: Item = {
    row,
    content: {
      kind: 'message',
      direction: way.direction,
      text,
      ...(normalizeSender(sender) !== undefined && { sender: (sender as string).trim() }),
      ...(at && { at }),
      note: '',
    },
    ...(name !== undefined && { name }),
  };
  return time !== undefined && !at ? [{ row, code: 'date-unreadable', kept: true }, read] : [read];
}
