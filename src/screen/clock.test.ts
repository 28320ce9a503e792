import { describe, expect, it } from 'vitest';
import { chinaDay, InvalidDateError, nightContact, readTime } from './clock';

describe('readTime', () => {
  it.each([
    ['2026-01-01', { day: '2026-01-01' }],
    ['2026-01-01T07:59:59+08:00', { day: '2026-01-01', minutes: 479 }],
    ['2025-12-31T16:30:00Z', { day: '2026-01-01', minutes: 30 }],
    ['2025-12-31T10:00:00-0500', { day: '2025-12-31', minutes: 1380 }],
  ])('%s', (value, expected) => expect(readTime(value)).toEqual(expected));

  it.each([
    '',
    'yesterday',
    '2026-02-30',
    '2026-02-30T10:00:00+08:00',
    '2026-13-01',
    '2026-01-01T10:00:00',
    '2026-01-01T25:00:00+08:00',
    '20260101',
  ])('refuses 「%s」', (value) => expect(() => readTime(value)).toThrow(InvalidDateError));
});

describe('night contact, 22:00 to 8:00 China Standard Time', () => {
  it.each([
    ['2026-05-01T21:59:59+08:00', false],
    ['2026-05-01T22:00:00+08:00', true],
    ['2026-05-02T07:59:59+08:00', true],
    ['2026-05-02T08:00:00+08:00', false],
    ['2026-05-01T14:00:00Z', true],
    ['2026-05-01T13:59:59Z', false],
    ['2026-05-01T23:59:59Z', true],
    ['2026-05-02T00:00:00Z', false],
    ['2026-05-01T10:00:00-04:00', true],
    ['2026-05-01T09:59:59-04:00', false],
    ['2026-05-01T19:59:59-0400', true],
    ['2026-05-01T20:00:00-0400', false],
    ['2026-05-01T23:00:00+09:00', true],
    ['2026-05-01T22:59:59+09:00', false],
    ['2026-05-02T08:59:59+09:00', true],
    ['2026-05-02T09:00:00+09:00', false],
    ['2026-05-01T19:30:00+05:30', true],
    ['2026-05-01T19:29:59+05:30', false],
    ['2026-05-02T07:59:59.999+08:00', true],
    ['2026-05-02T07:59+08:00', true],
    ['2026-05-01T23:59:59+08:00', true],
    ['2026-05-02T00:00:00+08:00', true],
    ['2025-12-31T22:00:00+08:00', true],
    ['2024-02-29T21:59:59+08:00', false],
    ['2024-02-29T22:00:00+08:00', true],
    ['2026-05-01T12:00:00+08:00', false],
    ['2026-05-01T20:00:00+08:00', false],
    ['2026-05-01', false],
  ])('%s → %s', (value, expected) => expect(nightContact(readTime(value)) !== undefined).toBe(expected));

  it('needs a check, accuses nobody, and rests on a standard and self-regulation', () => {
    const candidate = nightContact({ day: '2026-05-01', minutes: 0 });
    expect(candidate).toMatchObject({ level: 'verify', basis: 'time' });
    expect(candidate?.law.slice(0, 2)).toEqual(['zyx-hours', 'gb-hours']);
  });
});

it('a day begins at midnight in China', () => {
  expect(chinaDay(new Date('2026-01-01T15:59:59Z'))).toBe('2026-01-01');
  expect(chinaDay(new Date('2026-01-01T16:00:00Z'))).toBe('2026-01-02');
});
