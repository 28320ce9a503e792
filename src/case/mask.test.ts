import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mask, maskedRanges } from './mask';

describe('mask', () => {
  it.each([
    ['打给13812345678，别人', '打给138******78，别人'],
    ['+86 138-1234-5678', '+86 138-****-**78'],
    ['008613812345678', '0086138******78'],
    ['１３８１２３４５６７８', '１３８******７８'],
    ['013812345678', '0138******78'],
    ['0 138 1234 5678', '0 138 **** **78'],
    ['+862161234567', '+8621******67'],
    ['+86 21 6123 4567', '+86 21 **** **67'],
    ['86-10-12345678', '86-10-******78'],
    ['008675523456789', '0086755******89'],
    ['+86 (0)755-2345-6789', '+86 (0)755-****-**89'],
    ['电话一三八一二三四五六七八', '电话一三八******七八'],
    ['138 1234 5678 和 139 8765 4321', '138 **** **78 和 139 **** **21'],
    ['13812345678 13987654321', '138******78 139******21'],
    ['座机010-62345678', '座机010-******78'],
    ['0755 2345 6789', '0755 **** **89'],
    ['身份证11010119900307123X', '身份证110**************X'],
    ['110101 19900307 123 X', '110*** ******** *** X'],
    ['110101 19900307 123X', '110*** ******** ***X'],
    ['身份证110101199003071234。', '身份证110**************4。'],
    ['旧身份证110101900307123。', '旧身份证110***********3。'],
    ['卡号6222021234567890123', '卡号***************0123'],
    ['卡号 6222 0212 3456 7890 123', '卡号 **** **** **** ***0 123'],
    ['合同 982799451329384', '合同 ***********9384'],
    ['1381234567813987654321', '******************4321'],
  ])('%s', (text, masked) => expect(mask(text)).toBe(masked));

  it.each([
    '拨95588或400-820-8888、12378、12368',
    '10690123456789012发来',
    '+86 400-820-8888、+86 95588、+86 95013 12345',
    '共86 2026-01-15 10:00',
    '还差86 2026-01-15 1000元',
    '欠款12345678.90元，2026-01-15 09:30 到期',
    '2026-01-15 10:00 2026-01-16 11:00',
    '1234567890',
    '一二三四五，上山打老虎',
  ])('leaves %s', (text) => expect(mask(text)).toBe(text));

  it('keeps the numbers that were chosen, however written', () => {
    expect(mask('13812345678 或 138-1234-5678 或 13987654321', { keep: ['+86 138 1234 5678'] })).toBe(
      '13812345678 或 138-1234-5678 或 139******21',
    );
    expect(mask('+862161234567 或 013812345678', { keep: ['021-61234567', '+8613812345678'] })).toBe(
      '+862161234567 或 013812345678',
    );
    expect(mask('卡6222021234567890123', { keep: ['6222 0212 3456 7890 123'] })).toBe('卡6222021234567890123');
  });

  it('hides the names listed, longest whole, and no empty one', () => {
    expect(mask('张三丰找张三，李', { names: ['张三', '张三丰', '李', ' '] })).toBe('张**找张*，*');
    expect(mask('Li Lei said li lei', { names: ['Li Lei'] })).toBe('L***** said l*****');
    expect(mask('𠮷野家', { names: ['𠮷野'] })).toBe('𠮷*家');
  });

  it('keeps the length and every character outside, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '13812345678',
        '6222021234567890123',
        '110101199003071234',
        '张三',
        ' ',
        '-',
        '１',
        '一',
        '\ud800',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        const masked = mask(text, { names: ['张三'] });
        expect(masked.length).toBe(text.length);
        const ranges = maskedRanges(text, { names: ['张三'] });
        let rest = '';
        let at = 0;
        for (const { start, end } of ranges) {
          rest += text.slice(at, start) + '*'.repeat(end - start);
          at = end;
        }
        expect(masked).toBe(rest + text.slice(at));
        expect(mask(masked, { names: ['张三'] }).includes('张三')).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('stays quick on long runs', () => {
    const started = performance.now();
    const [long, longer] = [mask('1 2-3.'.repeat(8_000)), mask('9'.repeat(50_000))];
    expect([long.length, longer.length]).toEqual([48_000, 50_000]);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
