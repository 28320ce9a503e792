/** Which column of a table holds what: guessed from the header, or where there is none from the values. */
import { parseTime } from './times';
import { parseDirection, parseDuration } from './values';

export const FIELDS = ['text', 'at', 'clock', 'sender', 'name', 'direction', 'duration'] as const;
export type Field = (typeof FIELDS)[number];

export interface Mapping {
  readonly kind: 'message' | 'call';
  /** Rows above the first that is taken: titles and the header itself. */
  readonly skipRows: number;
  /**
   * Column of each field, from 0. `clock` is the time of day where `at` holds only the day; `name` is what the phone
   * calls the sender, and stands for him where no number does. Messages need `text`; all others may be absent.
   */
  readonly columns: Readonly<Partial<Record<Field, number>>>;
  /** A row without a readable time is bad; otherwise it is taken without a time and reported. */
  readonly needsTime?: boolean;
}

/** A list of a carrier has its customer's name, number and period above the header. */
const HEADER_WITHIN = 20;
/** Rows by whose values a column is recognised. */
const SAMPLE_ROWS = 50;

/** Header names, folded as {@link fold} does; earlier ones win. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  text: words(
    '短信内容 消息内容 信息内容 聊天内容 内容 正文 短信正文 消息 信息 文本 body messagebody messagetext text content message sms',
  ),
  at: words(
    '时间 日期时间 时间日期 收发时间 短信时间 消息时间 接收时间 收到时间 发送时间 通话起始时间 起始时间 通话开始时间 开始时间 呼叫时间 通信时间 拨打时间 起始日期时间 日期 通话日期 receivedat datetime timestamp date time sentat received starttime readabledate',
  ),
  clock: words('时刻 通话时刻 时间 起始时间 开始时间 通话时间 time clock'),
  sender: words(
    '对方号码 对端号码 通信号码 发送号码 发件号码 来电号码 手机号码 电话号码 联系电话 号码 手机号 电话 手机 发件人号码 发送人号码 发送方 发件人 发送人 发信人 发送者 对方 address number phonenumber phone sender from caller',
  ),
  name: words('联系人 联系人姓名 姓名 对方姓名 名称 昵称 备注名 对方名称 contactname contact name nickname'),
  direction: words(
    '收发类型 收发 方向 短信类型 消息类型 呼叫类型 通话类型 主被叫 主叫被叫 呼叫方式 通信方式 通话方式 类型 type direction calltype kind status',
  ),
  duration: words('通话时长 通话时间长度 时长 通话时间 持续时间 通话秒数 duration callduration length'),
};

function words(list: string): string[] {
  return list.split(' ');
}

/** A header without case, blanks, units in brackets and marks: 「通话时长（秒）」 is 「通话时长」. */
function fold(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([【].*?[)\]】]/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Guesses what the columns of a table are.
 *
 * @param rows the first rows, titles and header included
 * @returns nothing where no column can be the text or, for calls, the time and the number
 */
export function guessMapping(rows: readonly (readonly string[])[]): Mapping | undefined {
  let best: { row: number; columns: Partial<Record<Field, number>> } | undefined;
  for (const [row, cells] of rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = byNames(cells, rows.slice(row + 1, row + 1 + SAMPLE_ROWS));
    if (Object.keys(columns).length > Object.keys(best?.columns ?? {}).length) best = { row, columns };
  }
  const named = best && Object.keys(best.columns).length > 1 && mappingOf(best.columns, best.row + 1);
  return named || mappingOf(byValues(rows.slice(0, SAMPLE_ROWS)), 0);
}

function mappingOf(columns: Partial<Record<Field, number>>, skipRows: number): Mapping | undefined {
  if (columns.text !== undefined) return { kind: 'message', skipRows, columns };
  const { at, sender, name, direction, duration } = columns;
  const isCall = at !== undefined && (sender ?? name) !== undefined && (duration ?? direction) !== undefined;
  return isCall ? { kind: 'call', skipRows, columns } : undefined;
}

function byNames(cells: readonly string[], below: readonly (readonly string[])[]): Partial<Record<Field, number>> {
  const headers = cells.map(fold);
  const columns: Partial<Record<Field, number>> = {};
  const taken = new Set<number>();
  const take = (field: Field) => {
    for (const name of NAMES[field]) {
      const column = headers.findIndex((header, at) => header === name && !taken.has(at));
      if (column < 0) continue;
      columns[field] = column;
      taken.add(column);
      return;
    }
  };
  // A day and a clock in two columns: 「日期」 is then the day, and 「时间」 the clock.
  const day = headers.findIndex((header) => /^(?:通话|短信)?日期$|^date$/.test(header));
  const values = (column: number) => below.map((row) => row[column]?.trim() ?? '').filter(Boolean);
  if (day >= 0 && values(day).every((value) => parseTime(value)?.length === 10)) {
    const clock = headers.findIndex((header, at) => {
      const found = values(at);
      return (
        NAMES.clock.includes(header) && found.length > 0 && found.every((value) => /^\D{0,2}\d{1,2}[:：]/.test(value))
      );
    });
    if (clock >= 0 && !NAMES.duration.slice(0, 3).includes(headers[clock] as string)) {
      [columns.at, columns.clock] = [day, clock];
      taken.add(day).add(clock);
    }
  }
  for (const field of ['text', 'duration', 'at', 'sender', 'name', 'direction'] as const) {
    if (columns[field] === undefined) take(field);
  }
  // 「通话时间」 is the beginning of the call where its values are times.
  const { duration, ...others } = columns;
  if (columns.at !== undefined || duration === undefined) return columns;
  const found = values(duration);
  return found.length && found.every((value) => parseTime(value)) ? { ...others, at: duration } : columns;
}

/** Without a header: times, numbers, directions and lengths are known by their form; the longest other column is the text. */
function byValues(rows: readonly (readonly string[])[]): Partial<Record<Field, number>> {
  const columns: Partial<Record<Field, number>> = {};
  const width = Math.max(0, ...rows.map((row) => row.length));
  const rest: { column: number; length: number }[] = [];
  for (let column = 0; column < width; column++) {
    const values = rows.map((row) => row[column]?.trim() ?? '').filter(Boolean);
    const mostly = (is: (value: string) => boolean) =>
      values.length > 0 && values.filter(is).length > values.length * 0.8;
    const length = values.reduce((sum, value) => sum + value.length, 0) / (values.length || 1);
    if (columns.at === undefined && mostly((value) => parseTime(value) !== undefined)) columns.at = column;
    else if (columns.sender === undefined && mostly((value) => /^\+?[\d -]{5,25}$/.test(value)))
      columns.sender = column;
    else if (columns.direction === undefined && mostly((value) => parseDirection(value) !== undefined))
      columns.direction = column;
    else if (columns.duration === undefined && mostly((value) => parseDuration(value) !== undefined))
      columns.duration = column;
    else if (length) rest.push({ column, length });
  }
  const text = rest.sort((a, b) => b.length - a.length)[0];
  // A name is short; without a longer column this is a list of calls.
  if (text && text.length > 6) columns.text = text.column;
  const name = rest.find(({ column }) => column !== columns.text);
  if (columns.sender === undefined && name) columns.name = name.column;
  return columns;
}
