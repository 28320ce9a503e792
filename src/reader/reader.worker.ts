/** Reads messages off the page's thread: a long one takes seconds. */
import model from './model.json';
import { createReader, type Reader, type ReaderModel, type Reading } from './read';
import weightsFile from './weights.bin?url';

export interface ReadRequest {
  readonly id: number;
  /** Canonical text. */
  readonly text: string;
}

/** Without a reading the reader could not be started; the rules go on alone. */
export interface ReadAnswer {
  readonly id: number;
  readonly reading?: Reading;
}

const reader: Promise<Reader> = fetch(new URL(weightsFile, self.location.href))
  .then((response) => response.arrayBuffer())
  .then((weights) => createReader(model as unknown as ReaderModel, new Uint8Array(weights)));

self.onmessage = async ({ data }: MessageEvent<ReadRequest>) => {
  let answer: ReadAnswer = { id: data.id };
  try {
    answer = { id: data.id, reading: (await reader).read(data.text) };
  } catch (error) {
    console.error(error);
  }
  self.postMessage(answer);
};
