import { describe, expect, it } from 'vitest';
import { question } from './question';
import { ask } from './testing';

/** Each pair: somebody who only talks about it, and somebody who does it in nearly the same words. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['请问律师，催收说[[要去我单位]]，这样合法吗？', '想让我们[[去你单位]]吗？'],
  ['求助，收到短信说[[明天刑事拘留]]，是真的吗，我该怎么办？', '[[明天刑事拘留]]，你说怎么办？'],
  ['有没有懂的，他们[[给我妈打了三十个电话]]算不算骚扰？', '我们[[给你妈打了三十个电话]]，她没告诉你吗？'],
  ['想问一下，让我[[先交保证金]]再撤诉，这靠谱吗？', '[[先交保证金]]再撤诉，懂了吗？'],
  ['帮我看看这条“[[已列入网逃名单]]”是不是骗子发的，可以报警吗？', '你[[已列入网逃名单]]，知道后果吗？'],
  ['网贷逾期真的会[[影响孩子上学]]吗？求解答，有懂法的吗。', '你也不想[[影响孩子上学]]吧？'],
];

describe('question', () => {
  it.each(PAIRS.map(([told]) => told))('hears a question: %s', (told) => {
    expect(ask(question, told)).toBe('drop');
  });

  it.each(PAIRS.map(([, done]) => done))('lets a collector stand: %s', (done) => {
    expect(ask(question, done)).toBeUndefined();
  });
});
