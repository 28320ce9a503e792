import { render } from 'preact-render-to-string';
import { beforeEach, expect, it } from 'vitest';
import { screening } from '../../case/testing';
import { PARTS_LIMIT, splitMessages } from '../../intake/split';
import { language } from '../i18n';
import zh from '../texts/zh.json';
import { Checked, SplitOffer } from './Checked';
import { createChecks } from './checks';

const many = (count: number) =>
  splitMessages(Array.from({ length: count }, (_, at) => `【短信${at}】请还款`).join('\n'));

beforeEach(() => {
  language.value = 'zh';
});

it('checks no more messages at once than the limit, on every surface', async () => {
  let asked = 0;
  const checks = createChecks(async () => {
    asked++;
    throw new Error('not needed');
  });
  await checks.start(many(PARTS_LIMIT + 20).parts);
  expect(checks.items.value).toHaveLength(PARTS_LIMIT);
  expect(asked).toBe(PARTS_LIMIT);
});

it('says how many are left, in words that the card has too', () => {
  const offer = (count: number, separately: boolean) =>
    render(<SplitOffer split={many(count)} separately={separately} canJoin={false} onChange={() => {}} />);
  expect(offer(PARTS_LIMIT + 3, true)).toContain(`这里有 ${PARTS_LIMIT + 3} 条，一次检查前 ${PARTS_LIMIT} 条`);
  expect(offer(PARTS_LIMIT, true)).not.toContain('一次检查前');
  expect(offer(PARTS_LIMIT + 3, false)).not.toContain('一次检查前');
  expect(zh).toHaveProperty('partsLimit');
});

it('says once that the reader failed, also where the message in view needed none', async () => {
  const { explanation } = screening('测试');
  const checks = createChecks(async ({ text }) =>
    text.includes('1') ? { ...explanation, readerFailed: true } : explanation,
  );
  await checks.start(many(3).parts);
  const times = () => render(<Checked checks={checks} explainError={String} />).split(zh.readerFailed).length - 1;
  expect(times()).toBe(1);
  checks.selected.value = 1;
  expect(times()).toBe(1);
});
