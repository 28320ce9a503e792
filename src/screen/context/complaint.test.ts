import { describe, expect, it } from 'vitest';
import { complaint } from './complaint';
import { ask } from './testing';

/** Each pair: somebody who only talks about it, and somebody who does it in nearly the same words. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['我要投诉，你们的人[[骂我是畜生]]，录音我已经交给12378。', '你[[就是畜生]]，投诉也没用，12378我见多了。'],
  ['再[[给我爸打电话]]我就报警，我已录音，请停止骚扰。', '你报警吧，我接着[[给你爸打电话]]。'],
  ['刚才有个陌生电话打到我单位，说我[[欠钱要坐牢]]，我同事都听见了。', '你单位的电话我打过了，说你[[欠钱要坐牢]]。'],
  ['昨晚催收的[[堵在我家门口]]，我妈吓得血压高，我报警了。', '今晚我们[[堵在你家门口]]，随便你报警。'],
  ['他让我[[转到私人卡上]]，我没敢转，截图都留着去派出所。', '[[转到私人卡上]]，转后截图发我。'],
  [
    '我收到一条短信要[[把我的照片发给亲戚]]，我欠的本金我认，别再骚扰我家人。',
    '你认账就好，不然我[[把你的照片发给亲戚]]，别说我骚扰你。',
  ],
  ['老婆，有人打电话说我[[被通缉了]]你别信，是催债的吓唬人。', '你老婆知道你[[被通缉了]]吗？我正要打给她。'],
];

describe('complaint', () => {
  it.each(PAIRS.map(([told]) => told))('hears a complaint: %s', (told) => {
    expect(ask(complaint, told)).toBe('drop');
  });

  it.each(PAIRS.map(([, done]) => done))('lets a collector stand: %s', (done) => {
    expect(ask(complaint, done)).toBeUndefined();
  });
});
