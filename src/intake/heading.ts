/** The line above a message in a copied chat: 「小李 2026/3/1 10:22」, 「2026-03-01 10:22:05 小李(123456)」, 「昨天 22:10」. */

export interface Heading {
  readonly name?: string;
  /** As written: 「22:10」, 「晚上10:10」. */
  readonly clock: string;
  /** The day with its year, as written. */
  readonly date?: string;
  /** The day is told without its year: 昨天, 3月1日. */
  readonly isNear: boolean;
  readonly isNameFirst: boolean;
  /** Its form tells it, whatever its name: with an account, or below a blank line with its day, as others are written. */
  readonly isFormal?: true;
  /** It may as well be words. Nothing is to be cut by it, and nobody is to be left in the dark about it. */
  readonly isDoubtful?: true;
}

/** @param isApart the line begins the text or stands below a blank one */
export type HeadingReader = (line: string, isApart: boolean) => Heading | undefined;

const CLOCK = String.raw`(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|深夜|半夜)? ?\d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?`;
/** A day with its year. */
export const DAY = String.raw`20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: ?(?:星期|周)[一二三四五六日天])?`;
const NEAR = String.raw`\d{1,2}月\d{1,2}日|昨天|前天|今天|(?:星期|周)[一二三四五六日天]`;
const TIME = `(?:(?:(?<date>${DAY})|(?<near>${NEAR})) ?)?(?<clock>${CLOCK})`;
/** Tried first, so that the day is never taken for a name. */
const TIME_FIRST = new RegExp(`^${TIME}(?: +(?<name>\\S.{0,39}))?$`, 'u');
const NAME_FIRST = new RegExp(`^(?<name>\\S.{0,29}?)[:：]? +${TIME}$`, 'u');
/** QQ adds the account: 「张三(123456)」, 「张三<a@b.cn>」. */
const ACCOUNT = /[(（<][^()（）<>]{3,40}[)）>]$/u;
/** What can be nothing else: a remark in brackets also ends a line. */
const SURE_ACCOUNT = /(?:\(\d{5,11}\)|<[^<>\s]+@[^<>\s]+>)$/u;
const LONGEST = 100;
/** Nobody is called so: 「开庭时间 2026年1月4日 09:30」, and a letter that repeats it has no sender of that name. */
const LABEL = /时间|时限|期限|截止|日期|还款日|到期/u;
/** Hardly anybody is called so; a line of a message that ends or begins with a clock often sounds so. */
const SPOKEN =
  /[。！？，；：…!?;,]|[你您]|.我|我.|请|不|(?<!有)限|最[迟晚后]|[今明][天日晚]|^[之以]?[前后]|还[钱款清]|逾期|电话|短信|来电/u;
/** The keeper, as messengers name him. */
export const SELF = '我';

/** Whether somebody may be called so, as far as the words tell. */
export const isLikelyName = (name: string): boolean => !LABEL.test(name) && !SPOKEN.test(name);

function parseHeading(line: string): Heading | undefined {
  if (!/\d:\d/.test(line)) return undefined;
  const text = line.replace(/[^\S\t]+/gu, ' ').trim();
  if (text.length > LONGEST) return undefined;
  const timeFirst = TIME_FIRST.exec(text)?.groups;
  // Between time and words a tab rather parts the cells of a table, and so it does beside a cell in quotes.
  const groups = timeFirst ?? NAME_FIRST.exec(text.includes('"') ? text : text.replace(/\s+/gu, ' '))?.groups;
  if (!groups) return undefined;
  const { name: whole = '', date, near, clock = '' } = groups;
  const name = whole.replace(ACCOUNT, '').trim();
  return {
    ...(name && { name }),
    clock,
    ...(date && { date }),
    isNear: near !== undefined,
    isNameFirst: !timeFirst,
    ...(name && date && SURE_ACCOUNT.test(whole) && { isFormal: true }),
  };
}

/** How a heading is written, whatever its name and time. */
const shapeOf = ({ isNameFirst, date, isNear }: Heading): string => `${isNameFirst} ${date !== undefined} ${isNear}`;

