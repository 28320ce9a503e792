import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lockWhenIdle } from './idle';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const start = (minutes = 10) => {
  const page = new EventTarget();
  const lock = vi.fn();
  const stop = lockWhenIdle(page, lock, minutes);
  return { page, lock, stop, touch: () => page.dispatchEvent(new Event('keydown')) };
};
const MINUTE = 60_000;

describe('locking by itself', () => {
  it('after so many minutes without a touch, and not before', () => {
    const { lock, touch } = start();
    vi.advanceTimersByTime(9 * MINUTE);
    touch();
    vi.advanceTimersByTime(9.7 * MINUTE);
    expect(lock).not.toHaveBeenCalled();
    vi.advanceTimersByTime(MINUTE);
    expect(lock).toHaveBeenCalledOnce();
  });

  it.each(['keydown', 'visibilitychange', 'focus'])(
    'after a sleep in which timers rested, at the first %s',
    (event) => {
      const { page, lock } = start();
      vi.setSystemTime(Date.now() + 60 * MINUTE);
      page.dispatchEvent(new Event(event));
      expect(lock).toHaveBeenCalledOnce();
    },
  );

  it('at once when the page is left, and never again once ended', () => {
    const { page, lock, stop } = start();
    page.dispatchEvent(new Event('pagehide'));
    expect(lock).toHaveBeenCalledOnce();
    stop();
    vi.advanceTimersByTime(60 * MINUTE);
    page.dispatchEvent(new Event('pagehide'));
    expect(lock).toHaveBeenCalledOnce();
  });
});
