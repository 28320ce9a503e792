import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadReader } from '../cli/reader';
import { checkMessage, PATIENCE_MS, type Read } from './checker';

const opinionOf = loadReader();
const never = new AbortController().signal;
/** The rules alone find nothing in it, with the reader they do. */
const VEILED = { text: '我认识你们村的人，过年回去聊聊你的事。' };
const ORDINARY = { text: '今天天气很好' };

describe('a check', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Reads for real, after so many milliseconds. */
  const answering =
    (ms: number): Read =>
    async (text) => {
      await new Promise((done) => setTimeout(done, ms));
      return opinionOf(text);
    };

  it('waits for a reader that answers soon: what the rules say alone is not shown', async () => {
    const early = vi.fn();
    const check = checkMessage(VEILED, answering(PATIENCE_MS - 1), never, early);
    await vi.advanceTimersByTimeAsync(2 * PATIENCE_MS);
    expect((await check).readerHeard).toBe(true);
    expect(early).not.toHaveBeenCalled();
  });

  it('shows what the rules say where the reader takes longer, and then both', async () => {
    const early = vi.fn();
    const check = checkMessage(VEILED, answering(PATIENCE_MS + 1), never, early);
    await vi.advanceTimersByTimeAsync(2 * PATIENCE_MS);
    expect(early).toHaveBeenCalledOnce();
    expect(early.mock.calls[0]?.[0]).toMatchObject({ readerHeard: false, verdict: 'nothing-found' });
    expect(await check).toMatchObject({ readerHeard: true, verdict: 'found' });
  });

  it('rests on the rules where the reading was given up', async () => {
    const explanation = await checkMessage(VEILED, async () => undefined, never);
    expect(explanation).toMatchObject({ readerHeard: false });
    expect(explanation).not.toHaveProperty('readerFailed');
  });

  it('rests on the rules where the reader failed, and says that it did', async () => {
    const explanation = await checkMessage(VEILED, async () => 'failed', never);
    expect(explanation).toMatchObject({ readerHeard: false, readerFailed: true, verdict: 'nothing-found' });
  });

  it('passes on the failure of a reader, and leaves no timer', async () => {
    const broken = checkMessage(VEILED, () => Promise.reject(new Error('broken')), never, vi.fn());
    await expect(broken).rejects.toThrow('broken');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('asks no reader about what needs none', async () => {
    const read = vi.fn();
    const explanation = await checkMessage(ORDINARY, read, never);
    expect(explanation).toMatchObject({ verdict: 'nothing-found' });
    expect(explanation).not.toHaveProperty('readerFailed');
    expect(read).not.toHaveBeenCalled();
  });
});
