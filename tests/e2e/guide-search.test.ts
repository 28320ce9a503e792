/** Search over the guide in a real Chromium, by keyboard, in both languages. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import { focusOn, goTo as goToPlace, isInView, violationsOf } from './guide-page';
import { clickByText } from './popup-page';
import { openSpace, says } from './workspace-page';

let session: Session;
let guide: Page;

const goTo = (fragment: string, selector: string) => goToPlace(session, guide, fragment, selector);

beforeAll(async () => {
  session = await launch();
});
afterAll(async () => {
  await session?.browser.close();
});
beforeEach(async () => {
  guide = await openSpace(session);
});
afterEach(async () => {
  await guide.close();
});

it('by keyboard alone: / goes to the box, results follow the typing, Enter on one leads to its section', async () => {
  await goTo('#/guide', '.guide-groups');
  await guide.keyboard.press('/');
  await guide.keyboard.sendCharacter('验证码');
  await guide.waitForSelector('.hits');
  const hit = 'a[href="#/guide/replying/never-send"]';
  expect(await guide.$$eval('.hits mark', (marks) => marks.map(({ textContent }) => textContent))).toContain('验证码');
  while (!(await guide.evaluate((css) => document.activeElement?.matches(css), hit))) await guide.keyboard.press('Tab');
  await guide.keyboard.press('Enter');
  await focusOn(guide, '/guide/replying/never-send');
  expect(await isInView(guide, '/guide/replying/never-send')).toBe(true);
  await guide.keyboard.press('/');
  await guide.waitForSelector('.guide-search input:focus');
  await clickByText(guide, '.guide-search button', '回到「验证码」的搜索结果');
  await guide.waitForSelector('.hits');
  await clickByText(guide, '.hits a', '这些不要发');
  await focusOn(guide, '/guide/replying/never-send');
});

it('finds English too, and says when there is nothing', async () => {
  await goTo('#/guide', '.guide-groups');
  await guide.type('.guide-search input', 'verification code');
  await guide.waitForSelector('.hits a[href="#/guide/replying/never-send"]');
  expect(await guide.$eval('.hits p[lang=en] mark', (mark) => mark.textContent)).toMatch(/verification/i);
  await guide.type('.guide-search input', ' zzzz qqqq xxxx jjjj vvvv kkkk');
  await says(guide, '.guide [role=status]', '没有找到');
  expect(await guide.$('.guide-groups a')).not.toBeNull();
});

it('takes a slash in a text as a slash', async () => {
  await goTo('#/guide', '.guide-groups');
  await guide.type('.guide-search input', 'GB/T');
  expect(await guide.$eval('.guide-search input', (box) => (box as HTMLInputElement).value)).toBe('GB/T');
});

it('results: no violation', async () => {
  await goTo('#/guide', '.guide-groups');
  await guide.type('.guide-search input', 'court');
  await guide.waitForSelector('.hits');
  expect(await violationsOf(guide)).toEqual([]);
});
