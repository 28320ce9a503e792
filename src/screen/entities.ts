/**
 * Numbers, sums, phone numbers, links, identity numbers, addresses and plates, found in one pass without regular
 * expressions over unbounded runs. They are the `$…` terms of the pattern language.
 */
export type EntityTerm = '$number' | '$money' | '$phone' | '$url' | '$id' | '$address' | '$plate' | '$clock';
export interface Entity {
  readonly term: EntityTerm;
  readonly start: number;
  readonly end: number;
}

const HAN_DIGITS = '〇零一二两三四五六七八九十百千万亿俩仨几';
const MASK = 'x*×';
const MONEY_UNITS = ['万元', '千元', '百元', '元', '块', '圆', '万', 'w', '美元', 'rmb', '人民币'];
const PLACE_UNITS = ['号楼', '栋', '幢', '单元', '号院', '室', '弄', '座', '楼', '号'];
const PLATE_PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const TOP_LEVEL = ['com', 'cn', 'net', 'org', 'top', 'xyz', 'cc', 'vip', 'me', 'info', 'app', 'link', 'club', 'site'];

const isDigit = (c: string | undefined): boolean => c !== undefined && c >= '0' && c <= '9';
const isLatin = (c: string | undefined): boolean => c !== undefined && c >= 'a' && c <= 'z';
const unitAt = (text: string, at: number, units: readonly string[]): number =>
  units.find((unit) => text.startsWith(unit, at))?.length ?? 0;

/**
 * @param text canonical text
 * @returns entities by start; a sum is reported both as `$money` and as `$number`
 */
export function findEntities(text: string): Entity[] {
  const found: Entity[] = [];
  let at = 0;
  while (at < text.length) {
    const c = text[at] as string;
    if (isDigit(c) || MASK.includes(c)) at = readDigits(text, at, found);
    else if (HAN_DIGITS.includes(c)) at = readHanNumber(text, at, found);
    else if (isLatin(c)) at = readLatin(text, at, found);
    else if (PLATE_PROVINCES.includes(c)) at = readPlate(text, at, found);
    else at++;
  }
  return found;
}

function readDigits(text: string, start: number, found: Entity[]): number {
  let end = start;
  let digits = 0;
  let shown = 0;
  let plain = true;
  for (; end < text.length; end++) {
    const c = text[end] as string;
    if (isDigit(c)) [digits, shown] = [digits + 1, shown + 1];
    else if (MASK.includes(c)) [digits, plain] = [digits + 1, false];
    else if (!goesOn(text, end)) break;
    else if (c === '-') plain = false;
  }
  if (!shown) return end;
  found.push({ term: '$number', start, end });
  const clock = digits <= 2 ? clockAt(text, end) : 0;
  if (clock) found.push({ term: '$clock', start, end: end + clock });
  const money = unitAt(text, end, MONEY_UNITS);
  const isMoney = money > 0 || '¥￥'.includes(text[start - 1] ?? ' ');
  if (isMoney) found.push({ term: '$money', start, end: end + money });
  const place = unitAt(text, end, PLACE_UNITS);
  if (place && !isMoney) found.push({ term: '$address', start, end: end + place });
  const first = text[start] as string;
  if (
    (digits === 11 && first === '1') ||
    (digits >= 10 && digits <= 12 && (first === '0' || text.startsWith('400', start)))
  ) {
    found.push({ term: '$phone', start, end });
  } else if (digits === 18 || (digits === 17 && text[end] === 'x')) {
    found.push({ term: '$id', start, end: digits === 17 ? end + 1 : end });
  } else if (digits === 15 && plain) found.push({ term: '$id', start, end });
  return end;
}

/** Whether the sign between two digits belongs to one number. A comma does where it divides thousands. */
function goesOn(text: string, at: number): boolean {
  const sign = text[at] as string;
  if (!isDigit(text[at - 1]) || !isDigit(text[at + 1])) return false;
  if (sign === ',') return isDigit(text[at + 2]) && isDigit(text[at + 3]) && !isDigit(text[at + 4]);
  return sign === '.' || sign === '-';
}

/** How much of what follows the hour makes it a time of day; 0 where nothing does. */
function clockAt(text: string, at: number): number {
  if (text[at] === '点') return 1;
  const minutes = text[at] === ':' && isDigit(text[at + 1]) && isDigit(text[at + 2]) && !isDigit(text[at + 3]);
  return minutes ? ':00'.length : 0;
}

function readHanNumber(text: string, start: number, found: Entity[]): number {
  let end = start;
  while (end < text.length && HAN_DIGITS.includes(text[end] as string)) end++;
  const money = unitAt(text, end, MONEY_UNITS);
  if (end - start > 1 || money) found.push({ term: '$number', start, end });
  if (money || text.slice(start, end).includes('万')) found.push({ term: '$money', start, end: end + money });
  const place = unitAt(text, end, PLACE_UNITS.slice(0, 6));
  if (place && !money) found.push({ term: '$address', start, end: end + place });
  if (text[end] === '点' && end - start <= 3) found.push({ term: '$clock', start, end: end + 1 });
  return end;
}

function readLatin(text: string, start: number, found: Entity[]): number {
  let end = start;
  let lastDot = -1;
  for (; end < text.length; end++) {
    const c = text[end] as string;
    if (isLatin(c) || isDigit(c) || '-_/?=&%#:'.includes(c)) continue;
    if (c === '.' && (isLatin(text[end + 1]) || isDigit(text[end + 1]))) lastDot = end;
    else break;
  }
  const written = text.slice(start, end);
  const isLink = written.startsWith('http') || (lastDot > 0 && TOP_LEVEL.some((tail) => hostEnds(written, tail)));
  if (isLink) found.push({ term: '$url', start, end });
  return Math.max(end, start + 1);
}

function hostEnds(written: string, tail: string): boolean {
  const slash = written.indexOf('/');
  return (slash < 0 ? written : written.slice(0, slash)).endsWith(`.${tail}`);
}

function readPlate(text: string, start: number, found: Entity[]): number {
  let end = start + 1;
  if (!isLatin(text[end])) return end;
  while (end < text.length && (isLatin(text[end]) || isDigit(text[end]) || MASK.includes(text[end] as string))) end++;
  if (end - start >= 7 && end - start <= 8) found.push({ term: '$plate', start, end });
  return end;
}
