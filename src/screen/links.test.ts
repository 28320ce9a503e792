import { describe, expect, it } from 'vitest';
import { knowledge } from '../knowledge';
import { linksIn } from './links';

const links = (text: string) => linksIn(text, knowledge.routing);
const hosts = (text: string) => links(text).map(({ host }) => host);

describe('hosts as a browser reads them', () => {
  it.each([
    ['请点击https://zxfw.court.gov.cn/zxfw/#/x?a=1查收', ['zxfw.court.gov.cn']],
    ['查看 http://sd.gdems.com/v?id=3。', ['sd.gdems.com']],
    ['地址http://171.106.48.55:28083/a', ['171.106.48.55:28083']],
    ['登录www.12321.cn举报', ['www.12321.cn']],
    ['点 t.cn/Rabc 还款', ['t.cn']],
    ['网址https://court.gov.cn请点击', ['court.gov.cn']],
    ['ｈｔｔｐｓ：／／ｚｘｆｗ．ｃｏｕｒｔ．ｇｏｖ．ｃｎ／ａ', ['zxfw.court.gov.cn']],
    ['HTTPS://ZXFW.COURT.GOV.CN/A', ['zxfw.court.gov.cn']],
    ['https://court.gov.cn@pay.example.top/x', ['pay.example.top']],
    ['https://zxfw.court.gov.cn.evil.com/x', ['zxfw.court.gov.cn.evil.com']],
    ['http://法院.中国/a', ['xn--nww899f.xn--fiqs8s']],
    ['http://a b', ['a']],
    [`https://${'x'.repeat(287)}.court.gov.cn:p@evil.com/x`, ['evil.com']],
    ['http10102368.com/a', ['http10102368.com']],
    ['httpswww.court.gov.cn/a', ['httpswww.court.gov.cn']],
    ['点httphttps://a.com/b', ['a.com']],
    ['两个 a.com/1 和 b.cn/2 还有 a.com/3', ['a.com', 'b.cn']],
  ])('%s', (text, expected) => expect(hosts(text)).toEqual(expected));

  it.each([
    '欠款1,286.40元，9.5折',
    '邮箱jubao@12377.cn',
    '版本V2.0.1，文件readme.txt',
    '10.30开庭，日期2026.11.21',
    '请回电12368。',
    'http://',
    'https://。',
    '',
  ])('none in 「%s」', (text) => expect(hosts(text)).toEqual([]));
});

describe('what a host says', () => {
  const kind = (text: string) => links(text)[0]?.kind;
  const real = (text: string) => links(text)[0]?.real;
  it.each([
    ['https://zxfw.court.gov.cn/a', 'official'],
    ['https://court.gov.cn', 'official'],
    ['http://dzsd.hbfy.gov.cn/a', 'local'],
    ['http://sfpt.cdfy12368.gov.cn', 'local'],
    ['http://sd.gdems.com/a', 'seen'],
    ['http://jysd.10102368.com/a', 'seen'],
    ['https://www.12348.gov.cn', 'listed'],
    ['http://171.106.48.55/a', 'unknown'],
    ['http://notcourt.gov.cn/a', 'unknown'],
    ['https://t.cn/abc', 'unknown'],
  ])('%s: %s', (text, expected) => expect(kind(text)).toBe(expected));

  it.each([
    ['https://zxfw.court.gov.cn.evil.com/x', 'evil.com'],
    ['https://zxfw-court-gov-cn.top/x', 'zxfw-court-gov-cn.top'],
    ['http://96ll0.cc/pay', '96ll0.cc'],
    ['http://www.12321.cn.abc.net.cn/', 'abc.net.cn'],
    ['http://m.12368.vip/x', '12368.vip'],
    ['https://zxfw.сourt.gov.cn/x', 'gov.cn'],
    ['https://c0urt.gov.cn.info/x', 'cn.info'],
    ['http://zxfw.court.gov.cn\u202epot.xyz-5//:ptth', 'cnpot.xyz-5'],
    ['http://zxfw.court.gov.cn\u200e.top/a', 'cn.top'],
  ])('%s only looks like a known one', (text, owner) => {
    expect(kind(text)).toBe('unknown');
    expect(real(text)).toBeDefined();
    if (owner !== 'gov.cn') expect(real(text)).toBe(owner);
  });

  it('another script shows itself', () => expect(hosts('https://zxfw.сourt.gov.cn/x')[0]).toContain('xn--'));
  it('an ordinary host is not said to imitate anything', () => {
    for (const text of ['https://www.example.com/a', 'https://t.cn/abc', 'http://sd.gdems.com'])
      expect(real(text)).toBeUndefined();
  });
});

it('a very long text is read in linear time and lists a few', () => {
  const many = Array.from({ length: 5000 }, (_, n) => `http://h${n}.com/x `).join('');
  expect(hosts(many)).toHaveLength(8);
  for (const part of ['http', 'http://', 'a.', '.', '-', 'https://a', 'http://a', '12.']) {
    const started = performance.now();
    links(part.repeat(500_000 / part.length));
    links(`a${part.repeat(500_000 / part.length)}a`);
    expect(performance.now() - started, part).toBeLessThan(3000);
  }
});
