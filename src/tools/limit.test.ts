import { describe, expect, it } from 'vitest';
import { lprTable } from '../knowledge/lpr';
import { privateLimit, readRate, standingOf } from './limit';

const of = (day: string, typed = '') => privateLimit(day, typed, lprTable);

describe('the table', () => {
  it('has one quote for every month up to the one it names, on the 20th or soon after', () => {
    const months = lprTable.quotes.map(({ day }) => day.slice(0, 7));
    const expected: string[] = [];
    for (let year = 2019, month = 8; expected.at(-1) !== lprTable.through; month += 1) {
      if (month > 12) [year, month] = [year + 1, 1];
      expected.push(`${year}-${String(month).padStart(2, '0')}`);
    }
    expect(months).toEqual(expected);
    for (const { day } of lprTable.quotes) expect(Number(day.slice(8)), day).toBeGreaterThanOrEqual(20);
  });

  it('changes only on the days on which the rate was changed', () => {
    const { quotes } = lprTable;
    const changes = quotes.filter(({ rate }, index) => rate !== quotes[index - 1]?.rate);
    expect(changes.map(({ day, rate }) => `${day} ${rate}`)).toEqual([
      '2019-08-20 4.25',
      '2019-09-20 4.20',
      '2019-11-20 4.15',
      '2020-02-20 4.05',
      '2020-04-20 3.85',
      '2021-12-20 3.80',
      '2022-01-20 3.70',
      '2022-08-22 3.65',
      '2023-06-20 3.55',
      '2023-08-21 3.45',
      '2024-07-22 3.35',
      '2024-10-21 3.10',
      '2025-05-20 3.00',
    ]);
  });
});

describe('four times the rate at the time of the contract', () => {
  it('is taken from the quote that held on that day', () => {
    expect(of('2020-08-20')).toEqual({
      kind: 'limit',
      limit: { lpr: '3.85', limit: '15.40', published: '2020-08-20' },
    });
    expect(of('2022-09-19')).toEqual({
      kind: 'limit',
      limit: { lpr: '3.65', limit: '14.60', published: '2022-08-22' },
    });
  });

  it('names the quote of the same month as well where that came later and differs', () => {
    expect(of('2024-10-05')).toEqual({
      kind: 'limit',
      limit: { lpr: '3.35', limit: '13.40', published: '2024-09-20' },
      later: { lpr: '3.10', limit: '12.40', published: '2024-10-21' },
    });
    expect(of('2024-10-21')).not.toHaveProperty('later');
    expect(of('2024-11-05')).not.toHaveProperty('later');
  });

  it('is not computed for older contracts', () => {
    expect(of('2020-08-19', '3.85')).toEqual({ kind: 'before' });
  });

  it('asks for a month that the table does not know', () => {
    expect(of('2025-08-19')).toMatchObject({ kind: 'limit', limit: { lpr: '3.00' } });
    expect(of('2025-08-20')).toEqual({ kind: 'ask' });
    expect(of('2026-11-01', '3.0%')).toEqual({ kind: 'limit', limit: { lpr: '3.00', limit: '12.00' } });
    for (const typed of ['三', '0', '300', '3,0', '-3'])
      expect(of('2026-11-01', typed), typed).toEqual({ kind: 'badRate' });
  });

  it('typed rates keep what they say', () => {
    expect(['3', '3.1', '3.4567', ' ３．０％ '].map(readRate)).toEqual(['3.00', '3.10', '3.4567', '3.00']);
  });
});

describe('where rates lie', () => {
  const limits = [{ lpr: '3.00', limit: '12.00' }];
  it.each([
    [[0.12], 'within'],
    [[0.120049], 'within'],
    [[0.1201], 'above'],
    [[0.115, 0.1212], 'depends'],
    [[0.36, 0.43], 'above'],
  ] as const)('%j: %s', (rates, standing) => expect(standingOf(rates, limits)).toBe(standing));

  it('between two readings of the limit it depends', () => {
    expect(
      standingOf(
        [0.13],
        [
          { lpr: '3.35', limit: '13.40' },
          { lpr: '3.10', limit: '12.40' },
        ],
      ),
    ).toBe('depends');
  });
});
