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
}

export type HeadingReader = (line: string) => Heading | undefined;

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
  const text = line.trim();
  if (text.length > LONGEST || !/\d:\d/.test(text)) return undefined;
  const timeFirst = TIME_FIRST.exec(text)?.groups;
  const groups = timeFirst ?? NAME_FIRST.exec(text)?.groups;
  const name = groups?.name?.replace(ACCOUNT, '').trim();
  if (!groups || (name && LABEL.test(name))) return undefined;
  const { date, near, clock = '' } = groups;
  return { ...(name && { name }), clock, ...(date && { date }), isNear: near !== undefined, isNameFirst: !timeFirst };
}

/** How a heading is written, whatever its name and time. */
const shapeOf = ({ isNameFirst, date, isNear }: Heading): string => `${isNameFirst} ${date !== undefined} ${isNear}`;

/** How often each comes, in the order of the first. */
function countOf(all: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}

const named = (headings: readonly Heading[]): string[] => headings.flatMap(({ name }) => name ?? []);

/** What is surely a name: it comes again, and no sentence sounds so. */
export function sureNames(headings: readonly Heading[]): ReadonlySet<string> {
  const names = [...countOf(named(headings))];
  return new Set(names.flatMap(([name, count]) => ((count > 1 || name === SELF) && isLikelyName(name) ? name : [])));
}

/** Whether these can be nothing but headings: all are written alike, and somebody writes again. */
export function areCertain(headings: readonly Heading[]): boolean {
  const isAlike = new Set(headings.map(shapeOf)).size === 1;
  return isAlike && sureNames(headings).size > 0 && named(headings).every(isLikelyName);
}

/**
 * Tells the headings of a chat from lines of its messages that have a clock too: most headings show how they are written
 * there. What sounds like words is a name only where it comes again.
 *
 * @param lines the chat, or its beginning
 */
export function headingReader(lines: readonly string[]): HeadingReader {
  const parsed = lines.flatMap((line) => parseHeading(line) ?? []);
  const count = countOf(named(parsed));
  const isName = (name: string) => isLikelyName(name) || (count.get(name) ?? 0) > 1;
  const plausible = parsed.filter(({ name }) => name && isName(name));
  const shapes = countOf(plausible.map(shapeOf));
  const most = Math.max(...shapes.values());
  const usual = plausible.find((each) => shapes.get(shapeOf(each)) === most);
  if (!usual) return (line) => likely(parseHeading(line), isName);
  const regulars = new Set(named(plausible.filter((each) => shapeOf(each) === shapeOf(usual))));
  return (line) => {
    const heading = likely(parseHeading(line), isName);
    if (!heading?.name || heading.isNameFirst !== usual.isNameFirst) return undefined;
    // A chat with its days has no heading without one, unless of somebody who is known.
    const { name, date, isNear } = heading;
    return usual.date && !date && !isNear && !regulars.has(name) ? undefined : heading;
  };
}

const likely = (heading: Heading | undefined, isName: (name: string) => boolean): Heading | undefined =>
  heading?.name && !isName(heading.name) ? undefined : heading;
