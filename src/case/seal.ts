/**
 * Locks. A random secret encrypts the records of a case; the passphrase only wraps that secret, so a new passphrase
 * rewrites a few bytes. Without the passphrase nothing here can be recovered, by anybody.
 */
import { type Bytes, encode } from './canonical';
import { CaseError } from './errors';
import { hex } from './hash';

/** OWASP's figure for PBKDF2 with SHA-256. It is stored with each case, so it can rise without breaking old ones. */
export const ITERATIONS = 600_000;

/** How a passphrase becomes the key that wraps the secret, and the wrapped secret. */
export interface Lock {
  readonly kdf: 'PBKDF2-SHA-256';
  readonly iterations: number;
  readonly salt: Bytes;
  readonly iv: Bytes;
  readonly wrapped: Bytes;
}

/** In memory only, not extractable. */
export interface CaseKeys {
  /** The state of the records that they open: each encrypting of a whole case has keys of its own. */
  readonly generation: string;
  readonly content: CryptoKey;
  readonly index: CryptoKey;
}

export interface Sealed {
  readonly iv: Bytes;
  readonly bytes: Bytes;
}

const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
const aes = (iv: Bytes, additionalData: Bytes) => ({ name: 'AES-GCM', iv, additionalData });

/** 256 bits, the root of all keys of one generation. */
export const newSecret = (): Bytes => random(32);

/** Derives the keys by HKDF-SHA-256 and wipes the secret. */
export async function deriveKeys(secret: Bytes, generation: string): Promise<CaseKeys> {
  const root = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  secret.fill(0);
  const derive = (info: string, target: AesKeyGenParams | HmacKeyGenParams, usage: KeyUsage[]) =>
    crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode(info) },
      root,
      target,
      false,
      usage,
    );
  return {
    generation,
    content: await derive('content', { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt']),
    index: await derive('index', { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign']),
  };
}

/** Full-width and half-width letters are one: an input method may change them unseen. */
async function keyOf(passphrase: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const words = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** @throws RangeError for an empty passphrase */
export async function wrap(secret: Bytes, passphrase: string, caseId: string, iterations: number): Promise<Lock> {
  if (!passphrase) throw new RangeError('empty passphrase');
  const [salt, iv] = [random(16), random(12)];
  const key = await keyOf(passphrase, salt, iterations);
  const wrapped = await crypto.subtle.encrypt(aes(iv, encode([caseId, 'lock'])), key, secret);
  return { kdf: 'PBKDF2-SHA-256', iterations, salt, iv, wrapped: new Uint8Array(wrapped) };
}

/** @throws CaseError wrong-passphrase; a damaged lock cannot be told from it */
export async function unwrap(lock: Lock, passphrase: string, caseId: string): Promise<Bytes> {
  const key = await keyOf(passphrase, lock.salt, lock.iterations);
  try {
    const secret = await crypto.subtle.decrypt(aes(lock.iv, encode([caseId, 'lock'])), key, lock.wrapped);
    return new Uint8Array(secret);
  } catch (cause) {
    throw new CaseError('wrong-passphrase', { cause });
  }
}

/**
 * AES-GCM, 256 bits, with a random 96-bit IV for each record.
 *
 * @param place where the record stands; opening it elsewhere fails, so records cannot be swapped
 */
export async function seal({ content }: CaseKeys, place: readonly string[], bytes: Bytes): Promise<Sealed> {
  const iv = random(12);
  return { iv, bytes: new Uint8Array(await crypto.subtle.encrypt(aes(iv, encode(place)), content, bytes)) };
}

/** @throws CaseError corrupt when the record was altered, or sealed for another place or with another key */
export async function open({ content }: CaseKeys, place: readonly string[], { iv, bytes }: Sealed): Promise<Bytes> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(aes(iv, encode(place)), content, bytes));
  } catch (cause) {
    throw new CaseError('corrupt', { cause });
  }
}

/** Where a record of a locked case is kept: an entry's own id would let a known text be recognised. */
export async function hiddenKey({ index }: CaseKeys, kind: string, id: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.sign('HMAC', index, encode([kind, id]))));
}
