/** Work this long, in milliseconds, before the thread may do something else, such as hear that it is to stop. */
const TURN_MS = 50;

/** @returns lets go of the thread when a turn is over, and says whether it did; throws the signal's reason when it is aborted */
export function createBreath(signal: AbortSignal | undefined): () => Promise<boolean> {
  let since = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - since < TURN_MS) return false;
    await new Promise((done) => setTimeout(done));
    signal?.throwIfAborted();
    since = performance.now();
    return true;
  };
}
