/** The workspace in a real Chromium: what is handed over, one message, several, and far too many. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import { clickByText, copyOn, enter, paste, textOf, typedText } from './popup-page';
import { allChecked, keepOnly, leaveFor, listed, openByPopup, openSpace, says, stored } from './workspace-page';

const DISCLOSURE = '您的借款已逾期。今天不还，我们就把欠款告诉你父母和单位领导。';
const REMINDER = '【云桥银行】您的信用卡已逾期15天，请尽快还款。';
const HEARING = '【某区人民法院】你与云桥银行借款合同纠纷一案定于12月3日9时开庭，可拨12368核实。';

let session: Session;
let page: Page;
let space: Page;

beforeAll(async () => {
  session = await launch();
  page = await session.browser.newPage();
});
afterAll(async () => {
  await session?.browser.close();
});
beforeEach(async () => {
  space = await openSpace(session);
});
afterEach(async () => {
  await space.close();
});

describe('what is handed over', () => {
  it("takes the popup's text and every detail along, and a reload keeps them", async () => {
    let popup = await session.openPopup(page);
    await enter(popup, DISCLOSURE);
    await clickByText(popup, 'summary', '补充信息');
    await popup.select('select', 'bank');
    await popup.type('input[type=text]', '95599');
    await clickByText(popup, '.chip', '有人在门口');
    await space.close();
    const closed = new Promise((done) => popup.once('close', done));
    space = await openByPopup(session, popup);
    await closed;
    for (const _ of ['opened', 'reloaded']) {
      await space.waitForSelector('.verdict.found');
      expect(await typedText(space)).toBe(DISCLOSURE);
      expect(await space.$eval('select', ({ value }) => value)).toBe('bank');
      expect(await space.$eval('input[type=text]', (input) => (input as HTMLInputElement).value)).toBe('95599');
      expect(await textOf(space, '.lead')).toContain('110');
      expect(await space.$('main > [role=note]')).toBeNull();
      expect(space.url()).not.toContain(encodeURIComponent('借款'));
      await space.reload();
    }
    popup = await session.openPopup(page);
    await clickByText(popup, 'button', '清空');
    await popup.close();
    expect(await typedText(space)).toBe(DISCLOSURE);
  });

  it('what is typed in one workspace stays its own and survives a reload', async () => {
    await enter(space, REMINDER);
    const other = await openSpace(session);
    expect(await typedText(other)).toBe('');
    await enter(other, DISCLOSURE);
    await space.reload();
    await other.reload();
    await other.waitForSelector('.verdict.found');
    await space.bringToFront();
    await space.waitForSelector('.verdict.nothing-found');
    expect(await typedText(space)).toBe(REMINDER);
    await other.close();
  });

  it.each([
    ['refused-page', /浏览器不允许.*粘贴进来/s, /The browser lets no extension.*please paste/s],
    ['reduced-text', /换行可能丢了.*和原文对照/s, /line breaks may be lost.*compare it/s],
    ['removed', /移除了结果卡片/, /removed the result card/],
  ])('says why it opened: %s', async (reason, zh, en) => {
    const query = await leaveFor(space, `why-${reason}`, { draft: { text: DISCLOSURE }, reason, cut: true });
    const other = await openSpace(session, query);
    await other.waitForSelector('.verdict.found');
    expect(await textOf(other, 'main > [role=note]')).toMatch(zh);
    await says(other, 'main .small', '只取了前 100 万字');
    await clickByText(other, 'header button', 'English');
    await says(other, 'main .small', 'only its first 1,000,000 characters');
    expect(await textOf(other, 'main > [role=note]')).toMatch(en);
    await clickByText(other, 'header button', '中文');
    await says(other, 'h2', '检查');
    await other.close();
  });

  it('a text from a private window is read once, and never closes or changes another workspace', async () => {
    const first = await leaveFor(space, 'private-1', { draft: { text: DISCLOSURE }, isPrivate: true });
    const one = await openSpace(session, first);
    const second = await leaveFor(space, 'private-2', { draft: { text: REMINDER }, isPrivate: true });
    await keepOnly(space, 'workspace:private-2');
    const two = await openSpace(session, second);
    expect(await typedText(two)).toBe(REMINDER);
    await enter(two, REMINDER + REMINDER);
    expect(JSON.stringify(await stored(two))).not.toContain('云桥');
    expect(await typedText(one)).toBe(DISCLOSURE);
    await two.reload();
    await two.waitForSelector('#message');
    expect(await typedText(two)).toBe('');
    await one.close();
    await two.close();
  });
});

describe('one message', () => {
  it('pasted from the clipboard is checked at once, beside the box', async () => {
    await copyOn(page, DISCLOSURE);
    await space.bringToFront();
    await space.focus('#message');
    await paste(space);
    await space.waitForSelector('.verdict.found');
    expect(await space.$('.parts')).toBeNull();
    const [box, result] = await Promise.all(
      ['#message', '#result'].map((css) => space.$eval(css, (element) => element.getBoundingClientRect().toJSON())),
    );
    expect(result.left).toBeGreaterThanOrEqual(box.right);
  });
});

describe('several messages', () => {
  it('SMS with signatures: a verdict for each, any of them shown in full, one click to take them as one', async () => {
    await enter(space, [REMINDER, `【小额速贷】${DISCLOSURE}`, '', HEARING].join('\n'));
    await allChecked(space);
    expect(await listed(space)).toEqual([
      expect.stringMatching(/^没有发现 【云桥银行】/),
      expect.stringMatching(/^可能过线 【小额速贷】/),
      expect.stringMatching(/^需要核实 【某区人民法院】/),
    ]);
    expect(await textOf(space, '.progress')).toContain('共 3 条，已检查 3 条：1 条可能过线，1 条需要核实');
    await space.waitForSelector('.verdict.nothing-found');
    await clickByText(space, '.part', '小额速贷');
    await space.waitForSelector('.verdict.found');
    expect(await space.$eval('.part[aria-current=true]', ({ textContent }) => textContent)).toContain('小额速贷');
    expect(await textOf(space, '.message')).not.toContain('云桥');
    await clickByText(space, 'button', '合起来检查');
    await space.waitForFunction(() => !document.querySelector('.parts'));
    await space.waitForFunction(() => document.querySelector('.message')?.textContent?.includes('云桥银行'));
    await clickByText(space, 'button', '分开检查');
    await allChecked(space);
  });

  it('a copied chat: every message with its sender', async () => {
    const said = [DISCLOSURE, '月底还', '快点'];
    const lines = ['小李', '我', '小李'].flatMap((name, at) => [`${name} 2026/3/1 10:2${at}`, said[at]]);
    await enter(space, lines.join('\n'));
    await allChecked(space);
    expect(await listed(space)).toEqual([
      expect.stringMatching(/^可能过线 小李 您的借款/),
      expect.stringMatching(/^没有发现 我 月底还/),
      expect.stringMatching(/^没有发现 小李 快点/),
    ]);
  });

  it.each([
    ['paragraphs', `${REMINDER.slice(6)}\n\n${DISCLOSURE}`],
    ['lines', `请还款\n${DISCLOSURE}`],
  ])('%s alone stay one text, and can be taken apart', async (_name, text) => {
    await enter(space, text);
    await space.waitForSelector('.verdict.found');
    expect(await space.$('.parts')).toBeNull();
    await says(space, '.actions', '如果这是 2 条消息');
    await clickByText(space, 'button', '分开检查');
    await allChecked(space);
    expect(await listed(space)).toEqual([expect.stringMatching(/^没有发现/), expect.stringMatching(/^可能过线/)]);
    await enter(space, `${text}。`);
    await space.waitForFunction(() => !document.querySelector('.parts'));
  });

  it('a detail that changes the law changes every verdict', async () => {
    await enter(space, ['小李 10:22', '你等着，三天内不还就打断你的腿。', '小李 10:23', '快还'].join('\n'));
    await allChecked(space);
    await space.waitForSelector('.finding.violation');
    expect(await textOf(space, '.finding.violation .citation')).toContain('第五十条第一款第一项');
    await clickByText(space, 'summary', '补充信息');
    await space.$eval('input[type=date]', (input) => {
      (input as HTMLInputElement).value = '2025-06-01';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await says(space, '.citation', '第四十二条');
    await allChecked(space);
  });
});
