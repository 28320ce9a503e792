import { expect, it } from 'vitest';
import { knowledge } from '../knowledge';
import { numberMeaning } from './number';

const says = (sender: string) => numberMeaning(sender, knowledge.numbers)?.zh ?? '';

it.each([
  ['106901234567890', '短信平台的端口'],
  ['1065 9999 12345', '基础运营商自己的短信端口'],
  ['10639123', '短信端口，属于申请到它的单位'],
  ['95588', '客服号'],
  ['95012345678', '呼叫中心'],
  ['+86 138-1234-5678', '普通手机号'],
  ['008613812345678', '普通手机号'],
  ['8613800138000', '普通手机号'],
  ['＋8613800138000', '普通手机号'],
  ['（+86）138 0013 8000', '普通手机号'],
  ['８００8123123', '企业租用'],
  ['4001234567', '企业租用'],
  ['12368', '号码本身不是证明'],
  ['02112368', '号码本身不是证明'],
  ['0571-12368', '号码本身不是证明'],
  ['（010）12368', '号码本身不是证明'],
  ['96110', '自己拨96110'],
  ['02196110', '自己拨96110'],
  ['12381', '只发涉诈预警短信'],
])('%s: %s', (sender, words) => expect(says(sender)).toContain(words));

it.each([
  '',
  '某某银行',
  '107',
  '958123',
  '1381234567',
  '02112345678',
  '1381234567a',
  '861381234567',
  '1012368',
  '0211236812',
])('「%s」 says nothing', (sender) => expect(says(sender)).toBe(''));

it('no number is ever taken for a proof of who sent it', () => {
  for (const { means } of knowledge.numbers)
    expect(means.zh).not.toMatch(/可信|安全|放心|(?<!不)一定是|就是(银行|法院|公安)/);
});
