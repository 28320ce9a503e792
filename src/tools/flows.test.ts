import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthlyRows, readPasted, readRows } from './flows';
import { formatMoney, formatPercent, formatTenths, MONEY_LIMIT, readMoney } from './money';

describe('amounts', () => {
  it.each([
    ['12000', '12000.00'],
    ['12,000.50', '12000.50'],
    ['１２００元', '1200.00'],
    ['￥1 200', '1200.00'],
    ['人民币 1,200,300.5 元', '1200300.50'],
    ['0.01', '0.01'],
    ['1000000000', '1000000000.00'],
  ])('%s is read', (text, value) => expect(readMoney(text)?.toFixed(2)).toBe(value));

  it.each([
    '',
    '0',
    '-5',
    '1.234',
    '1,00',
    '12,34',
    '1e3',
    '12000.',
    'abc',
    '1000000000.01',
    '十元',
    '500 2',
    '1\t200',
    '1,200 300',
    '￥5￥00',
  ])('%s is refused', (text) => expect(readMoney(text)).toBeUndefined());

  it('what is written can be read back, to the cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MONEY_LIMIT * 100 }), (cents) => {
        const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        const amount = readMoney(text);
        if (!amount) throw new Error(`${text} was refused`);
        expect(readMoney(formatMoney(amount))?.eq(amount)).toBe(true);
        expect(amount.times(100).toFixed(0)).toBe(String(cents));
      }),
    );
  });

  it('cents are exact where binary fractions are not', () => {
    expect(formatMoney(readMoney('0.1')?.plus(readMoney('0.2') ?? 0) as never)).toBe('0.30');
    expect(formatMoney(readMoney('1234567.8')?.times(-1) as never)).toBe('−1,234,567.80');
  });
});

it('rows: empty ones are passed over, each wrong field is named', () => {
  const { flows, problems } = readRows([
    { kind: 'received', day: '2024-01-05', amount: '1000' },
    { kind: 'repaid', day: '', amount: ' ' },
    { kind: 'repaid', day: '2024-02-30', amount: '10' },
    { kind: 'repaid', day: '2024-02-05', amount: '-10' },
    { kind: 'repaid', day: '', amount: 'x' },
  ]);
  expect(flows.map(({ day, amount }) => [day, amount.toFixed(2)])).toEqual([['2024-01-05', '1000.00']]);
  expect([...problems]).toEqual([
    [2, 'day'],
    [3, 'amount'],
    [4, 'both'],
  ]);
});

it('monthly instalments from the 31st keep the end of every month', () => {
  expect(monthlyRows(4, '500', '2024-01-31').map(({ day }) => day)).toEqual([
    '2024-01-31',
    '2024-02-29',
    '2024-03-31',
    '2024-04-30',
  ]);
});

it('rates that hang on the way of counting are given to a tenth, and nothing has no sign', () => {
  expect(formatPercent(-1e-9)).toBe('0.00 %');
  expect(formatPercent(-0.0123)).toBe('-1.23 %');
  expect(formatTenths([0.150064, 0.15])).toBe('15.0 %');
  expect(formatTenths([0.12099, 0.12])).toBe('12.0–12.1 %');
  expect(formatTenths([-1e-12, 0])).toBe('0.0 %');
});

describe('pasted lines', () => {
  it('are read with blanks, tabs and commas; a sign decides the kind', () => {
    const { rows, bad } = readPasted(
      '2024-01-05 +9,000.00\n2024/2/5\t-1,066.19元\r\n\n2024年3月5日，１０６６．１９\n20240405 500',
      'repaid',
    );
    expect(bad).toEqual([]);
    expect(rows).toEqual([
      { kind: 'received', day: '2024-01-05', amount: '9,000.00' },
      { kind: 'repaid', day: '2024-02-05', amount: '1,066.19元' },
      { kind: 'repaid', day: '2024-03-05', amount: '1066.19' },
      { kind: 'repaid', day: '2024-04-05', amount: '500' },
    ]);
    expect(readRows(rows).problems.size).toBe(0);
  });

  it('that say no day or no amount are named by their number', () => {
    expect(readPasted('日期 金额\n2024-01-05 100\n2024-02-30 100\n2024-03-05', 'repaid').bad).toEqual([1, 3, 4]);
  });

  it('of more than two columns are named, never glued into one amount', () => {
    const lines = [
      '2024-03-05\t1000\t66.19',
      '2024-03-05\t1\t1066.19',
      '2024-03-05\t1\t066',
      '2024-03-05 500 2',
      '2024-03-05 1 500',
      '2024-03-05,833,120',
      '2024-03-05,833,120.50',
      '2024-03-05, +833,120',
      '2024-03-05 1 500元',
      '2024-03-05,1,500元',
    ];
    expect(readPasted(lines.join('\n'), 'repaid')).toEqual({ rows: [], bad: lines.map((_, at) => at + 1) });
    const marked = readPasted('2024-03-05 ￥1 200\n2024-03-05，￥1,066.19元\n2024-03-05\t1,066.19', 'repaid');
    expect(readRows(marked.rows).flows.map(({ amount }) => amount.toFixed(2))).toEqual([
      '1200.00',
      '1066.19',
      '1066.19',
    ]);
  });

  it('any text at all is either read or named', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { rows, bad } = readPasted(text, 'received');
        const lines = text.split(/\r?\n/).filter((line) => line.trim());
        expect(rows.length + bad.length).toBe(lines.length);
        expect(readRows(rows).problems.size).toBe(0);
      }),
    );
  });
});