/** The same to the mark: two programs, or a program and a person, hardly write a time alike. */
const formOf = (heading: Heading): string =>
  `${shapeOf(heading)} ${heading.date?.replace(/\d+/g, '').slice(0, 1)} ${heading.clock.split(':').length}`;

/** How often each comes, in the order of the first. */
function countOf(all: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

const named = (headings: readonly Heading[]): string[] => headings.flatMap(({ name }) => name ?? []);

const taken = (headings: readonly Heading[]): Heading[] => headings.filter(({ isDoubtful }) => !isDoubtful);

/** What is surely a name: it comes again, and no sentence sounds so. */
export function sureNames(headings: readonly Heading[]): ReadonlySet<string> {
  const names = [...countOf(named(taken(headings)))];
  return new Set(names.flatMap(([name, count]) => ((count > 1 || name === SELF) && isLikelyName(name) ? name : [])));
}

/**
 * Whether these can be nothing but headings, and no other line is one: all are written alike, somebody writes again, and
 * what is left as words has not their form with its day.
 */
export function areCertain(headings: readonly Heading[]): boolean {
  const sure = taken(headings);
  const forms = new Set(sure.flatMap((each) => (each.date ? formOf(each) : [])));
  if (headings.some((each) => each.isDoubtful && forms.has(formOf(each)))) return false;
  const isAlike = new Set(sure.map(shapeOf)).size === 1;
  return (
    isAlike && sureNames(sure).size > 0 && sure.every(({ name, isFormal }) => !name || isFormal || isLikelyName(name))
  );
}

/**
 * Tells the headings of a chat from lines of its messages that have a clock too: most headings show how they are written
 * there. What sounds like words is a name where its form says so, or where it comes again; otherwise it is doubtful.
 *
 * @param lines the chat, or its beginning
 */
export function headingReader(lines: readonly string[]): HeadingReader {
  const parsed = lines.flatMap((line) => parseHeading(line) ?? []);
  const count = countOf(named(parsed));
  const isName = (name: string) => !LABEL.test(name) && (!SPOKEN.test(name) || (count.get(name) ?? 0) > 1);
  const plausible = parsed.filter(({ name, isFormal }) => name && (isFormal || isName(name)));
  const shapes = countOf(plausible.map(shapeOf));
  const most = Math.max(...shapes.values());
  const often = plausible.filter((each) => shapes.get(shapeOf(each)) === most);
  // Of two shapes, one with its day is hardly words.
  const usual = often.find(({ date }) => date) ?? often[0];
  const regulars = plausible.filter((each) => usual && shapeOf(each) === shapeOf(usual));
  const names = new Set(named(regulars));
  const forms = new Set(regulars.flatMap((each) => (each.date ? formOf(each) : [])));
  const isHeading = (heading: Heading): boolean => {
    const { name, date, isNear, isNameFirst, isFormal } = heading;
    if (!usual) return !name || isName(name);
    if (!name || isNameFirst !== usual.isNameFirst) return false;
    if (isFormal) return true;
    // A chat with its days has no heading without one, unless of somebody who is known.
    return isName(name) && (!usual.date || date !== undefined || isNear || names.has(name));
  };
  return (line, isApart) => {
    const parsedLine = parseHeading(line);
    if (!parsedLine) return undefined;
    const { name = '' } = parsedLine;
    const isAlike = isApart && name !== '' && !LABEL.test(name) && forms.has(formOf(parsedLine));
    const heading: Heading = isAlike ? { ...parsedLine, isFormal: true } : parsedLine;
    if (isHeading(heading)) return heading;
    // Of a time alone, among headings with names, nobody can be the writer.
    return name ? { ...heading, isDoubtful: true } : undefined;
  };
}

/** Reads all lines of a text, each with what stands above it. */
export function readHeadings(lines: readonly string[], isBlank: (line: string) => boolean): (Heading | undefined)[] {
  const read = headingReader(lines);
  return lines.map((line, at) => read(line, isBlank(lines[at - 1] ?? '')));
}
