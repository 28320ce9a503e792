import { sha256 as hash } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * SHA-256 in pieces and without waiting. `crypto.subtle` takes only whole inputs, so that a file of 300 MB would have to
 * be in memory, and costs a turn of the event loop a call, several times the hashing of a short message.
 */
export class Sha256 {
  readonly #hash = hash.create();

  update(bytes: Uint8Array): this {
    this.#hash.update(bytes);
    return this;
  }

  /** Ends the input. @returns 64 hex digits */
  hex(): string {
    return bytesToHex(this.#hash.digest());
  }
}

const encoder = new TextEncoder();

/** SHA-256 of a text in UTF-8, in hex. */
export const sha256 = (text: string): string => bytesToHex(hash(encoder.encode(text)));
