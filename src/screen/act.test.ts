import { describe, expect, it } from 'vitest';
import type { Category } from '../knowledge/vocabulary';
import { withActs } from './act';
import { viewOf } from './context/testing';

const actIn = (marked: string, category: Category = 'privacy-disclosure', rule = 'x') => {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const view = viewOf(marked.replace(/[[\]]/g, ''));
  const candidate = { source: 'rule', rule, level: 'violation', basis: 'text', law: [], despite: [] } as const;
  return withActs([{ ...candidate, category, range: { start, end } }], view)[0]?.act;
};

describe('what a message says of an act', () => {
  it.each([
    '我们已经把你的欠款[发到你们公司群里]了。',
    '您的情况已告知[您的父母]，请尽快处理。',
    '昨天给[你表哥打过电话]了，他说不认识你。',
    '照片[贴出来了]，自己去看。',
  ])('done: %s', (marked) => {
    expect(actIn(marked)).toBe('done');
  });

  it.each(['我司将于明日[联系您通讯录中的亲友]。', '明天就[去你村委会说明情况]。', '回头[让你们同事都看看]。'])(
    'announced: %s',
    (marked) => {
      expect(actIn(marked)).toBe('announced');
    },
  );

  it.each([
    '如您仍不还款，我们会[通知您单位]。',
    '六点前还钱，否则[群发你的照片]。',
    '再不回电话，将[联系您的家人]。',
    '今天不还，我们就[把欠款告诉你父母]。',
    '不交的话，[今晚群发你通讯录]。',
    '逾期我司将[爆你通讯录]',
  ])('conditional: %s', (marked) => {
    expect(actIn(marked)).toBe('conditional');
  });

  it.each(['您同事[张某欠我们平台两万元]，请转告。', '[大家都来看看这个人欠钱不还]'])(
    'nothing where the text does not say: %s',
    (marked) => {
      expect(actIn(marked)).toBeUndefined();
    },
  );

  it.each([
    ['贷款已经逾期，我们将[联系您的家人]。', 'announced'],
    ['已经安排外访人员，[到您单位公示]。', undefined],
    ['已经逾期的账户将[通知您的家人]。', 'announced'],
  ])('a debt overdue and a plan made are no act done: %s', (marked, act) => {
    expect(actIn(marked)).toBe(act);
  });

  it.each(['你们[领导已经知道了，下一步是到公司拉横幅]。', '[照片我已经打印了一百份，明天早市去发传单]。'])(
    'nothing where one clause tells of something done and the next of something coming: %s',
    (marked) => {
      expect(actIn(marked)).toBeUndefined();
    },
  );

  it('a debt told to somebody else is disclosed already, whatever else is announced', () => {
    const marked = '[你老公在我行欠了五万]，再不替他还就上门。';
    expect(actIn(marked, 'privacy-disclosure', 'others-debt-disclosed')).toBeUndefined();
    expect(actIn('[王磊欠我们八千，如果你不转告]', 'privacy-disclosure', 'absent-debtor-named')).toBeUndefined();
  });

  it('asks only where it matters whether it has happened', () => {
    expect(actIn('已经说过了，[你就是个废物]。', 'insult')).toBeUndefined();
    expect(actIn('再不还钱，明天[带人去你家砍死你]。', 'threat')).toBeUndefined();
    expect(actIn('已经把[你家地址发到群里]了。', 'doxxing')).toBe('done');
  });
});
