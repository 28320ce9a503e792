import { afterEach, expect, it, vi } from 'vitest';
import { openReader } from '../cli/reader';
import type { Reader } from './read';
import { createTurnReader } from './turns';

const LONG = '再不还钱，我们就把你的欠款告诉你父母和单位领导。'.repeat(40);
const never = new AbortController().signal;
const real = openReader();

/** The real reader; counts how many windows it has read. */
function counting(): Reader & { windows: number } {
  const reader = { ...real, windows: 0 };
  reader.turns = function* (text) {
    const turns = real.turns(text);
    for (let turn = turns.next(); ; turn = turns.next()) {
      if (turn.done) return turn.value;
      reader.windows++;
      yield undefined;
    }
  };
  return reader;
}

afterEach(() => vi.restoreAllMocks());

it('reads as the reader does in one go', async () => {
  const opinion = await createTurnReader(async () => real)(LONG, never);
  if (opinion === 'failed') expect.unreachable();
  expect([...(opinion?.probability.values() ?? [])]).toEqual(real.read(LONG).message);
  expect(opinion?.candidates.length).toBeGreaterThan(0);
});

it('gives a text up between two windows', async () => {
  const reader = counting();
  const read = createTurnReader(async () => reader);
  const given = new AbortController();
  const reading = read(LONG, given.signal);
  setTimeout(() => given.abort());
  expect(await reading).toBeUndefined();
  expect(reader.windows).toBeGreaterThan(0);
  expect(reader.windows).toBeLessThan(4);
  expect(await read(LONG, given.signal)).toBeUndefined();
  expect(reader.windows).toBeLessThan(4);
});

it('says that it failed where the reader cannot be loaded, here and in the log, and tries again with the next text', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const load = vi
    .fn<() => Promise<Reader>>()
    .mockRejectedValueOnce(new TypeError('out of reach'))
    .mockResolvedValue(real);
  const read = createTurnReader(load);
  expect(await read('还钱', never)).toBe('failed');
  expect(log).toHaveBeenCalledOnce();
  expect(await read('还钱', never)).toHaveProperty('probability');
  expect(await read('还钱', never)).toHaveProperty('probability');
  expect(load).toHaveBeenCalledTimes(2);
});
