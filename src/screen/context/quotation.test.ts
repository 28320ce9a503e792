import { describe, expect, it } from 'vitest';
import { quotation } from './quotation';
import { ask } from './testing';

/** Each pair: somebody who only talks about it, and somebody who does it in nearly the same words. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['对方说“[[今晚就去你家泼漆]]”，我录下来了。', '听好了：“[[今晚就去你家泼漆]]”，我说到做到。'],
  ['什么“[[逾期要进看守所]]”之类的话听听就算了。', '“[[逾期要进看守所]]”，这是我们法务的结论，你看着办。'],
  ['短信里说[[三天后抄家]]，把老人吓得不轻。', '短信我只发一次，[[三天后抄家]]。'],
  ['他还说要[[把我照片发到厂群]]。', '我现在就[[把你照片发到厂群]]。'],
  ['所谓“[[撤案保证金]]”，只是换个名目要钱。', '“[[撤案保证金]]”两千，今天交到我手上。'],
  ['有人自称经侦，说[[你涉嫌贷款诈骗]]，让我加微信。', '我们是经侦协办，[[你涉嫌贷款诈骗]]，加微信处理。'],
  ['催收的说[[不还就去学校找孩子]]，孩子到现在不敢出门。', '昵称“暖阳”的家长，[[不还就去学校找孩子]]。'],
];

describe('quotation', () => {
  it.each(PAIRS.map(([told]) => told))('hears reported words: %s', (told) => {
    expect(ask(quotation, told)).toBe('drop');
  });

  it.each(PAIRS.map(([, done]) => done))('lets a collector stand: %s', (done) => {
    expect(ask(quotation, done)).toBeUndefined();
  });
});
