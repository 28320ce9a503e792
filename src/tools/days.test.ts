import { describe, expect, it } from 'vitest';
import { daysBetween, isDay, plusDays, plusMonths, plusYears, readDay, yearsByMonths } from './days';

it.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2024-13-01', false],
  ['2024-1-5', false],
  ['1899-12-31', false],
  ['20240101', false],
  ['', false],
])('%s is a day: %s', (value, expected) => expect(isDay(value)).toBe(expected));

describe('days as people write them', () => {
  it.each(['2024-1-5', '2024/01/05', '2024.1.5', '2024年1月5日', '20240105', ' 2024-01-05 '])('%s', (text) =>
    expect(readDay(text)).toBe('2024-01-05'),
  );
  it.each(['2023年2月29日', '5.1.2024', '2024', '昨天'])('%s is none', (text) => expect(readDay(text)).toBeUndefined());
});

it('months that are too short end on their last day', () => {
  expect(plusMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(plusMonths('2024-01-31', 2)).toBe('2024-03-31');
  expect(plusYears('2020-02-29', 3)).toBe('2023-02-28');
  expect(plusYears('2021-02-28', 3)).toBe('2024-02-28');
});

it('counts whole days, also over the days on which China changed its clocks', () => {
  expect(daysBetween('2023-01-01', '2024-01-01')).toBe(365);
  expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
  expect(daysBetween('1986-05-03', '1986-05-05')).toBe(2);
  expect(daysBetween('2024-03-01', '2024-02-29')).toBe(-1);
});

describe('years by the calendar', () => {
  it.each([
    ['2024-01-10', '2025-01-10', 1],
    ['2024-01-10', '2024-07-10', 0.5],
    ['2024-01-31', '2024-02-29', 1 / 12],
    ['2024-01-31', '2024-03-30', 1 / 12 + 30 / 365],
    ['2023-12-05', '2024-01-04', 30 / 365],
    ['2024-05-01', '2024-05-01', 0],
  ])('%s to %s', (from, to, years) => expect(yearsByMonths(from, to)).toBeCloseTo(years, 12));

  it('grow with every day', () => {
    for (const start of ['2024-01-29', '2024-01-31', '2023-02-28']) {
      const years = Array.from({ length: 1_500 }, (_, day) => yearsByMonths(start, plusDays(start, day)));
      expect(
        years.every((each, day) => day === 0 || each > (years[day - 1] as number)),
        start,
      ).toBe(true);
    }
  });
});
