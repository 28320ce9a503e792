import { describe, expect, it } from 'vitest';
import { ask } from './testing';
import { warning } from './warning';

/** Each pair: somebody who only talks about it, and somebody who does it in nearly the same words. */
const PAIRS: readonly (readonly [string, string])[] = [
  [
    '反诈提醒：凡是自称公安，要你[[把钱转入安全账户]]的，都是诈骗。',
    '这里是反诈专线，请立即[[把钱转入安全账户]]接受核查。',
  ],
  [
    '近期有人冒充我行发送“[[不还款就群发通讯录]]”的短信，请勿轻信。',
    '最后提醒：[[不还款就群发通讯录]]，请你马上处理。',
  ],
  [
    '合规提示：外包人员使用“[[让你在单位待不下去]]”等话术，一经发现终止合作。',
    '我们很合规，合规地[[让你在单位待不下去]]。',
  ],
  [
    '校园安全提示：近日有家长反映接到“[[去学校堵孩子]]”的电话，请班主任提高警惕。',
    '提醒一下，今天不还，明天[[去学校堵孩子]]。',
  ],
  ['还款只认准应用，任何要求您[[付到个人微信]]的都是骗子，谨防上当。', '还款请联系专员，[[付到个人微信]]才有减免。'],
  ['网传“[[逾期三十天直接判刑]]”系谣言，请勿转发。', '规定写得清楚，[[逾期三十天直接判刑]]。'],
  ['这些套路，比如[[先交解冻金]]再放款，全是骗局，千万别转。', '账户异常，[[先交解冻金]]再放款。'],
];

describe('warning', () => {
  it.each(PAIRS.map(([told]) => told))('hears a warning: %s', (told) => {
    expect(ask(warning, told)).toBe('drop');
  });

  it.each(PAIRS.map(([, done]) => done))('lets a collector stand: %s', (done) => {
    expect(ask(warning, done)).toBeUndefined();
  });
});
