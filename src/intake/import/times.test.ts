import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromEpoch, parseDayAndClock, parseTime } from './times';
import { parseDirection, parseDuration } from './values';

const NIGHT = '2026-01-03T22:10:05+08:00';
const MINUTE = '2026-01-03T22:10:00+08:00';

describe('times', () => {
  it.each([
    ['2026-01-03 22:10:05', NIGHT],
    ['2026-01-03 22:10:05.123', NIGHT],
    ['2026/1/3 22:10', MINUTE],
    ['2026.01.03 22:10', MINUTE],
    ['2026年1月3日 22:10', MINUTE],
    ['2026年1月3日22时10分05秒', NIGHT],
    ['2026年01月03日 星期六 晚上10:10', MINUTE],
    ['2026-1-3 下午 10:10:05', NIGHT],
    ['2026/1/3 10:10:05 PM', NIGHT],
    ['2026/1/3 12:00 AM', '2026-01-03T00:00:00+08:00'],
    ['2026年1月3日 中午12:05', '2026-01-03T12:05:00+08:00'],
    ['2026年1月3日 中午1:05', '2026-01-03T13:05:00+08:00'],
    ['2026年1月3日 凌晨2:05', '2026-01-03T02:05:00+08:00'],
    ['2026年1月3日 半夜1:05', '2026-01-03T01:05:00+08:00'],
    ['2026年1月3日 半夜5:59', '2026-01-03T05:59:00+08:00'],
    ['2026年1月3日 半夜11:05', '2026-01-03T23:05:00+08:00'],
    ['2026年1月3日 半夜6:05', '2026-01-03T06:05:00+08:00'],
    ['2026年1月3日 中午9:05', '2026-01-03T09:05:00+08:00'],
    ['2026年1月3日 中午10:00', '2026-01-03T10:00:00+08:00'],
    ['2026年1月3日 中午11:30', '2026-01-03T11:30:00+08:00'],
    ['2026-01-03T14:10:05Z', NIGHT],
    ['2026-01-03T14:10:05.000+00:00', NIGHT],
    ['2026-01-03T23:10:05+0900', NIGHT],
    ['20260103221005', NIGHT],
    ['20260103', '2026-01-03'],
    ['1767449405', NIGHT],
    ['1767449405123', NIGHT],
    ['46025.92366898148', NIGHT],
    ['46025', '2026-01-03'],
    ['2026-01-03', '2026-01-03'],
    ['２０２６－０１－０３', '2026-01-03'],
    ['2026-02-30 10:00', undefined],
    ['2026-01-03 25:00', undefined],
    ['2026年1月3日 晚上12:05', undefined],
    ['2026年1月3日 上午12:05', undefined],
    ['3/1/2026', undefined],
    ['昨天 22:10', undefined],
    ['12345', undefined],
    ['13800001111', undefined],
    ['4001234567', undefined],
    ['1069123456', undefined],
    ['', undefined],
  ])('%s', (written, expected) => {
    expect(parseTime(written)).toBe(expected);
  });

  it('a day and a clock in two columns', () => {
    expect(parseDayAndClock('2026/1/3', '22:10:05')).toBe(NIGHT);
    expect(parseDayAndClock('2026/1/3', '晚上10:10')).toBe(MINUTE);
    expect(parseDayAndClock('某天', '22:10:05')).toBeUndefined();
    expect(parseDayAndClock('2026-01-03', '0.92366898148')).toBe(NIGHT);
    expect(parseDayAndClock('46025', '0.99999999')).toBe('2026-01-03T23:59:59+08:00');
    expect(parseDayAndClock('2026-01-03', '6.9444444444444447E-4')).toBe('2026-01-03T00:01:00+08:00');
    expect(parseDayAndClock('2026-01-03', '12')).toBeUndefined();
  });

  it('what it gives is read back the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000_000, max: 4_000_000_000 }), (seconds) => {
        const time = fromEpoch(String(seconds * 1000)) as string;
        expect(parseTime(time)).toBe(time);
        expect(new Date(time).getTime()).toBe(seconds * 1000);
      }),
    );
  });
});

it.each([
  ['00:01:23', 83],
  ['1:23', 83],
  ['1分23秒', 83],
  ['1小时0分3秒', 3603],
  ['83', 83],
  ['83秒', 83],
  ['1\'23"', 83],
  ['', undefined],
  ['很久', undefined],
])('a call of %s', (written, seconds) => {
  expect(parseDuration(written)).toBe(seconds);
});

it.each([
  ['接收', { direction: 'in' }],
  ['Sent', { direction: 'out' }],
  ['国内被叫', { direction: 'in' }],
  ['主叫（VoLTE）', { direction: 'out' }],
  ['未接来电', { direction: 'in', answered: false }],
  ['草稿', 'not-sent'],
  ['已接来电', { direction: 'in', answered: true }],
  ['收件箱', { direction: 'in' }],
  ['1', { direction: 'in' }],
  ['2', { direction: 'out' }],
  ['3', 'not-sent'],
  ['4', { direction: 'out' }],
  ['5', 'not-sent'],
  ['6', { direction: 'out' }],
  ['7', undefined],
  ['呼叫转移', undefined],
  ['', undefined],
])('direction %s', (written, expected) => {
  expect(parseDirection(written)).toEqual(expected);
});

it.each([
  ['3', { direction: 'in', answered: false }],
  ['5', { direction: 'in', answered: false }],
  ['7', { direction: 'in' }],
])('the number %s of a call is no draft', (written, expected) => {
  expect(parseDirection(written, 'call')).toEqual(expected);
});
