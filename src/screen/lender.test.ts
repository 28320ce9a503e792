import { expect, it } from 'vitest';
import { viewOf } from './context/testing';
import { lenderOf } from './lender';

const lender = (text: string, told?: 'bank') => lenderOf({ text, ...(told && { lender: told }) }, viewOf(text));

it.each([
  '【某某物业】您的物业费已逾期，请三日内缴清，否则将列入征信黑名单。',
  '物业公司：再不交费就把你家防盗门拆了',
  '【国家电网】您本月电费128.5元已逾期，请尽快缴纳，以免影响用电。',
  '您的水费已欠三个月，请尽快缴纳。【某某水务】',
  '【中国移动】您已欠费86元，请及时缴费，以免停机。',
  '市第二中学财务处：学费三千尚未到账，请尽快交费。',
])('a bill: %s', (text) => {
  expect(lender(text)).toBe('biller');
  expect(lender(text, 'bank')).toBe('bank');
});

it.each([
  '再不还款，我们就通知你们小区物业和居委会。',
  '【某某消费金融】您的贷款已逾期，请尽快还款。',
  '【某某大学】您的助学贷款已逾期，请尽快缴费。',
  '你妈的住院费都是我垫的，钱什么时候给？',
  '【某某物业】今天全员停水检修，请提前储水。',
  '老张：上次的电费是我替你交的，记得还我。',
  '我在医院门口：上次的医药费五千，今天不给就把你的事告诉你全村人',
  '老王在学校门口等你：学费三千，今天必须交',
  // A tax office may freeze an account itself.
  '【国家税务总局】您有税款3200元逾期未缴，请尽快缴纳。',
])('no bill: %s', (text) => {
  expect(lender(text)).toBe('unknown');
});
