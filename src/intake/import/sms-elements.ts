/** The elements of "SMS Backup & Restore" as messages and calls. Attribute values of Android's telephony provider. */
import { normalizeSender } from '../../case/sender';
import { FIELD_LIMIT } from './limits';
import { fromEpoch } from './times';
import type { Item } from './types';
import { boxOf, callOf, callWayOf, type Direction } from './values';

type Attributes = Readonly<Record<string, string>>;

export interface Mms {
  readonly attributes: Attributes;
  readonly texts: Attributes[];
  readonly addresses: Attributes[];
}

/** `type` of an MMS address (PduHeaders): 137 from, 151 to. */
const FROM = '137';
const TO = '151';
/** What stands for the own number. */
const SELF = 'insert-address-token';

export function readSms(attributes: Attributes, row: number): Item[] {
  return message(row, boxOf(attributes.type), attributes.body ?? '', attributes.address, attributes);
}

/** Its words are its subject and those of its text parts, line by line; pictures and sounds are not taken. */
export function readMms({ attributes, texts, addresses }: Mms, row: number): Item[] {
  const way = boxOf(attributes.msg_box);
  const wanted = way !== 'not-sent' && way?.direction === 'out' ? TO : FROM;
  const other = addresses.find(({ type, address }) => type === wanted && address !== SELF)?.address;
  const written = texts.filter(({ ct }) => ct?.startsWith('text/plain')).map(({ text }) => text);
  const text = [attributes.sub, ...written].filter((words) => words && words !== 'null').join('\n');
  return message(row, way, text, other ?? attributes.address?.split('~')[0], attributes);
}

export function readCall(attributes: Attributes, row: number): Item[] {
  const { number, duration, date, type } = attributes;
  const way = callWayOf(type);
  if (!way) return [{ row, code: 'direction-unknown', kept: false }];
  const at = fromEpoch(date);
  const seconds = /^\d{1,6}$/.test(duration ?? '') ? Number(duration) : undefined;
  return dated(row, at, {
    row,
    content: {
      kind: 'call',
      direction: way.direction,
      text: '',
      ...senderOf(number),
      ...(at && { at }),
      ...callOf(way, seconds),
      note: '',
    },
    ...nameOf(attributes),
  });
}

function message(
  row: number,
  way: Direction | 'not-sent' | undefined,
  text: string,
  address: string | undefined,
  attributes: Attributes,
): Item[] {
  if (way === 'not-sent') return [{ skip: 'not-sent' }];
  if (!way) return [{ row, code: 'direction-unknown', kept: false }];
  if (!text.trim()) return [{ skip: 'no-text' }];
  if (text.length > FIELD_LIMIT) return [{ row, code: 'too-long', kept: false }];
  const at = fromEpoch(attributes.date);
  return dated(row, at, {
    row,
    content: { kind: 'message', direction: way.direction, text, ...senderOf(address), ...(at && { at }), note: '' },
    ...nameOf(attributes),
  });
}

const dated = (row: number, at: string | undefined, item: Item): Item[] =>
  at ? [item] : [{ row, code: 'date-unreadable', kept: true }, item];

const senderOf = (address: string | undefined) =>
  normalizeSender(address) === undefined ? {} : { sender: (address as string).trim() };

const nameOf = ({ contact_name }: Attributes) => {
  const name = normalizeSender(contact_name);
  return name === undefined ? {} : { name };
};
