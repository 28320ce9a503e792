/** Chats copied from WeChat or saved by QQ: a line with name and time, then the message. */
import { normalizeSender } from '../../case/sender';
import { DAY, type HeadingReader, isLikelyName, readHeadings, SELF, sureNames } from '../heading';
import { WORDS } from '../split';
import { FIELD_LIMIT } from './limits';
import { readLines } from './lines';
import { parseTime } from './times';
import type { Item } from './types';

const NAME_LINE = /^(\S.{0,29})[:：]$/u;
/** What QQ writes above the first message. */
const TITLE = /^消息记录/u;
/** What parts days, or the chats of several people, in one file. */
const PARTING = new RegExp(
  `^(?:[=\\-—]{3,}(?:\\s*(?<day>${DAY})\\s*[=\\-—]{3,})?|消息分组[:：].*|消息对象[:：].*)$`,
  'u',
);

const isParting = (line: string): boolean => PARTING.test(line.trim());
const isBlank = (line: string): boolean => !line.trim() || isParting(line);

/** What was written under a heading, without the lines that part it from the next. */
function written(lines: readonly string[]): string {
  const end = lines.findLastIndex((line) => !isBlank(line));
  return lines
    .slice(0, end + 1)
    .join('\n')
    .trim();
}

/** Those who write in the beginning of a chat. */
export function chatNames(lines: readonly string[]): string[] {
  const headings = readHeadings(lines, isBlank);
  return [...new Set(headings.flatMap((heading) => (heading?.isDoubtful ? [] : (heading?.name ?? []))))];
}

/**
 * Whether the beginning of a file looks like a chat: it begins with a heading or has several, words follow them, and of
 * more than two somebody has two. Otherwise they may be notes, each beginning with its time.
 */
export function isChat(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => !isBlank(line));
  if (TITLE.test(filled[0]?.trim() ?? '')) return true;
  const headings = readHeadings(lines, isBlank)
    .filter((_, at) => !isBlank(lines[at] as string))
    .map((heading) => (heading?.isDoubtful ? undefined : heading));
  const found = headings.flatMap((heading) => heading ?? []);
  const alone = headings.filter((heading, at) => heading && (headings[at + 1] || at + 1 === filled.length)).length;
  if (!(headings[0] || found.length > 2) || alone * 2 >= Math.max(found.length, 1)) return false;
  return found.length <= 2 || sureNames(found).size > 0 || found.every(({ name }) => !name);
}

/**
 * Reads a chat. A heading without a name keeps none, unless a line 「名字：」 follows it. A message whose day stands neither
 * in its heading nor in a line that parts the days is taken without its time and reported, and so is a heading without
 * any message: it may be words. So is a line that stays words and could be the heading of somebody else's message.
 *
 * @param readHeading knows the headings of this chat by its beginning
 * @param self names of the keeper, besides 「我」: what they wrote went out, and its sender is not named
 */
export async function* readChat(
  source: AsyncIterable<string>,
  readHeading: HeadingReader,
  self: readonly string[] = [],
): AsyncGenerator<Item[]> {
  const own = new Set([SELF, ...self]);
  let heading: { readonly row: number; readonly name?: string; readonly at?: string } | undefined;
  let day: string | undefined;
  let body: string[] = [];
  let [length, reported, isApart] = [0, false, true];
  const finish = (): Item[] => {
    const text = written(body);
    const overlong = length > FIELD_LIMIT;
    [body, length] = [[], 0];
    if (!heading) return [];
    const { row, name, at } = heading;
    if (overlong) return [{ row, code: 'too-long', kept: false }];
    if (!text) return [{ row, code: 'heading-alone', kept: false }];
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
      const found = text === undefined ? undefined : readHeading(text, isApart);
      // Who he is the caller says, so his name is one, whatever it sounds like.
      const isOwn = found?.name !== undefined && own.has(found.name);
      const next = found?.isDoubtful && !isOwn ? undefined : found;
      isApart = text !== undefined && isBlank(text);
      const line = text?.trim() ?? '';
      const name = heading && !heading.name && !body.length ? NAME_LINE.exec(line)?.[1] : undefined;
      day = PARTING.exec(line)?.groups?.day ?? day;
      if (next) {
        items.push(...finish());
        const date = next.date ?? (next.isNear ? undefined : day);
        const at = date && parseTime(`${date} ${next.clock}`);
        heading = { row, ...(next.name && { name: next.name }), ...(at && { at }) };
      } else if (name && isLikelyName(name) && heading) heading = { ...heading, name };
      else if (heading) {
        if (found) items.push({ row, code: 'doubtful-heading', kept: false });
        length += text?.length ?? FIELD_LIMIT + 1;
        if (length <= FIELD_LIMIT) body.push(text as string);
      } else if (!reported && WORDS.test(text ?? 'x') && !isParting(line) && !TITLE.test(line)) {
        reported = true;
        items.push({ row, code: 'before-first-heading', kept: false });
      }
    }
    yield items;
  }
  yield finish();
}
