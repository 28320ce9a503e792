import { expect, it } from 'vitest';
import { loadReader } from '../../cli/reader';
import type { SecondOpinion } from '../../screen/types';
import { draft } from './draft';
import { isReading, keepReading, reading } from './reading';

const opinionOf = loadReader();
const A = '再不还钱，我们就把你的欠款告诉你父母。';
const B = `${A}今晚就去你单位。`;

it('types over and back: only the answer to the newest text counts, however late the others come', async () => {
  const asked: { text: string; answer: (opinion?: SecondOpinion) => void }[] = [];
  keepReading({ read: (text) => new Promise((answer) => asked.push({ text, answer })) });
  const type = (text: string) => {
    draft.value = { ...draft.peek(), text };
  };
  const settled = () => new Promise((done) => setTimeout(done));
  type(A);
  type(B);
  type(A);
  expect(asked).toHaveLength(3);
  asked[0]?.answer();
  asked[1]?.answer(opinionOf(asked[1].text));
  await settled();
  expect([isReading.value, reading.value]).toEqual([true, undefined]);
  asked[2]?.answer(opinionOf(asked[2].text));
  await settled();
  expect([isReading.value, reading.value?.text]).toEqual([false, A]);
  type('');
  expect(isReading.value).toBe(false);
});
