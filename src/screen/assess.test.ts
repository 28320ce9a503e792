import { describe, expect, it } from 'vitest';
import { knowledge } from '../knowledge';
import { assess } from './assess';
import { tables } from './decoded';
import { normalize } from './normalize';
import type { Candidate } from './types';

const TEXT = '我们几个在你宿舍楼下，上去可就不光是谈钱了。明天见。';

function candidate(source: Candidate['source'], words: string, other: Partial<Candidate> = {}): Candidate {
  const start = TEXT.indexOf(words);
  return {
    source,
    rule: source === 'rule' ? 'some-rule' : 'reader:threat',
    category: 'threat',
    level: 'violation',
    basis: 'text',
    range: { start, end: start + words.length },
    law: [],
    despite: [],
    ...other,
  };
}

/** Rule and words of each finding that comes out. */
function marked(...candidates: Candidate[]): string[] {
  const canonical = normalize(TEXT, tables);
  const { findings } = assess(candidates, canonical, { text: TEXT }, '2026-11-01', knowledge);
  return findings.map(({ rule, quote }) => `${rule}: ${quote}`);
}

describe('where rule and reader find the same', () => {
  const rule = candidate('rule', '在你宿舍');

  it('the words of both are one finding, the rule’s', () => {
    expect(marked(candidate('reader', '宿舍楼下，上去可就不光是谈钱'), rule)).toEqual([
      'some-rule: 在你宿舍楼下，上去可就不光是谈钱',
    ]);
  });

  it('words elsewhere stay a finding of the reader', () => {
    expect(marked(rule, candidate('reader', '不光是谈钱'))).toEqual([
      'some-rule: 在你宿舍',
      'reader:threat: 不光是谈钱',
    ]);
  });

  it('a mere suspicion does not widen what a rule accuses of', () => {
    expect(marked(rule, candidate('reader', '宿舍楼下', { level: 'verify' }))).toEqual(['some-rule: 在你宿舍']);
  });

  it('of two rules among those words each keeps its own, so that none stands under the other’s heading', () => {
    const both = marked(
      rule,
      candidate('rule', '谈钱', { rule: 'other-rule' }),
      candidate('reader', '宿舍楼下，上去可就不光是谈钱'),
    );
    expect(both).toEqual(['some-rule: 在你宿舍', 'other-rule: 谈钱']);
  });
});

describe('where two rules find the same kind in the same words', () => {
  const shorter = candidate('rule', '谈钱', { rule: 'shorter' });
  const longer = candidate('rule', '不光是谈钱了', { rule: 'longer' });

  it('the fewer words are told', () => {
    expect(marked(longer, shorter)).toEqual(['shorter: 谈钱']);
  });

  it('what a rule is sure of goes before a loose pattern, however short', () => {
    expect(marked({ ...shorter, needsReader: true }, longer)).toEqual(['longer: 不光是谈钱了']);
  });

  it('a threat to life and limb goes before every lesser one', () => {
    expect(marked(shorter, { ...longer, rule: 'bodily-harm' })).toEqual(['bodily-harm: 不光是谈钱了']);
  });
});

it('what accuses nobody is not told of words that an accusation covers, but of others it is', () => {
  const { category: _category, ...calm } = candidate('rule', '谈钱', { rule: 'plain-demand', level: 'lawful' });
  const threat = candidate('rule', '不光是谈钱了', { rule: 'threat' });
  expect(marked(threat, calm)).toEqual(['threat: 不光是谈钱了']);
  expect(marked(candidate('rule', '明天见', { rule: 'threat' }), calm)).toEqual([
    'plain-demand: 谈钱',
    'threat: 明天见',
  ]);
});
