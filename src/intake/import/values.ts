/** Values of single cells and attributes: which way a message went, how long a call was. */
import type { Content } from '../../case/types';

export interface Direction {
  readonly direction: 'in' | 'out';
  /** Of a call, where the word says it: taken or not. */
  readonly answered?: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const IN = words(
  '收 收到 接收 已接收 已收 收件 收件箱 收信 来信 入 呼入 来电 被叫 垃圾箱 in incoming inbox received receive',
);
const ANSWERED = words('已接 已接来电 已接听 接听 answered accepted');
const OUT = words(
  '发 发送 已发送 已发 发出 已发出 发件 发件箱 已发信箱 发信 出 呼出 去电 拨出 已拨 已拨电话 拨打 主叫 out outgoing sent outbox send queued',
);
const MISSED = words('未接 未接来电 未接听 拒接 已拒接 拒接来电 漏接 missed rejected declined voicemail blocked');
const NOT_SENT = words('草稿 草稿箱 发送失败 未发送 draft drafts failed');
/** Words for messages alone; of a call nobody says that it was 「接收」. */
const MESSAGE_WAYS = words(
  '收 发 收到 接收 已接收 已收 收件 收件箱 收信 来信 发 发送 已发送 已发 发出 已发出 发件 发件箱 发信 草稿 草稿箱 inbox sent outbox draft drafts',
);
const MESSAGE_KIND = /^(?:国内|国际|点对点|普通|网内|网间)?(?:短信|彩信|短消息)(?:业务)?$/;

/** `type` of an SMS and `msg_box` of an MMS in Android: inbox, sent, draft, outbox, failed, queued. */
const BOXES: Readonly<Record<string, Direction | 'not-sent'>> = {
  1: { direction: 'in' },
  2: { direction: 'out' },
  3: 'not-sent',
  4: { direction: 'out' },
  5: 'not-sent',
  6: { direction: 'out' },
};
/** `type` of a call: incoming, outgoing, missed, voicemail, rejected, blocked, answered elsewhere. */
const CALLS: Readonly<Record<string, Direction>> = {
  1: { direction: 'in' },
  2: { direction: 'out' },
  3: { direction: 'in', answered: false },
  4: { direction: 'in', answered: false },
  5: { direction: 'in', answered: false },
  6: { direction: 'in', answered: false },
  7: { direction: 'in' },
};

/** Which way a message of Android went, by its number. */
export const boxOf = (value = ''): Direction | 'not-sent' | undefined =>
  /^\d$/.test(value) ? BOXES[value] : undefined;

/** The same of a call. */
export const callWayOf = (value = ''): Direction | undefined => (/^\d$/.test(value) ? CALLS[value] : undefined);

const plain = (value: string): string => value.normalize('NFKC').toLowerCase().replace(/[\s/]/g, '');

/**
 * Reads which way a message or call went: words of phones and carriers, and the numbers of Android.
 *
 * @returns nothing where the value says neither; `not-sent` for drafts and failures
 */
export function parseDirection(
  value: string,
  kind: 'message' | 'call' = 'message',
): Direction | 'not-sent' | undefined {
  const word = plain(value);
  if (/^\d$/.test(word)) return kind === 'call' ? callWayOf(word) : boxOf(word);
  if (NOT_SENT.has(word)) return 'not-sent';
  if (MISSED.has(word)) return { direction: 'in', answered: false };
  if (ANSWERED.has(word)) return { direction: 'in', answered: true };
  if (IN.has(word)) return { direction: 'in' };
  if (OUT.has(word)) return { direction: 'out' };
  // 「国内被叫」, 「语音主叫（VoLTE）」.
  const called = word.includes('被叫');
  return called === word.includes('主叫') ? undefined : { direction: called ? 'in' : 'out' };
}

/** Reads whether the keeper sent it: 1 or 0, yes or no. */
export function parseSentFlag(value: string): Direction | undefined {
  const word = plain(value);
  if (/^(?:1|true|yes|y|是)$/.test(word)) return { direction: 'out' };
  return /^(?:0|false|no|n|否)$/.test(word) ? { direction: 'in' } : undefined;
}

/** A word that is said of messages and never of calls. */
export const isMessageWay = (value: string): boolean => MESSAGE_WAYS.has(plain(value));

/** A cell that says of its row that it is a message, as in the lists of carriers. */
export const isMessageKind = (value: string): boolean => MESSAGE_KIND.test(plain(value));

/** A name under which programs write the keeper himself. */
export const isSelf = (name: string | undefined): boolean => /^(?:我|我自己|本人|me|myself)$/.test(plain(name ?? ''));

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

/** A call whose length and word say nothing of it is recorded without whether it was taken: a guess would be no evidence. */
export function callOf({ answered }: Direction, seconds: number | undefined): Pick<Content, 'call'> {
  const isAnswered = answered === false ? false : seconds === undefined ? answered : seconds > 0;
  return isAnswered === undefined ? {} : { call: { answered: isAnswered, ...(seconds !== undefined && { seconds }) } };
}
