/** Locks by itself when nobody uses the page. */
export const IDLE_MINUTES = 10;

const ACTIVITY = ['pointerdown', 'keydown', 'wheel', 'input'] as const;
/** Often enough; what decides is the clock, because timers rest in hidden pages and while the computer sleeps. */
const LOOK_MS = 15_000;

/**
 * Calls `lock` once nobody has touched the page for so long, as soon as it is seen again after that, and at once when
 * it is left. For "hide everything" the caller locks by itself (`lockAll`).
 *
 * @param page the window, whose events bubble up from the whole page
 * @param now milliseconds
 * @returns ends the watch
 */
export function lockWhenIdle(page: EventTarget, lock: () => void, minutes = IDLE_MINUTES, now = Date.now): () => void {
  let last = now();
  const look = () => {
    if (now() - last < minutes * 60_000) return false;
    last = now();
    lock();
    return true;
  };
  // The first touch after a long absence must not count as use before it was asked how long that was.
  const touched = () => {
    if (!look()) last = now();
  };
  const stop = new AbortController();
  const options = { capture: true, passive: true, signal: stop.signal };
  for (const event of ACTIVITY) page.addEventListener(event, touched, options);
  for (const event of ['visibilitychange', 'focus', 'pageshow']) page.addEventListener(event, look, options);
  page.addEventListener('pagehide', lock, options);
  const timer = setInterval(look, LOOK_MS);
  stop.signal.addEventListener('abort', () => clearInterval(timer));
  return () => stop.abort();
}
