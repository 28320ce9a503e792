/** Values of single cells and attributes: which way a message went, how long a call was. */

export interface Direction {
  readonly direction: 'in' | 'out';
  /** A call that was not taken. */
  readonly missed?: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const IN = words(
  '收 收到 接收 已接收 已收 收件 收件箱 收信 来信 入 呼入 来电 已接 已接来电 接听 被叫 in incoming inbox received receive 1',
);
const OUT = words(
  '发 发送 已发送 已发 发出 发件 发件箱 出 呼出 去电 拨出 已拨 已拨电话 拨打 主叫 out outgoing sent outbox send 2',
);
const MISSED = words('未接 未接来电 未接听 拒接 已拒接 拒接来电 漏接 missed rejected declined voicemail blocked');
const NOT_SENT = words('草稿 草稿箱 发送失败 未发送 draft drafts failed');

/**
 * Reads which way a message or call went: words of phones and carriers, and the numbers of Android.
 *
 * @returns nothing where the value says neither; `not-sent` for drafts and failures
 */
export function parseDirection(value: string): Direction | 'not-sent' | undefined {
  const word = value.normalize('NFKC').toLowerCase().replace(/[\s/]/g, '');
  if (NOT_SENT.has(word)) return 'not-sent';
  if (MISSED.has(word)) return { direction: 'in', missed: true };
  if (IN.has(word)) return { direction: 'in' };
  if (OUT.has(word)) return { direction: 'out' };
  // 「国内被叫」, 「语音主叫（VoLTE）」.
  const called = word.includes('被叫');
  return called === word.includes('主叫') ? undefined : { direction: called ? 'in' : 'out' };
}

const UNITS = /^(?:(\d{1,4})(?:小时|时|h))?(?:(\d{1,5})(?:分钟|分|m|min))?(?:(\d{1,6})(?:秒钟|秒|s|sec))?$/;
const CLOCK = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})$/;

/**
 * Reads the length of a call: 「00:01:23」, 「1分23秒」, 「83」.
 *
 * @returns seconds; nothing where it is no length
 */
export function parseDuration(value: string): number | undefined {
  const text = value.normalize('NFKC').toLowerCase().replace(/\s/g, '').replace(/[′']/g, '分').replace(/[″"]/g, '秒');
  if (/^\d{1,6}(?:\.0+)?$/.test(text)) return Math.trunc(Number(text));
  const match = (text && UNITS.exec(text)) || CLOCK.exec(text);
  if (!match) return undefined;
  const [hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0)) as [number, number, number];
  return hours * 3600 + minutes * 60 + seconds;
}
