/**
 * Hashes show that what is kept is what was taken in. They protect against accident and doubt, and against nothing
 * more: whoever holds the device could rebuild all of them, so they are no certificate and no time stamp.
 */
import { type Bytes, encode } from './canonical';
import type { Content, Revision } from './types';

/** SHA-256 in lower-case hex. */
export async function sha256(bytes: Bytes): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

type Revisions = readonly [Revision, ...Revision[]];

/** SHA-256 of `{content, previous, savedAt}` in canonical JSON; `previous` is the hash before it, null for the first. */
export function hashRevision(content: Content, savedAt: string, previous: string | null): Promise<string> {
  return sha256(encode({ content, savedAt, previous }));
}

/** The first state of an entry, or a further one after those that are there. */
export async function withRevision(
  earlier: readonly Revision[],
  content: Content,
  savedAt: string,
): Promise<Revisions> {
  const previous = earlier.at(-1)?.sha256 ?? null;
  const revision = { content, savedAt, sha256: await hashRevision(content, savedAt, previous) };
  return [...earlier, revision] as unknown as Revisions;
}

/** Whether every revision has the hash of its content and of the one before it. */
export async function chainHolds(revisions: readonly Revision[]): Promise<boolean> {
  let previous: string | null = null;
  for (const { content, savedAt, sha256: kept } of revisions) {
    if ((await hashRevision(content, savedAt, previous)) !== kept) return false;
    previous = kept;
  }
  return revisions.length > 0;
}
