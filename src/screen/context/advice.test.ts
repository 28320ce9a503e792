import { describe, expect, it } from 'vitest';
import { advice } from './advice';
import { ask } from './testing';

/** Each pair: somebody who only talks about it, and somebody who does it in nearly the same words. */
const PAIRS: readonly (readonly [string, string])[] = [
  [
    '律师解答：[[要求父母代还]]没有法律依据，您可以拒绝并保留证据。',
    '我们律师说了，[[要求父母代还]]合理合法，你叫他们准备钱。',
  ],
  ['普通借款属于民事纠纷，[[不还就抓人]]是吓唬人的，建议您打12378。', '借钱属于诈骗，[[不还就抓人]]，建议你今天还清。'],
  ['别慌，[[把欠款告诉同事]]侵犯了您的隐私，截图保存好可以投诉。', '投诉也没用，我照样[[把欠款告诉同事]]。'],
  ['科普：催收公司[[冻结微信]]没有这个权力，只有法院裁定才行。', '我有这个权力，今天就[[冻结微信]]。'],
  [
    '依据个人信息保护法，对方[[公开你的身份证]]属于违法行为，可向网信部门举报。',
    '你违法在先，我[[公开你的身份证]]怎么了。',
  ],
  ['遇到[[半夜打电话]]的，保留录音，民法典规定生活安宁受保护，直接投诉就行。', '我就[[半夜打电话]]，你保留录音好了。'],
];

describe('advice', () => {
  it.each(PAIRS.map(([told]) => told))('hears advice: %s', (told) => {
    expect(ask(advice, told)).toBe('drop');
  });

  it.each(PAIRS.map(([, done]) => done))('lets a collector stand: %s', (done) => {
    expect(ask(advice, done)).toBeUndefined();
  });
});
