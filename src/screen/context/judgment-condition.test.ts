import { describe, expect, it } from 'vitest';
import { knowledge } from '../../knowledge';
import { vocabularyOf } from '..';
import { tables } from '../decoded';
import { normalize } from '../normalize';
import { createScanner } from '../scan';
import type { Candidate } from '../types';
import { judgmentCondition } from './judgment-condition';

const scanner = createScanner(vocabularyOf(knowledge));
const weigh = (text: string, words: string, category: Candidate['category'] = 'false-legal-consequence') => {
  const canonical = normalize(text, tables);
  const start = canonical.text.indexOf(words);
  expect(start, words).toBeGreaterThanOrEqual(0);
  const candidate = { source: 'rule', rule: 'x', level: 'violation', basis: 'text', law: [], despite: [], category };
  return judgmentCondition(
    { ...candidate, range: { start, end: start + words.length } } as Candidate,
    scanner.scan(canonical),
  );
};

describe('judgment-condition', () => {
  it.each([
    ['判决生效后仍不履行的，可能被列入失信名单。', '列入失信名单'],
    ['请按生效判决履行。拒不履行的，法院将冻结账户。', '冻结账户'],
    ['法院依法可以限制消费。', '限制消费'],
  ])('knows the condition in %s', (text, words) => {
    expect(weigh(text, words)).toBe('drop');
  });

  it.each([
    ['今天不还，明天列入失信名单。', '列入失信名单'],
    ['不需要等判决生效，系统直接冻结账户。', '冻结账户'],
    ['被执行人杨某，今日起冻结账户。', '冻结账户'],
    ['今晚冻结账户。以后等法院判决后再说。', '冻结账户'],
  ])('finds none in %s', (text, words) => {
    expect(weigh(text, words)).toBeUndefined();
  });

  it('says nothing about other categories', () => {
    expect(weigh('判决生效后告诉家人。', '告诉家人', 'privacy-disclosure')).toBeUndefined();
  });
});
