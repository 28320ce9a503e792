import { describe, expect, it } from 'vitest';
import { knowledge } from '../../knowledge';
import { vocabularyOf } from '..';
import { tables } from '../decoded';
import { normalize } from '../normalize';
import { createScanner } from '../scan';
import type { Candidate } from '../types';
import { officialForm } from './official-form';

const scanner = createScanner(vocabularyOf(knowledge));
const accuse = (text: string, category: Candidate['category'] = 'judicial-impersonation') => {
  const view = scanner.scan(normalize(text, tables));
  const candidate = { source: 'rule', rule: 'x', level: 'violation', basis: 'text', law: [], despite: [], category };
  return officialForm({ ...candidate, range: { start: 0, end: 4 } } as Candidate, view);
};

describe('official-form', () => {
  it.each([
    '【某市某区人民法院】您有（2025）苏0981民初1234号案件文书送达，请拨打12368核实。',
    '限制消费令（2024）湘0102执5033号：如不服，可自收到之日起十日内申请纠正。执行法官范某，0731-85551234',
    '应诉通知书：原告某银行诉你一案本院已受理，案号（2023）浙0192民初4417号，可在十五日内提交答辩。',
    '【12368】您的案件将于10日开庭，承办法官王某，详询12368。',
    '〔2025〕苏0981执1234号 王某：你未履行义务，本院将对你拘留。书记员李某',
    '［2025］苏0981执复34号 王某：你未履行义务，本院将对你拘留。书记员李某',
    '(2025)苏0981司惩3号 王某：你未履行义务，本院将对你拘留。书记员李某',
  ])('leaves what has the form of a genuine notice to be verified: %s', (text) => {
    expect(accuse(text)).toBe('verify');
    expect(accuse(text, 'false-legal-consequence')).toBe('verify');
  });

  it.each([
    ['a case number of no existing kind', '（2024）催执字第081号：被执行人温某，即日起对你采取拘传。'],
    ['a private payee', '（2025）苏0981民初1234号承办法官：请把诉讼费转到我微信，12368。'],
    ['a case that money makes go away', '案号（2025）苏0981民初1234号，书记员提醒：今日还清可销案，12368。'],
    ['a name alone', '我是法院的，今天把款打过来。'],
  ])('does not excuse %s', (_what, text) => {
    expect(accuse(text)).toBeUndefined();
  });

  it.each(['third-party-pressure', 'privacy-disclosure', 'judicial-impersonation'] as const)(
    'leaves what a court has played to callers of a judgment debtor to be verified: %s',
    (category) => {
      const played = '您拨打的机主已被某县人民法院列为失信被执行人，请督促其履行义务。';
      expect(accuse(played, category)).toBe('verify');
      expect(accuse('您拨打的机主欠某某网贷四千元，请督促其履行义务。', category)).toBeUndefined();
      expect(accuse('你拨打的电话我们都记着，你就快是失信被执行人，法院见。', category)).toBeUndefined();
      expect(accuse(`${played}款项转到法官的私人账户。`, category)).toBeUndefined();
      expect(accuse(played, 'insult')).toBeUndefined();
    },
  );

  it('says nothing about other categories', () => {
    expect(accuse('（2025）苏0981民初1234号案件文书送达，12368', 'privacy-disclosure')).toBeUndefined();
  });
});
