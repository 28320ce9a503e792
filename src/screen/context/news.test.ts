import { describe, expect, it } from 'vitest';
import { news } from './news';
import { ask } from './testing';

/** Each pair: somebody who only talks about it, and somebody who does it in nearly the same words. */
const PAIRS: readonly (readonly [string, string])[] = [
  [
    '本报讯：法院审理查明，该团伙[[每天拨打借款人亲友电话数百次]]，七名被告人获刑。',
    '你不信就等着，我们[[每天拨打你亲友电话数百次]]。',
  ],
  ['警方通报：某公司以[[合成裸照群发]]相要挟索债，十余人落网。', '照片合成好了，[[合成裸照群发]]，你选个时间。'],
  [
    '以案说法：男子[[上门泼红漆]]讨债，被处行政拘留十日，法官提醒债权人依法维权。',
    '别逼我[[上门泼红漆]]，我不怕拘留。',
  ],
  [
    '据报道，一借贷平台因[[爆借款人通讯录]]被点名通报，记者致电平台未获回应。',
    '平台通报：你已逾期，系统即将[[爆借款人通讯录]]。',
  ],
  [
    '法院认为，被告冒充检察官要求[[缴纳撤案保证金]]，构成诈骗罪，判处有期徒刑一年。',
    '检察官提醒：[[缴纳撤案保证金]]，可免有期徒刑。',
  ],
  [
    '对方称其[[孙子涉案被抓]]，要陈大爷当天交保释金，不交就多关几年。',
    '你[[孙子涉案被抓]]，当天交保释金，不交就多关几年。',
  ],
  ['李女士向民警讲述，电话里的人说[[不转账就来拘留]]她。', '今天[[不转账就来拘留]]你。'],
  ['民警介绍，被害人是在[[收到假传票]]之后报案的，涉案窝点已被端掉。', '民警稍后联系你，你会[[收到传票]]，等着。'],
];

describe('news', () => {
  it.each(PAIRS.map(([told]) => told))('hears news: %s', (told) => {
    expect(ask(news, told)).toBe('drop');
  });

  it.each(PAIRS.map(([, done]) => done))('lets a collector stand: %s', (done) => {
    expect(ask(news, done)).toBeUndefined();
  });
});
