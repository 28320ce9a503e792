import type { SecondOpinion } from '../screen/types';
import type { ReadAnswer, ReadRequest } from './reader.worker';

export interface ReaderClient {
  /**
   * Reads a canonical text in the background.
   *
   * @returns what it says; nothing when a later text was asked for meanwhile, or the reader could not be started
   */
  read(text: string): Promise<SecondOpinion | undefined>;
}

/** Starts the worker. Only the newest text is read: what was typed over needs no answer. */
export function startReader(): ReaderClient {
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });
  let newest = 0;
  let busy = false;
  let waiting: ReadRequest | undefined;
  const answers = new Map<number, (opinion: SecondOpinion | undefined) => void>();

  const next = () => {
    busy = waiting !== undefined;
    if (waiting) worker.postMessage(waiting);
    waiting = undefined;
  };
  const answer = (id: number, opinion?: SecondOpinion) => {
    answers.get(id)?.(id === newest ? opinion : undefined);
    answers.delete(id);
  };
  worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => {
    answer(data.id, data.opinion);
    next();
  };
  // A worker that cannot start never answers; the rules go on alone.
  let broken = false;
  worker.onerror = () => {
    broken = true;
    for (const id of answers.keys()) answer(id);
  };
  return {
    read(text) {
      if (broken) return Promise.resolve(undefined);
      if (waiting) answer(waiting.id);
      waiting = { id: ++newest, text };
      const result = new Promise<SecondOpinion | undefined>((done) => answers.set(newest, done));
      if (!busy) next();
      return result;
    },
  };
}
