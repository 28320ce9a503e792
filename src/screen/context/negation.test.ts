import { describe, expect, it } from 'vitest';
import { negation } from './negation';
import { ask } from './testing';

/** Each pair: somebody who only talks about it, and somebody who does it in nearly the same words. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['放心，我们不会[[联系您的家人]]。', '再不接电话，我们就[[联系您的家人]]。'],
  ['作业守则：严禁[[恐吓、辱骂]]客户。', '你这种人就该[[恐吓、辱骂]]一顿。'],
  ['本中心从不[[公开客户的欠款]]，请安心。', '是不是非要我们[[公开客户的欠款]]你才还？'],
  ['没有“[[逾期三天就坐牢]]”这种规定。', '不还没有好下场，[[逾期三天就坐牢]]。'],
  ['不得以[[群发短信、拨打通讯录]]等方式催款。', '你不得不还，我[[群发短信、拨打通讯录]]都干得出来。'],
  ['请不要[[转到私人账户]]，还款只走应用。', '不要走平台，[[转到私人账户]]最快。'],
  ['我没跟你家[[说过这笔账]]，你慢慢来。', '不是吓唬你，你爸妈今晚就会[[听说这笔账]]。'],
  ['[[上门带人]]这种事都是假的，别往心里去。', '我不会放过你，明天[[上门带人]]。'],
  ['没有法院会[[把你抓走]]，别怕。', '法院判都不用判就[[把你抓走]]。'],
  ['外包机构不得恐吓、侮辱或者[[骚扰客户的亲友]]。', '今天不能处理就[[骚扰客户的亲友]]，看你急不急。'],
];

describe('negation', () => {
  it.each(PAIRS.map(([told]) => told))('hears a denial: %s', (told) => {
    expect(ask(negation, told)).toBe('drop');
  });

  it.each(PAIRS.map(([, done]) => done))('lets a collector stand: %s', (done) => {
    expect(ask(negation, done)).toBeUndefined();
  });
});
