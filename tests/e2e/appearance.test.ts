/** Both languages, light and dark, a narrow phone: no accessibility violation, nothing cut off, pictures to look at. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, popupUrl, type Session } from '../../scripts/browser/launch';
import { clickByText, enter, openAll, SCREENS, textOf } from './popup-page';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const MESSAGE =
  '我是区法院的，你的案子已经立案，今天不还钱就上门抓你坐牢，还要把欠款告诉你父母和单位领导。我们也可能依法提起诉讼。';

/** The page's policy blocks script tags, so axe comes in through the debugger. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

describe.each([
  ['zh-CN', 'zh', '检查结果'],
  ['en-US', 'en', 'Result'],
] as const)('%s browser', (language, name, resultTitle) => {
  let session: Session;
  let page: Page;
  let popup: Page;

  beforeAll(async () => {
    session = await launch({ language });
    page = await session.browser.newPage();
    popup = await session.openPopup(page);
    await enter(popup, MESSAGE);
    await popup.waitForSelector('.verdict.found');
  });
  afterAll(async () => {
    await session?.browser.close();
  });

  it('speaks the language of the browser', async () => {
    expect(await popup.$eval('#result', (element) => element.getAttribute('aria-label'))).toBe(resultTitle);
    expect(await popup.evaluate(() => document.documentElement.lang)).toBe(name === 'zh' ? 'zh-CN' : 'en');
  });

  it.each(['light', 'dark'])('%s: no accessibility violation, folded parts open', async (scheme) => {
    await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await openAll(popup);
    expect(await violationsOf(popup)).toEqual([]);
    await popup.screenshot({ path: join(SCREENS, `popup-${name}-${scheme}.png`) });
  });

  it('pictures of the whole result', async () => {
    const tab = await session.browser.newPage();
    await tab.setViewport({ width: 460, height: 600 });
    await tab.goto(popupUrl(session));
    await tab.waitForSelector('.verdict.found');
    for (const scheme of ['light', 'dark']) {
      await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await tab.screenshot({ path: join(SCREENS, `result-${name}-${scheme}.png`), fullPage: true });
    }
    await tab.close();
    popup = await session.openPopup(page);
  });

  it('320 px wide: nothing sticks out', async () => {
    const narrow = await session.browser.newPage();
    await narrow.setViewport({ width: 320, height: 640, isMobile: true, hasTouch: true });
    await narrow.goto(popupUrl(session));
    await narrow.waitForSelector('.verdict.found');
    expect(await narrow.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await violationsOf(narrow)).toEqual([]);
    await narrow.screenshot({ path: join(SCREENS, `narrow-${name}.png`), fullPage: true });
    await narrow.close();
    popup = await session.openPopup(page);
  });

  it('switches language in place, keeps the text, and remembers', async () => {
    await popup.waitForSelector('.verdict.found');
    await clickByText(popup, 'header button', name === 'zh' ? 'English' : '中文');
    await popup.waitForFunction((lang) => document.documentElement.lang === lang, {}, name === 'zh' ? 'en' : 'zh-CN');
    expect(await textOf(popup, '.verdict h2')).toMatch(name === 'zh' ? /may cross a line/ : /可能过了线/);
    await popup.close();
    popup = await session.openPopup(page);
    expect(await popup.evaluate(() => document.documentElement.lang)).toBe(name === 'zh' ? 'en' : 'zh-CN');
    await popup.waitForSelector('.verdict.found');
  });
});
