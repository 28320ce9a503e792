import type { OpinionOrFailure } from '../screen/types';
import type { ReadAnswer, ReadRequest } from './reader.worker';

export interface ReaderClient {
  /**
   * Reads a canonical text in the background.
   *
   * @returns what it says; nothing when a later text was asked for meanwhile; `failed` where it could not be started
   */
  read(text: string): Promise<OpinionOrFailure | undefined>;
}

/** Starts the worker. It reads only the newest text: what was typed over it gives up and answers without an opinion. */
export function startReader(
  worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' }),
): ReaderClient {
  const answers = new Map<number, (opinion?: OpinionOrFailure) => void>();
  let newest = 0;
  let broken = false;
  worker.onmessage = ({ data: { id, opinion } }: MessageEvent<ReadAnswer>) => {
    answers.get(id)?.(opinion);
    answers.delete(id);
  };
  // A worker that cannot start never answers; the rules go on alone.
  worker.onerror = () => {
    broken = true;
    for (const answer of answers.values()) answer('failed');
    answers.clear();
  };
  return {
    read(text) {
      if (broken) return Promise.resolve('failed');
      const id = ++newest;
      worker.postMessage({ id, text } satisfies ReadRequest);
      return new Promise((answer) => answers.set(id, answer));
    },
  };
}
