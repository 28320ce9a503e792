/** The list at the end of a ZIP archive: which files it holds and where. Only there does it stand how long each one is. */
import { EvidenceError, type Limits } from './problems';

/** One file of an archive as its list has it; nothing of it is proven yet. */
export interface Listed {
  readonly path: string;
  readonly isDeflated: boolean;
  /** Bytes in the archive, and unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Where its own header begins. */
  readonly at: number;
}

export interface Directory {
  readonly files: readonly Listed[];
  /** Where the list itself begins. */
  readonly at: number;
}

const END = { signature: 0x06054b50, length: 22, longestComment: 65_535 };
const LINE = { signature: 0x02014b50, length: 46 };
const HEADER = { signature: 0x04034b50, length: 30, longestName: 1_000 };
/** What may stand behind a file: its sizes once more. */
const LONGEST_TRAILER = 24;
/** Bytes of a line of the list, on average at most: a path, and the times that some programs add. */
const LINE_LIMIT = 1_000;

const [STORED, DEFLATED] = [0, 8];
const [ENCRYPTED, UTF8] = [0x1, 0x800];

const read = async (zip: Blob, from: number, to: number) => new DataView(await zip.slice(from, to).arrayBuffer());
const short = (data: DataView, at: number) => data.getUint16(at, true);
const long = (data: DataView, at: number) => data.getUint32(at, true);

/** @throws EvidenceError damaged */
function nameAt(data: DataView, at: number, length: number, flags: number): string {
  if (at + length > data.byteLength) throw new EvidenceError('damaged');
  // A mark at the beginning is part of the name: without it, it would be that of another file.
  return new TextDecoder(flags & UTF8 ? 'utf-8' : 'latin1', { ignoreBOM: true }).decode(
    new Uint8Array(data.buffer, at, length),
  );
}

/** @throws EvidenceError damaged, too-many-files */
export async function directoryOf(zip: Blob, limits: Limits): Promise<Directory> {
  const { from, to, count } = await placeOf(zip);
  if (to - from > (limits.files + 1) * LINE_LIMIT) throw new EvidenceError('too-many-files');
  const data = await read(zip, from, to);
  const files: Listed[] = [];
  let at = 0;
  while (at < data.byteLength) {
    if (at + LINE.length > data.byteLength || long(data, at) !== LINE.signature) throw new EvidenceError('damaged');
    const flags = short(data, at + 8);
    const method = short(data, at + 10);
    const nameLength = short(data, at + 28);
    const path = nameAt(data, at + LINE.length, nameLength, flags);
    const isKnown = method === STORED || method === DEFLATED;
    if (!isKnown || flags & ENCRYPTED) throw new EvidenceError('damaged', path);
    const isDeflated = method === DEFLATED;
    files.push({ path, isDeflated, packed: long(data, at + 20), size: long(data, at + 24), at: long(data, at + 42) });
    at += LINE.length + nameLength + short(data, at + 30) + short(data, at + 32);
  }
  if (at !== data.byteLength || files.length !== count) throw new EvidenceError('damaged');
  return { files, at: from };
}

/** The last record says where the list is: right before it, and nothing comes behind but its own comment. */
async function placeOf(zip: Blob): Promise<{ from: number; to: number; count: number }> {
  const start = Math.max(0, zip.size - END.length - END.longestComment);
  const tail = await read(zip, start, zip.size);
  for (let at = tail.byteLength - END.length; at >= 0; at--) {
    if (long(tail, at) !== END.signature || at + END.length + short(tail, at + 20) !== tail.byteLength) continue;
    const [length, from] = [long(tail, at + 12), long(tail, at + 16)];
    if (from + length === start + at) return { from, to: from + length, count: short(tail, at + 10) };
  }
  throw new EvidenceError('damaged');
}

/**
 * Where the bytes of each file begin. The files lie one behind the other from the first byte up to the list: what lies
 * over another makes a bomb, and what lies between or before them other programs would show and this one would not.
 *
 * @throws EvidenceError damaged
 */
export async function placesOf(zip: Blob, { files, at: end }: Directory): Promise<ReadonlyMap<Listed, number>> {
  const places = new Map<Listed, number>();
  let free = 0;
  for (const file of [...files].sort((a, b) => a.at - b.at)) {
    const { path, at, packed } = file;
    const gap = at - free;
    if (gap < 0 || gap > (places.size ? LONGEST_TRAILER : 0)) throw new EvidenceError('damaged', path);
    const header = await read(zip, at, at + HEADER.length + HEADER.longestName);
    if (header.byteLength < HEADER.length || long(header, 0) !== HEADER.signature)
      throw new EvidenceError('damaged', path);
    const nameLength = short(header, 26);
    // Some programs go by this name, others by that of the list.
    if (nameAt(header, HEADER.length, nameLength, short(header, 6)) !== path) throw new EvidenceError('damaged', path);
    const begin = at + HEADER.length + nameLength + short(header, 28);
    free = begin + packed;
    if (free > end) throw new EvidenceError('damaged', path);
    places.set(file, begin);
  }
  if (end - free > (places.size ? LONGEST_TRAILER : 0)) throw new EvidenceError('damaged');
  return places;
}
