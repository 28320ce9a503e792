/** Reads messages off the page's thread: a long one takes seconds. */
import type { OpinionOrFailure } from '../screen/types';
import { createTurnReader } from './turns';

export interface ReadRequest {
  readonly id: number;
  /** Canonical text. */
  readonly text: string;
}

/** Without an opinion a later text came meanwhile. */
export interface ReadAnswer {
  readonly id: number;
  readonly opinion?: OpinionOrFailure;
}

const read = createTurnReader();
let current = new AbortController();
// So that it is ready when the first text comes.
read('', current.signal);

self.onmessage = async ({ data: { id, text } }: MessageEvent<ReadRequest>) => {
  current.abort();
  current = new AbortController();
  const opinion = await read(text, current.signal);
  self.postMessage({ id, ...(opinion && { opinion }) } satisfies ReadAnswer);
};
