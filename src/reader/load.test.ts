/** A package that was damaged on disk, or installed halfway: the check goes on, and knows that it sees less. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTurnReader } from './turns';

const fileOf = (name: string) => new Uint8Array(readFileSync(new URL(`./${name}`, import.meta.url)));
const never = new AbortController().signal;

/** What is fetched in the place of the weights. */
let weights: () => Response;
beforeEach(() => {
  vi.stubGlobal('self', { location: { href: 'https://extension.invalid/worker.js' } });
  vi.stubGlobal('fetch', async ({ pathname }: URL) =>
    pathname.includes('weights') ? weights() : new Response(fileOf('kernel.wasm')),
  );
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const whole = fileOf('weights.bin');

it.each<[string, () => Response]>([
  ['cut off', () => new Response(whole.subarray(0, whole.length / 2))],
  ['altered in the middle', () => new Response(whole.map((byte, at) => (at === 500_000 ? byte ^ 0xff : byte)))],
  ['no gzip', () => new Response('x'.repeat(1000))],
  ['empty', () => new Response('')],
  [
    'missing',
    () => {
      throw new TypeError('Failed to fetch');
    },
  ],
])('weights that are %s: the reader says that it failed, and reads with the whole ones', async (_what, broken) => {
  const read = createTurnReader();
  weights = broken;
  expect(await read('还钱', never)).toBe('failed');
  weights = () => new Response(whole);
  expect(await read('还钱', never)).toHaveProperty('probability');
});

it('where WebAssembly cannot be had it says so too', async () => {
  weights = () => new Response(whole);
  vi.stubGlobal('WebAssembly', undefined);
  expect(await createTurnReader()('还钱', never)).toBe('failed');
});
