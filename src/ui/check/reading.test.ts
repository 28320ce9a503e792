import { expect, it } from 'vitest';
import { loadReader } from '../../cli/reader';
import type { OpinionOrFailure } from '../../screen/types';
import { check } from './check';
import { draft } from './draft';
import { isReading, keepReading, reading } from './reading';

const opinionOf = loadReader();
const A = '再不还钱，我们就把你的欠款告诉你父母。';
const B = `${A}今晚就去你单位。`;

const type = (text: string) => {
  draft.value = { ...draft.peek(), text };
};
const settled = () => new Promise((done) => setTimeout(done));

it('types over and back: only the answer to the newest text counts, however late the others come', async () => {
  const asked: { text: string; answer: (opinion?: OpinionOrFailure) => void }[] = [];
  keepReading({ read: (text) => new Promise((answer) => asked.push({ text, answer })) });
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

it('a reader that failed is shown to have, and is asked again with the next text', async () => {
  let says: (text: string) => OpinionOrFailure = () => 'failed';
  keepReading({ read: async (text) => says(text) });
  const outcome = async (text: string) => {
    type(text);
    await settled();
    const { value } = check;
    return value.kind === 'done' && [value.explanation.readerFailed ?? false, value.explanation.readerHeard];
  };
  expect(await outcome(B)).toEqual([true, false]);
  expect(isReading.value).toBe(false);
  expect(await outcome('今天天气很好')).toEqual([false, false]);
  expect(await outcome(B)).toEqual([true, false]);
  says = opinionOf;
  expect(await outcome(A)).toEqual([false, true]);
  expect(await outcome(B)).toEqual([false, true]);
  type('');
});
