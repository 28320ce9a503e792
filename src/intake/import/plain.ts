import { WORDS } from '../split';
import { FIELD_LIMIT } from './limits';
import { readLines } from './lines';
import type { Item, PlainStyle } from './types';

/** Blank lines that part at least two longer messages mean blocks; otherwise each line is one. */
export function guessPlain(head: string): PlainStyle {
  const blocks = head.split(/\r?\n[^\S\n]*\r?\n/).filter((block) => WORDS.test(block));
  return blocks.length > 1 && blocks.some((block) => /\S[^\S\n]*\r?\n[^\S\n]*\S/.test(block.trim()))
    ? 'blocks'
    : 'lines';
}

/** Reads a text without senders or times, a message a line or a block; a message without letter or digit is left out. */
export async function* readPlain(source: AsyncIterable<string>, style: PlainStyle): AsyncGenerator<Item[]> {
  let block: string[] = [];
  let [first, length, overlong] = [1, 0, false];
  const finish = (): Item[] => {
    const items = overlong
      ? [{ row: first, code: 'too-long', kept: false } as const]
      : message(block.join('\n'), first);
    [block, length, overlong] = [[], 0, false];
    return items;
  };
  for await (const lines of readLines(source)) {
    const items: Item[] = [];
    for (const { number: row, text } of lines) {
      if (style === 'lines') {
        items.push(...(text === undefined ? [{ row, code: 'too-long', kept: false } as const] : message(text, row)));
      } else if (text !== undefined && !text.trim()) {
        if (block.length || overlong) items.push(...finish());
      } else {
        if (!block.length && !overlong) first = row;
        length += text?.length ?? FIELD_LIMIT + 1;
        if (length > FIELD_LIMIT) [block, overlong] = [[], true];
        else block.push(text as string);
      }
    }
    yield items;
  }
  if (block.length || overlong) yield finish();
}

function message(written: string, row: number): Item[] {
  const text = written.trim();
  if (!text) return [];
  if (!WORDS.test(text)) return [{ skip: 'no-text' }];
  return [{ row, content: { kind: 'message', direction: 'in', text, note: '' } }];
}
