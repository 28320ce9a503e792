import type { OpinionOrFailure } from '../screen/types';
import { LABELS, loadPackagedReader } from './load';
import { toOpinion } from './propose';
import type { Reader } from './read';

/**
 * Reads on the thread it is called on: between two windows of a long text the thread is free for other work, such as
 * hearing that the text is outdated.
 *
 * @returns nothing once `signal` is aborted; `failed` where the reader could not be started, which the next text tries
 *   again
 */
export function createTurnReader(load: () => Promise<Reader> = loadPackagedReader) {
  let reader: Promise<Reader> | undefined;
  return async (canonicalText: string, signal: AbortSignal): Promise<OpinionOrFailure | undefined> => {
    try {
      reader ??= load().catch((error) => {
        reader = undefined;
        throw error;
      });
      const turns = (await reader).turns(canonicalText);
      while (!signal.aborted) {
        const turn = turns.next();
        if (turn.done) return toOpinion(turn.value, LABELS);
        await new Promise((resume) => setTimeout(resume));
      }
    } catch (error) {
      console.error(error);
      return 'failed';
    }
    return undefined;
  };
}
