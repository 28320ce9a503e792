import { signal } from '@preact/signals';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { CaseError } from '../../case/errors';
import { timeline } from '../../case/timeline';
import type { Content, Entry } from '../../case/types';
import { chinaDay } from '../../screen/clock';
import { MESSAGE_LIMIT } from '../../screen/limits';
import { t } from '../i18n';
import { daysOf } from './days';
import { EntryEdit } from './EntryEdit';
import { EntryLine } from './EntryLine';
import { errorText } from './errors';
import { screenNow } from './screening';
import { atOf, whenError } from './WhenFields';
import { timeInWords } from './words';

const SAVED = '2026-03-02T10:00:00+08:00';
const content = (more: Partial<Content>): Content => ({
  kind: 'message',
  direction: 'in',
  text: '还款',
  note: '',
  ...more,
});
const entry = (at: string): Entry => ({
  id: 'a',
  caseId: 'c',
  origin: { how: 'manual', at: SAVED },
  revisions: [{ content: content({ at }), savedAt: SAVED, sha256: '' }],
  attachments: [],
});
const when = (day: string, time = '', half: { day?: boolean; time?: boolean } = {}) => ({
  day: signal(day),
  time: signal(time),
  isDayHalf: signal(half.day ?? false),
  isTimeHalf: signal(half.time ?? false),
});

describe('a time as it is typed', () => {
  it.each([
    ['', undefined],
    ['2000-01-01', undefined],
    [chinaDay(new Date()), undefined],
    ['2098-01-01', 'errorFuture'],
    ['202503-05-01', 'whenWrong'],
    ['0025-05-01', 'whenWrong'],
    ['1999-12-31', 'whenWrong'],
  ])('「%s」: %s', (day, error) => expect(whenError(when(day))).toBe(error));

  it('is not taken for an empty one while it is half typed', () => {
    expect(whenError(when('', '', { day: true }))).toBe('whenWrong');
    expect(whenError(when('2026-03-01', '', { time: true }))).toBe('whenWrong');
    expect(whenError(when('', '', { time: true }))).toBeUndefined();
  });

  it('is kept with its offset, as a day alone, or not at all', () => {
    expect(atOf(when('2026-03-01', '22:10'))).toBe('2026-03-01T22:10:00+08:00');
    expect(atOf(when('2026-03-01'))).toBe('2026-03-01');
    expect(atOf(when('', '22:10'))).toBe('');
  });
});

describe('a time that was kept although it is none', () => {
  it('stands as it was written', () => {
    expect(timeInWords('202503-05-01')).toBe('202503-05-01');
    expect(timeInWords('2026-03-01T14:10:00Z')).toBe('2026-03-01 22:10');
    expect(renderToString(<EntryLine entry={entry('202503-05-01')} onDelete={() => {}} />)).toContain('202503-05-01');
  });

  it.each(['202503-05-01', '0025-05-01'])('%s can be corrected, and must be', (at) => {
    const html = renderToString(<EntryEdit entry={entry(at)} onDone={() => {}} />);
    expect(html).toContain(t('whenWrong'));
    expect(html).toMatch(/<button type="submit"[^>]* aria-disabled="true"/);
  });

  it('makes no chart of two thousand years', () => {
    const { all, undated } = timeline([entry('0025-05-01'), entry('2026-03-01'), entry('2026-03-15')]);
    expect(undated).toBe(1);
    expect(daysOf(all?.days ?? [])).toHaveLength(15);
    expect(daysOf(all?.weeks ?? [], 7)).toHaveLength(3);
  });
});

it('says why nothing can be saved yet', () => {
  expect(renderToString(<EntryEdit entry={entry('2026-03-01')} onDone={() => {}} />)).toContain(t('entryUnchanged'));
});

it('leaves unscreened what is longer than can be screened', async () => {
  expect(await screenNow(content({ text: '还'.repeat(MESSAGE_LIMIT + 1) }))).toBeUndefined();
});

it('says of every failure what was not done and what to do, not that a check failed', () => {
  expect(errorText(new CaseError('bad-time'))).toBe(t('caseError_bad-time'));
  expect(errorText(new TypeError('x'))).toBe(t('caseUnexpected', 'TypeError'));
  expect(errorText(new TypeError('x'))).not.toContain('检查时');
});
