/** The workspace with more text than one check takes: all of it is checked, in view and under the user's hand. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import { clickByText, enter, textOf, typedText } from './popup-page';
import { allChecked, drop, fileOf, listed, openSpace, says } from './workspace-page';

const DISCLOSURE = '您的借款已逾期。今天不还，我们就把欠款告诉你父母和单位领导。';
const LINE = '今天天气很好，我们去公园散步，中午吃面。\n';

let session: Session;
let space: Page;

beforeAll(async () => {
  session = await launch();
});
afterAll(async () => {
  await session?.browser.close();
});
beforeEach(async () => {
  await space?.close();
  space = await openSpace(session);
});

const done = (): Promise<number> => space.$eval('progress', ({ value }) => value);

describe('a text that is too long for one check', () => {
  it('is cut into parts and checked to its end, where the words are found', async () => {
    await drop(space, '.drop', [fileOf('long.txt', `${LINE.repeat(1_000)}${DISCLOSURE}`)]);
    await says(space, '.actions', '按 2 条消息分开检查');
    expect(await textOf(space, 'form')).toContain('21,030 / 1,000,000');
    expect(await space.$$eval('button', (all) => all.some(({ innerText }) => innerText.includes('合起来')))).toBe(
      false,
    );
    await allChecked(space);
    expect(await listed(space)).toEqual([expect.stringMatching(/^没有发现/), expect.stringMatching(/^可能过线/)]);
    await clickByText(space, '.part', '可能过线');
    await space.waitForSelector('.verdict.found');
    expect((await typedText(space)).endsWith(DISCLOSURE)).toBe(true);
  });

  it('too long only by a line of dashes: one result, no dead end', async () => {
    await enter(space, `${DISCLOSURE}${'—'.repeat(20_000)}`);
    await space.waitForSelector('.verdict.found');
    expect(await space.$('#result .error')).toBeNull();
  });

  it('too long and without a single word: says what to paste', async () => {
    await enter(space, '！'.repeat(20_001));
    await says(space, '#result .error', '没有可以检查的文字');
  });
});

describe('many messages', () => {
  const many = (count: number): string =>
    Array.from({ length: count }, (_, at) => `【短信${at + 1}】第${at + 1}期，${at % 2 ? '请还款' : DISCLOSURE}`).join(
      '\n',
    );

  it('shows progress, stops, and goes on where it stopped', async () => {
    await drop(space, '.drop', [fileOf('many.txt', many(300))]);
    await space.waitForFunction(() => Number(document.querySelector('progress')?.value) >= 3);
    expect(await space.$eval('progress', ({ max }) => max)).toBe(300);
    await clickByText(space, '.progress button', '停下');
    await says(space, '.progress button', '继续');
    const stopped = await done();
    expect(stopped).toBeLessThan(300);
    expect(
      await space.$$eval('.part', (all) => all.filter(({ textContent }) => textContent?.includes('等待')).length),
    ).toBe(300 - stopped);
    // A stopped check stays stopped through all that happens meanwhile: another message is read and shown.
    await clickByText(space, '.part', '【短信1】');
    await space.waitForSelector('.verdict.found');
    await clickByText(space, '.part', '【短信2】');
    await space.waitForSelector('.verdict.nothing-found');
    expect(await done()).toBe(stopped);
    await clickByText(space, '.progress button', '继续');
    await space.waitForFunction((before) => Number(document.querySelector('progress')?.value) > before, {}, stopped);
    await allChecked(space);
    expect(await textOf(space, '.progress')).toContain('共 300 条，已检查 300 条：150 条可能过线');
  });

  it('a new text gives the old one up', async () => {
    await drop(space, '.drop', [fileOf('many.txt', many(200))]);
    await space.waitForFunction(() => Number(document.querySelector('progress')?.value) >= 1);
    await enter(space, many(2));
    await allChecked(space);
    expect(await listed(space)).toHaveLength(2);
    await enter(space, DISCLOSURE);
    await space.waitForSelector('.message .mark');
    expect(await space.$('.parts')).toBeNull();
  });

  it('more than 500: says how many there are, takes the first 500 and loses nothing', async () => {
    await drop(space, '.drop', [fileOf('too-many.txt', many(503))]);
    await says(space, '.error', '这里有 503 条，一次检查前 500 条；其余的请另贴一次');
    expect(await space.$$eval('.part', (all) => all.length)).toBe(500);
    expect(await typedText(space)).toContain('【短信503】');
    await clickByText(space, '.progress button', '停下');
  });
});

describe('more than a million characters', () => {
  it('names length and limit, checks nothing, and keeps every character through a reload', {
    timeout: 120_000,
  }, async () => {
    // Laying out so much text takes the browser a while.
    space.setDefaultTimeout(50_000);
    const big = LINE.repeat(30_000);
    await drop(space, '.drop', [fileOf('big-1.txt', big), fileOf('big-2.txt', big)]);
    await says(space, '.drop [role=status]', '已读取');
    const length = 2 * big.trim().length + 2;
    for (const _ of ['dropped', 'reloaded']) {
      await says(space, '.error', `内容有 ${length} 字，工作台一次最多 1000000 字。文字都还在`);
      expect(await space.$('.parts, .verdict')).toBeNull();
      expect((await typedText(space)).length).toBe(length);
      await space.reload();
    }
    expect(await space.$('form .error:not(:empty)')).toBeNull();
  });
});
