/** Chats copied from WeChat or saved by QQ: a line with name and time, then the message. */
import { normalizeSender } from '../../case/sender';
import { WORDS } from '../split';
import { FIELD_LIMIT } from './limits';
import { readLines } from './lines';
import { parseTime } from './times';
import type { Item } from './types';

export interface Heading {
  readonly name?: string;
  /** As `parseTime` gives it; absent where the day is not written (「昨天 22:10」). */
  readonly at?: string;
}

const CLOCK = String.raw`(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|深夜|半夜)? ?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?`;
const DAY = String.raw`20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: ?(?:星期|周)[一二三四五六日天])?`;
const NEAR = '(?:\\d{1,2}月\\d{1,2}日|昨天|前天|今天|(?:星期|周)[一二三四五六日天])';
const TIME = `(?:(?<dated>${DAY} ?${CLOCK})|(?:${NEAR} ?)?${CLOCK})`;
/** Tried first, so that the day is never taken for a name. */
const TIME_FIRST = new RegExp(`^${TIME}(?: +(?<name>\\S.{0,39}))?$`, 'u');
const NAME_FIRST = new RegExp(`^(?<name>\\S.{0,29}?)[:：]? +${TIME}$`, 'u');
/** QQ adds the account: 「张三(123456)」, 「张三<a@b.cn>」. */
const ACCOUNT = /[(（<][^()（）<>]{3,40}[)）>]$/u;
/** Nobody is called so: the line is one of a message. */
const SENTENCE = /[。！？，；!?;,]/u;
const NAME_LINE = /^(\S.{0,29})[:：]$/u;
const LONGEST_HEADING = 100;
/** What QQ writes above the first message, and lines that only part. */
const PREAMBLE = /^(?:消息记录|消息分组|消息对象|=+|-+)/u;

/** @returns nothing where the line is no heading */
export function parseHeading(line: string): Heading | undefined {
  const text = line.trim();
  if (text.length > LONGEST_HEADING || !/\d:\d/.test(text)) return undefined;
  const groups = (TIME_FIRST.exec(text) ?? NAME_FIRST.exec(text))?.groups;
  const name = groups?.name?.replace(ACCOUNT, '').trim();
  if (!groups || (name && SENTENCE.test(name))) return undefined;
  const at = groups.dated === undefined ? undefined : parseTime(groups.dated);
  return { ...(name && { name }), ...(at && { at }) };
}

/**
 * Reads a chat. A heading without a name keeps none, unless a line 「名字：」 follows it. A message without a written day is
 * taken without its time and reported.
 *
 * @param self names of the keeper, besides 「我」: what they wrote went out, and its sender is not named
 */
export async function* readChat(source: AsyncIterable<string>, self: readonly string[] = []): AsyncGenerator<Item[]> {
  const own = new Set(['我', ...self]);
  let heading: (Heading & { row: number }) | undefined;
  let body: string[] = [];
  let [length, reported] = [0, false];
  const finish = (): Item[] => {
    const text = body.join('\n').trim();
    const overlong = length > FIELD_LIMIT;
    [body, length] = [[], 0];
    if (!heading) return [];
    const { row, name, at } = heading;
    if (overlong) return [{ row, code: 'too-long', kept: false }];
    if (!WORDS.test(text)) return [{ skip: 'no-text' }];
    const out = name !== undefined && own.has(name);
    const read: Item = {
      row,
      content: {
        kind: 'message',
        direction: out ? 'out' : 'in',
        text,
        ...(!out && normalizeSender(name) !== undefined && { sender: name as string }),
        ...(at && { at }),
        note: '',
      },
    };
    return at ? [read] : [{ row, code: 'date-unreadable', kept: true }, read];
  };
  for await (const lines of readLines(source)) {
    const items: Item[] = [];
    for (const { number: row, text } of lines) {
      const next = text === undefined ? undefined : parseHeading(text);
      const named = text !== undefined && heading && !heading.name && !body.length ? NAME_LINE.exec(text.trim()) : null;
      if (next) {
        items.push(...finish());
        heading = { ...next, row };
      } else if (named && heading) heading = { ...heading, name: named[1] as string };
      else if (heading) {
        length += text?.length ?? FIELD_LIMIT + 1;
        if (length <= FIELD_LIMIT) body.push(text as string);
      } else if (!reported && WORDS.test(text ?? 'x') && !PREAMBLE.test(text ?? '')) {
        reported = true;
        items.push({ row, code: 'before-first-heading', kept: false });
      }
    }
    yield items;
  }
  yield finish();
}
