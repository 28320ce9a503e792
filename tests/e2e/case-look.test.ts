/** Every part of the case view in both languages, light and dark, wide and on a narrow phone, and by keyboard alone. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { KeyInput, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import { begin, check, goTo, press, records, sees, THREAT, tick } from './case-space';
import { clickByText, openAll, SCREENS, textOf } from './popup-page';
import { openSpace } from './workspace-page';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The page's policy blocks script tags, so axe comes in through the debugger. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

const WIDTHS = [1100, 320];

describe('looks', () => {
  let session: Session;
  let space: Page;
  const places: Record<string, readonly string[]> = { list: ['cases'] };

  beforeAll(async () => {
    session = await launch();
    const made = await begin(session, '案件甲');
    space = made.space;
    for (const tab of ['entries', 'timeline', 'drafts', 'sent', 'evidence', 'settings'])
      places[tab] = ['cases', made.id, tab];
    await goTo(space, 'cases', made.id, 'drafts');
    await press(space, '放款机构', '.chip');
    await press(space, '放入所有');
    await space.waitForSelector('.plain.scroll .plain');
    await tick(space, '我确认以上都是真实的');
    await press(space, '我已经发出去了');
    await sees(space, '已记下，去填编号');
    const locked = await openSpace(session);
    await check(locked, THREAT);
    await press(locked, '存入案件');
    await sees(locked, '建立案件并存入这条消息');
    await locked.screenshot({ path: join(SCREENS, 'case-save.png'), fullPage: true });
    await locked.close();
  });
  afterAll(async () => {
    await session?.browser.close();
  });

  /** By the button itself: in a long page on a busy machine a pointer may miss it. */
  const switchTo = (language: string) =>
    space.evaluate((wanted) => {
      if (document.documentElement.lang.startsWith(wanted)) return;
      const label = wanted === 'zh' ? '中文' : 'English';
      const buttons = [...document.querySelectorAll<HTMLElement>('header button')];
      buttons.find((button) => button.innerText.includes(label))?.click();
    }, language);

  it.each(['list', 'entries', 'timeline', 'drafts', 'sent', 'evidence', 'settings'])('%s', async (name) => {
    await goTo(space, ...(places[name] as string[]));
    await space.waitForSelector(name === 'list' ? '.case-list' : `nav a[aria-current][href$="${name}"]`);
    for (const language of ['zh', 'en']) {
      await switchTo(language);
      await space.waitForFunction((tag) => document.documentElement.lang.startsWith(tag), {}, language);
      for (const width of WIDTHS) {
        await space.setViewport({ width, height: 900 });
        await openAll(space);
        if (name === 'entries') await space.waitForSelector('.entry .finding');
        expect(await space.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        for (const scheme of width === 320 ? ['light'] : ['light', 'dark']) {
          await space.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
          expect(await violationsOf(space)).toEqual([]);
          const path = join(SCREENS, `case-${name}-${language}-${scheme}-${width}.png`);
          await space.screenshot({ path, fullPage: true });
        }
      }
    }
    await clickByText(space, 'header button', '中文');
  });
});

describe('keyboard alone', () => {
  let session: Session;
  beforeAll(async () => {
    session = await launch();
  });
  afterAll(async () => {
    await session?.browser.close();
  });

  it('from a message to a locked case of its own, a corrected record, and its end', async () => {
    const space = await openSpace(session);
    const key = (name: KeyInput) => space.keyboard.press(name);
    const focused = () =>
      space.evaluate(() => {
        const at = document.activeElement as HTMLElement;
        const label = (at as HTMLInputElement).labels?.[0]?.innerText;
        return (label ?? at.innerText ?? '').trim();
      });
    /** Tab, as often as it takes, to what is named so. */
    const tabTo = async (name: string) => {
      for (let times = 0; times < 150; times++) {
        if ((await focused()).startsWith(name)) return;
        await key('Tab');
      }
      throw new Error(`no way to ${name}`);
    };
    await space.focus('#message');
    await space.keyboard.type(THREAT);
    await space.waitForSelector('#result .verdict');
    await tabTo('存入案件');
    await key('Enter');
    await sees(space, '建立案件并存入这条消息');
    await tabTo('用口令加密');
    await key('Space');
    await tabTo('口令');
    await space.keyboard.type('secret secret');
    await tabTo('再输一次');
    await space.keyboard.type('secret secret');
    expect(await violationsOf(space)).toEqual([]);
    await tabTo('建立案件并存入这条消息');
    await key('Enter');
    await sees(space, '已存入。');
    await tabTo('去看这个案件');
    await key('Enter');
    await space.waitForSelector('.entry');
    await tabTo('时间未知');
    await key('Enter');
    await space.waitForSelector('.entry .finding');
    await tabTo('更正或加备注');
    await key('Enter');
    await tabTo('备注');
    await space.keyboard.type('夜里收到');
    await tabTo('保存');
    await key('Enter');
    await sees(space, '更正过1次');
    await space.reload();
    await space.waitForSelector('input[type=password]');
    expect(await violationsOf(space)).toEqual([]);
    await tabTo('口令');
    await space.keyboard.type('secret secret');
    await key('Enter');
    await space.waitForSelector('.entry');
    await tabTo('信息、口令和删除');
    await key('Enter');
    await sees(space, '现在上锁');
    await tabTo('输入「删除」');
    await space.keyboard.type('删除');
    await key('Enter');
    await sees(space, '还没有案件');
    expect(await records(space)).toEqual([]);
    expect(await textOf(space, 'main')).not.toContain('夜里');
  });
});
