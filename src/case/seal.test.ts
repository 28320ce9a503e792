import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveKeys, hiddenKey, newSecret, open, seal, unwrap, wrap } from './seal';
import { QUICK } from './testing';

const PLACE = ['case', 'entry', 'key'];

describe('sealing', () => {
  it('opens to what was sealed, and only where it was sealed', async () => {
    const keys = await deriveKeys(newSecret(), 'g');
    const other = await deriveKeys(newSecret(), 'g');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), fc.nat(), async (given, at) => {
        const bytes = new Uint8Array(given);
        const sealed = await seal(keys, PLACE, bytes);
        expect(await open(keys, PLACE, sealed)).toEqual(bytes);
        expect(sealed.iv.length).toBe(12);
        const altered = { ...sealed, bytes: sealed.bytes.slice() };
        altered.bytes[at % altered.bytes.length] = (altered.bytes[at % altered.bytes.length] as number) ^ 1;
        const wrong = [
          () => open(keys, ['case', 'entry', 'yek'], sealed),
          () => open(keys, ['esac', 'entry', 'key'], sealed),
          () => open(other, PLACE, sealed),
          () => open(keys, PLACE, altered),
        ];
        for (const attempt of wrong) await expect(attempt()).rejects.toMatchObject({ code: 'corrupt' });
      }),
      { numRuns: 50 },
    );
  });

  it('never uses an IV twice, and its keys cannot be taken out', async () => {
    const keys = await deriveKeys(newSecret(), 'g');
    const ivs = await Promise.all(Array.from({ length: 500 }, () => seal(keys, PLACE, new Uint8Array())));
    expect(new Set(ivs.map(({ iv }) => iv.join())).size).toBe(500);
    for (const key of [keys.content, keys.index]) {
      expect(key.extractable).toBe(false);
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    }
  });

  it('hides ids: the same under the same key, another under another', async () => {
    const [a, b] = [await deriveKeys(newSecret(), 'g'), await deriveKeys(newSecret(), 'g')];
    expect(await hiddenKey(a, 'entry', 'x')).toBe(await hiddenKey(a, 'entry', 'x'));
    expect(await hiddenKey(a, 'entry', 'x')).not.toBe(await hiddenKey(b, 'entry', 'x'));
    expect(await hiddenKey(a, 'entry', 'x')).not.toBe(await hiddenKey(a, 'sent', 'x'));
  });
});

describe('the passphrase', () => {
  it('wraps the secret for its own case, whatever width the letters were typed in', async () => {
    const secret = newSecret();
    const lock = await wrap(secret, 'ＡＢＣ１２３ 钥匙', 'case', QUICK);
    expect(lock).toMatchObject({ kdf: 'PBKDF2-SHA-256', iterations: QUICK });
    expect(await unwrap(lock, 'ABC123 钥匙', 'case')).toEqual(secret);
    await expect(unwrap(lock, 'abc123 钥匙', 'case')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await expect(unwrap(lock, 'ABC123 钥匙', 'other')).rejects.toMatchObject({ code: 'wrong-passphrase' });
    await expect(wrap(secret, '', 'case', QUICK)).rejects.toThrow(RangeError);
  });

  it('wipes the secret once the keys are made', async () => {
    const secret = newSecret();
    await deriveKeys(secret, 'g');
    expect(secret).toEqual(new Uint8Array(32));
  });
});
