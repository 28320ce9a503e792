/** Reads messages off the page's thread: a long one takes seconds. */
import type { SecondOpinion } from '../screen/types';
import { LABELS, loadPackagedReader } from './load';
import { toOpinion } from './propose';

export interface ReadRequest {
  readonly id: number;
  /** Canonical text. */
  readonly text: string;
}

/** Without an opinion the reader could not be started; the rules go on alone. */
export interface ReadAnswer {
  readonly id: number;
  readonly opinion?: SecondOpinion;
}

const reader = loadPackagedReader();

self.onmessage = async ({ data }: MessageEvent<ReadRequest>) => {
  let answer: ReadAnswer = { id: data.id };
  try {
    answer = { id: data.id, opinion: toOpinion((await reader).read(data.text), LABELS) };
  } catch (error) {
    console.error(error);
  }
  self.postMessage(answer);
};
