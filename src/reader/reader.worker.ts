/** Reads messages off the page's thread: a long one takes seconds. */
import type { SecondOpinion } from '../screen/types';
import model from './model.json';
import { toOpinion } from './propose';
import { createReader, type Reader, type ReaderModel } from './read';
import weightsFile from './weights.bin?url';

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

const reader: Promise<Reader> = fetch(new URL(weightsFile, self.location.href))
  .then((response) => response.arrayBuffer())
  .then((weights) => createReader(model as unknown as ReaderModel, new Uint8Array(weights)));

self.onmessage = async ({ data }: MessageEvent<ReadRequest>) => {
  let answer: ReadAnswer = { id: data.id };
  try {
    answer = { id: data.id, opinion: toOpinion((await reader).read(data.text), model.labels) };
  } catch (error) {
    console.error(error);
  }
  self.postMessage(answer);
};
