/** How the guide looks: a narrow window, light and dark, both languages, and on paper. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import { guidePages } from '../../src/knowledge/guide';
import { goTo as goToPlace, violationsOf } from './guide-page';
import { textOfPdf } from './pdf';
import { clickByText, openAll, SCREENS } from './popup-page';
import { openSpace } from './workspace-page';

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

const places = [
  ['list', '#/guide', '.guide-groups'],
  ['page', '#/guide/replying', '.contents'],
  ['facts', '#/guide/facts', '.guide-page'],
  ['channels', '#/guide/channels', '.channel'],
  ['law', '#/guide/law', '.instrument'],
  ...guidePages
    .filter(({ sections }) => sections.some(({ figure }) => figure))
    .map(({ id }) => [id, `#/guide/${id}`, '.figure svg'] as const),
] as const;

it.each(places)(
  '%s: 320 px wide nothing sticks out; no violation in light and dark, both languages',
  async (name, fragment, selector) => {
    await guide.setViewport({ width: 320, height: 640 });
    await goTo(fragment, selector);
    for (const language of ['zh', 'en']) {
      if (language === 'en') await clickByText(guide, 'header button', 'English');
      await guide.waitForFunction((lang) => document.documentElement.lang.startsWith(lang), {}, language);
      expect(await guide.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      // All articles unfolded take the checks below half a minute; these few have every part that others have.
      if (name === 'law') await guide.select('.filters select', 'insult');
      await openAll(guide);
      expect(await guide.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      for (const scheme of ['light', 'dark']) {
        await guide.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        expect(await violationsOf(guide)).toEqual([]);
        await guide.screenshot({ path: join(SCREENS, `guide-${name}-${language}-${scheme}.png`) });
      }
    }
    await clickByText(guide, 'header button', '中文');
  },
);

it('prints the page alone, unfolded, black on white, with the addresses of official sites', async () => {
  await goTo('#/guide/replying', '.contents');
  await guide.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  const printed = textOfPdf(await guide.pdf());
  expect(printed).toContain('验证码、银行卡密码');
  // From an article that is folded on the screen.
  expect(printed).toContain('义务人可以提出不履行义务的抗辩');
  expect(printed).toContain('https://flk.npc.gov.cn/');
  for (const screenOnly of ['隐藏并清除', '在指南里找', '打印这一页', '复制这段话', '下一页']) {
    expect(printed).not.toContain(screenOnly);
  }
  expect(await guide.$$eval('.article[open]', (all) => all.length)).toBe(0);
  await guide.emulateMediaType('print');
  const [back, front] = await guide.evaluate(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    return [backgroundColor, color];
  });
  expect([back, front]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
});
