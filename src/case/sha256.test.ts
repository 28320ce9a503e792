import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Sha256, sha256 } from './sha256';

const expected = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

it('is SHA-256, whatever the length and wherever the input is cut', () => {
  for (const length of [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1_000_003]) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 7) & 255);
    expect(new Sha256().update(bytes).hex(), String(length)).toBe(expected(bytes));
  }
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 150 }), { maxLength: 6 }), (pieces) => {
      const hash = new Sha256();
      for (const piece of pieces) hash.update(piece);
      expect(hash.hex()).toBe(expected(Buffer.concat(pieces)));
    }),
  );
});

it('takes texts as UTF-8', () => {
  expect(sha256('还款😀')).toBe(expected(Buffer.from('还款😀')));
});
