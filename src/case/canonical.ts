/** One way to write a value down, so that equal values have equal hashes. */
export type Bytes = Uint8Array<ArrayBuffer>;

/**
 * JSON after RFC 8785: no white space, members ordered by the UTF-16 code units of their names, numbers and strings as
 * ECMAScript writes them. Two differences, so that every text can be kept: a lone surrogate is escaped (`\ud800`), not
 * refused, and a member that is `undefined` is left out.
 *
 * @throws TypeError for what JSON does not know: NaN, infinities, big integers, functions, class instances, cycles
 */
export function canonicalJson(value: unknown): string {
  return write(value, new Set());
}

function write(value: unknown, inside: Set<object>): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value !== 'object') throw new TypeError(`not JSON: ${typeof value}`);
  if (inside.has(value)) throw new TypeError('not JSON: a cycle');
  inside.add(value);
  const written = Array.isArray(value) ? writeList(value, inside) : writeObject(value, inside);
  inside.delete(value);
  return written;
}

function writeList(list: readonly unknown[], inside: Set<object>): string {
  return `[${list.map((each) => write(each, inside)).join(',')}]`;
}

function writeObject(value: object, inside: Set<object>): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) throw new TypeError('not JSON: an instance');
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    // Comparison of strings is by UTF-16 code units.
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${write(member, inside)}`);
  return `{${members.join(',')}}`;
}

/** Canonical JSON in UTF-8. */
export function encode(value: unknown): Bytes {
  return new TextEncoder().encode(canonicalJson(value));
}

/** @throws SyntaxError, TypeError when the bytes are no JSON in UTF-8 */
export function decode<T>(bytes: Bytes): T {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)) as T;
}
