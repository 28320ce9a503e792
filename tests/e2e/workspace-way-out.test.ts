/** Leaving at once, getting along without a mouse, and how the workspace looks: languages, schemes, widths. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import { enter, hideAndErase, openAll, SCREENS, settled, typedText } from './popup-page';
import { allChecked, openSpace, says, stored } from './workspace-page';

const DISCLOSURE = '您的借款已逾期。今天不还，我们就把欠款告诉你父母和单位领导。我们也可能依法提起诉讼。';
const SEVERAL = [
  `【小额速贷】${DISCLOSURE}`,
  '【云桥银行】您的信用卡已逾期15天，请尽快还款。',
  '【某区人民法院】你与云桥银行借款合同纠纷一案定于12月3日9时开庭，可拨12368核实。',
].join('\n');

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

const closed = (page: Page): Promise<unknown> => new Promise((done) => page.once('close', done));

describe('hide and erase', () => {
  let session: Session;
  let page: Page;
  beforeAll(async () => {
    session = await launch();
    page = await session.browser.newPage();
  });
  afterAll(async () => {
    await session?.browser.close();
  });

  it.each(['popup', 'workspace'])('pressed in the %s: every page closes and nothing is left', async (where) => {
    const spaces = [await openSpace(session), await openSpace(session)];
    for (const [at, space] of spaces.entries()) {
      await space.bringToFront();
      await enter(space, at ? SEVERAL : DISCLOSURE);
      await space.waitForSelector('.verdict');
    }
    const popup = await session.openPopup(page);
    await enter(popup, DISCLOSURE);
    await popup.waitForSelector('.verdict.found');
    expect(Object.keys(await stored(popup))).toHaveLength(3);
    const pressed = where === 'popup' ? popup : (spaces[1] as Page);
    const all = Promise.all([popup, ...spaces].map(closed));
    await pressed.bringToFront();
    await hideAndErase(pressed);
    await all;
    const after = await session.openPopup(page);
    expect(await typedText(after)).toBe('');
    expect(Object.keys(await stored(after)).filter((key) => key !== 'draft')).toEqual([]);
    expect(JSON.stringify(await stored(after))).not.toContain('欠款');
    await after.close();
  });
});

describe('without a mouse', () => {
  let session: Session;
  let space: Page;
  beforeAll(async () => {
    session = await launch();
    space = await openSpace(session);
  });
  afterAll(async () => {
    await session?.browser.close();
  });
  /** Presses Tab until an element is reached that says this. */
  const tabTo = async (words: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
    for (let presses = 0; presses < 60; presses++) {
      if (key === 'Shift+Tab') await space.keyboard.down('Shift');
      await space.keyboard.press('Tab');
      if (key === 'Shift+Tab') await space.keyboard.up('Shift');
      const said = await space.evaluate(() => {
        const active = document.activeElement as HTMLElement;
        return active.matches('button, summary, a') ? active.innerText : '';
      });
      if (said.includes(words)) return;
    }
    throw new Error(`no way by Tab to ${words}`);
  };
  const shown = (words: string): Promise<void> => says(space, 'main', words);

  it('types, chooses a message of several, takes them together and apart, and leads to the result', async () => {
    await space.waitForSelector('#message:focus');
    const cdp = await space.createCDPSession();
    await cdp.send('Input.insertText', { text: SEVERAL });
    await allChecked(space);
    await space.keyboard.down('Control');
    await space.keyboard.press('Enter');
    await space.keyboard.up('Control');
    await space.waitForSelector('#result:focus');
    await tabTo('某区人民法院');
    await space.keyboard.press('Enter');
    await space.waitForSelector('.verdict.verify');
    await tabTo('合起来检查', 'Shift+Tab');
    await space.keyboard.press('Space');
    await shown('如果这是 3 条消息');
    await space.waitForFunction(() => (document.activeElement as HTMLElement).innerText === '分开检查');
    await space.keyboard.press('Enter');
    await allChecked(space);
    await tabTo('选择文件', 'Shift+Tab');
    const chosen = space.waitForFileChooser();
    // A key takes another way into the page than the wish to be told of choosers, and might overtake it.
    await space.evaluate(() => {});
    await space.keyboard.press('Enter');
    await (await chosen).cancel();
    await tabTo('隐藏并清除', 'Shift+Tab');
    const gone = closed(space);
    // The page may be gone before the key is let go.
    await space.keyboard.press('Enter').catch(() => {});
    await gone;
  });
});

describe.each(['zh', 'en'] as const)('looks: %s', (name) => {
  let session: Session;
  let space: Page;
  beforeAll(async () => {
    session = await launch({ language: name === 'zh' ? 'zh-CN' : 'en-US' });
    space = await openSpace(session);
  });
  afterAll(async () => {
    await session?.browser.close();
  });

  it.each([
    ['empty', 1280],
    ['single', 1280],
    ['list', 1280],
    ['empty', 320],
    ['single', 320],
    ['list', 320],
  ] as const)('%s at %i px: nothing sticks out, no accessibility violation', async (content, width) => {
    await space.setViewport({ width, height: 900 });
    await enter(space, { empty: '', single: DISCLOSURE, list: SEVERAL }[content]);
    if (content === 'single') await settled(space);
    if (content === 'list') await allChecked(space);
    if (content !== 'empty') {
      await space.waitForSelector('.verdict.found');
      await openAll(space);
    }
    expect(await space.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    for (const scheme of ['light', 'dark']) {
      await space.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      expect(await violationsOf(space), scheme).toEqual([]);
      const path = join(SCREENS, `workspace-${content}-${width}-${name}-${scheme}.png`);
      await space.screenshot({ path, fullPage: width === 320 });
    }
  });
});
