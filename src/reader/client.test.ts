import { expect, it } from 'vitest';
import type { SecondOpinion } from '../screen/types';
import { startReader } from './client';
import type { ReadAnswer, ReadRequest } from './reader.worker';

const OPINION: SecondOpinion = { candidates: [], probability: new Map() };

/** Stands in the place of the worker: the test answers for it. */
function stub() {
  const asked: ReadRequest[] = [];
  const worker = { postMessage: (request: ReadRequest) => asked.push(request) } as unknown as Worker;
  return {
    asked,
    worker,
    answer: (id: number, opinion?: SecondOpinion) =>
      worker.onmessage?.({ data: { id, ...(opinion && { opinion }) } } as MessageEvent<ReadAnswer>),
    fail: () => worker.onerror?.({} as ErrorEvent),
  };
}

it('gives each text the answer to it', async () => {
  const { asked, worker, answer } = stub();
  const { read } = startReader(worker);
  const [first, second] = [read('甲'), read('乙')];
  expect(asked.map(({ text }) => text)).toEqual(['甲', '乙']);
  answer(asked[0]?.id as number);
  answer(asked[1]?.id as number, OPINION);
  expect(await Promise.all([first, second])).toEqual([undefined, OPINION]);
});

it('says that it failed, now and later, where the worker cannot start', async () => {
  const { asked, worker, fail } = stub();
  const { read } = startReader(worker);
  const waiting = read('甲');
  fail();
  expect(await waiting).toBe('failed');
  expect(await read('乙')).toBe('failed');
  expect(asked).toHaveLength(1);
});
