import { ImportError } from './types';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** Bytes, from the first that is not ASCII, by which the encoding is told. */
const SAMPLE = 65_536;
/** More unreadable characters than this among those beyond ASCII: not this encoding. */
const DAMAGE = 0.01;
const UNREADABLE = '\ufffd';

/** Counts what could not be read. */
export interface Damage {
  characters: number;
}

/**
 * Turns bytes into text: by the byte order mark, else as UTF-8 or GB 18030, whichever the first bytes beyond ASCII are.
 * They may come late: a table can begin with a thousand English rows. Single damaged bytes become U+FFFD.
 *
 * @throws ImportError `binary` for anything with a NUL, `encoding` for bytes of neither encoding
 */
export async function* decode(source: AsyncIterable<Uint8Array>, damage: Damage): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let held: Uint8Array = new Uint8Array();
  let first = true;
  const text = (bytes?: Uint8Array): string => {
    const decoded = decoder?.decode(bytes, { stream: bytes !== undefined }) ?? '';
    if (decoded.includes('\0')) throw new ImportError('binary');
    damage.characters += count(decoded, UNREADABLE);
    return decoded;
  };
  for await (const slice of source) {
    let bytes = held.length ? joined(held, slice) : slice;
    held = new Uint8Array();
    if (first) {
      const mark = markOf(bytes);
      if (mark) decoder = new TextDecoder(mark);
      first = false;
    }
    if (!decoder) {
      if (bytes.includes(0)) throw new ImportError('binary');
      const at = bytes.findIndex((byte) => byte > 0x7f);
      const plain = at < 0 ? bytes : bytes.subarray(0, at);
      if (plain.length) yield ascii(plain);
      if (at < 0) continue;
      bytes = bytes.subarray(at);
      if (bytes.length < SAMPLE) {
        held = bytes;
        continue;
      }
      decoder = new TextDecoder(encodingOf(bytes.subarray(0, SAMPLE)));
    }
    yield text(bytes);
  }
  if (held.length) {
    decoder = new TextDecoder(encodingOf(held));
    yield text(held);
  }
  yield text();
}

/** @throws ImportError `encoding` */
function encodingOf(sample: Uint8Array): Encoding {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const decoded = new TextDecoder(encoding).decode(sample, { stream: true });
    const beyond = decoded.length - count(decoded, /[\0-\x7f]/g);
    if (count(decoded, UNREADABLE) <= beyond * DAMAGE) return encoding;
  }
  throw new ImportError('encoding');
}

function markOf(bytes: Uint8Array): Encoding | undefined {
  return MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
}

const asciiDecoder = new TextDecoder();
const ascii = (bytes: Uint8Array): string => asciiDecoder.decode(bytes);
const count = (text: string, what: string | RegExp): number =>
  what === UNREADABLE && !text.includes(what) ? 0 : text.split(what).length - 1;

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
