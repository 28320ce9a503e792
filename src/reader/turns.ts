import type { SecondOpinion } from '../screen/types';
import { LABELS, loadPackagedReader } from './load';
import { toOpinion } from './propose';
import type { Reader } from './read';

/**
 * Reads on the thread it is called on, for a background that can start no worker: between two windows of a long text
 * the thread is free for other work.
 *
 * @returns nothing once `signal` is aborted, or where the reader could not be started
 */
export function createTurnReader(load: () => Promise<Reader> = loadPackagedReader) {
  let reader: Promise<Reader> | undefined;
  return async (canonicalText: string, signal: AbortSignal): Promise<SecondOpinion | undefined> => {
    try {
      reader ??= load();
      const turns = (await reader).turns(canonicalText);
      for (let turn = turns.next(); ; turn = turns.next()) {
        if (turn.done) return toOpinion(turn.value, LABELS);
        await new Promise((resume) => setTimeout(resume));
        if (signal.aborted) return undefined;
      }
    } catch (error) {
      console.error(error);
      return undefined;
    }
  };
}
