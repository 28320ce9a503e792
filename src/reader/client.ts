import type { LabelledSpan } from './read';
import type { ReadAnswer, ReadRequest } from './reader.worker';

export interface ReaderClient {
  /**
   * Reads a canonical text in the background.
   *
   * @returns its spans; nothing when a later text was asked for meanwhile, or the reader could not be started
   */
  read(text: string): Promise<readonly LabelledSpan[] | undefined>;
}

/** Starts the worker. Only the newest text is read: what was typed over needs no answer. */
export function startReader(): ReaderClient {
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module' });
  let newest = 0;
  let busy = false;
  let waiting: ReadRequest | undefined;
  const answers = new Map<number, (spans: readonly LabelledSpan[] | undefined) => void>();

  const next = () => {
    busy = waiting !== undefined;
    if (waiting) worker.postMessage(waiting);
    waiting = undefined;
  };
  const answer = (id: number, spans?: readonly LabelledSpan[]) => {
    answers.get(id)?.(id === newest ? spans : undefined);
    answers.delete(id);
  };
  worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => {
    answer(data.id, data.spans);
    next();
  };
  worker.onerror = () => {
    for (const id of answers.keys()) answer(id);
  };
  return {
    read(text) {
      if (waiting) answer(waiting.id);
      waiting = { id: ++newest, text };
      const result = new Promise<readonly LabelledSpan[] | undefined>((done) => answers.set(newest, done));
      if (!busy) next();
      return result;
    },
  };
}
