/** Firefox shows the card as Chromium does: native menu, real shortcut, hostile pages, frames and fields. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  askByMenu,
  askByShortcut,
  cardGone,
  cardOf,
  cardSays,
  type Firefox,
  pointAt,
  selectAt,
  startFirefox,
  workspaceSays,
} from './firefox-page';

const DISCLOSURE = '您的借款已逾期。今天不还，我们就把欠款告诉你父母和单位领导。';
const FOUND = /may cross a line[\s\S]*告诉你父母/;
const PARAGRAPH = `<p id="message">${DISCLOSURE}</p>`;

let firefox: Firefox;

beforeAll(async () => {
  firefox = await startFirefox({
    '/plain': { body: `<button>page</button>${PARAGRAPH}` },
    '/hostile': {
      body: PARAGRAPH,
      policy: "default-src 'none'; style-src 'none'; frame-src 'none'; require-trusted-types-for 'script'",
    },
    '/field': { body: `<textarea rows="3" cols="60">${DISCLOSURE}</textarea><input size="60" value="${DISCLOSURE}">` },
    '/frames': {
      body: `<iframe id="same" src="/plain"></iframe><iframe id="other" src="http://localhost:PORT/plain"></iframe>${PARAGRAPH}`,
    },
    '/shadow': { body: `<div><template shadowrootmode="open">${PARAGRAPH}</template></div>` },
  });
});
afterAll(() => firefox?.stop());
afterEach(() => firefox.closePages());

describe('on a page', () => {
  it.each(['/plain', '/hostile'])(
    '%s: the menu of the right mouse button shows the verdict beside the text',
    async (path) => {
      const page = await firefox.open(path);
      await selectAt(firefox, page, '#message');
      expect(await askByMenu(firefox, page, '#message')).toBe('Check selected text with DunCheck');
      await cardSays(page, FOUND);
      const card = await cardOf(page);
      const bottom = await page.$eval('#message', (element) => element.getBoundingClientRect().bottom);
      const edge = await card?.evaluate(() => frameElement?.getBoundingClientRect().toJSON());
      expect(edge.top).toBeGreaterThanOrEqual(bottom);
      expect(edge.height).toBeGreaterThan(300);
      // Its own rules apply, whatever the page forbids.
      expect(await card?.$eval('.card-bar', (bar) => getComputedStyle(bar).display)).toBe('flex');
      // And the page sees no frame.
      expect(await page.evaluate(() => [frames.length, document.querySelectorAll('iframe, dialog').length])).toEqual([
        0, 0,
      ]);
    },
  );

  it('the shortcut opens it, the shortcut or Escape closes it, and the selection is still there', async () => {
    const page = await firefox.open('/plain');
    await selectAt(firefox, page, '#message');
    for (const key of ['alt+shift+k', 'Escape']) {
      await askByShortcut(firefox);
      await cardSays(page, FOUND);
      await firefox.display.xdo('key', key);
      await cardGone(page);
      expect(await page.evaluate(() => [document.activeElement?.tagName, getSelection()?.toString().trim()])).toEqual([
        'BODY',
        DISCLOSURE,
      ]);
    }
  });

  it('nothing selected: says so', async () => {
    const page = await firefox.open('/plain');
    await pointAt(firefox, page, '#message');
    await askByShortcut(firefox);
    await cardSays(page, /No text is selected/);
  });

  it.each(['textarea', 'input'])(
    'a %s: checks what is selected in it, and gives the keyboard back to it',
    async (field) => {
      const page = await firefox.open('/field');
      await selectAt(firefox, page, field);
      await askByShortcut(firefox);
      await cardSays(page, FOUND);
      await firefox.display.xdo('key', 'Escape');
      await cardGone(page);
      const { tag, selected } = await page.evaluate(() => {
        const { tagName, value, selectionStart, selectionEnd } = document.activeElement as HTMLTextAreaElement;
        return { tag: tagName, selected: value.slice(selectionStart, selectionEnd) };
      });
      expect([tag.toLowerCase(), selected]).toEqual([field, DISCLOSURE]);
    },
  );

  it('an open shadow tree', async () => {
    const page = await firefox.open('/shadow');
    await selectAt(firefox, page, 'div');
    await askByShortcut(firefox);
    await cardSays(page, FOUND);
  });

  it('stays when the page throws it away once', async () => {
    const page = await firefox.open('/plain');
    await selectAt(firefox, page, '#message');
    await askByShortcut(firefox);
    await cardSays(page, FOUND);
    await page.evaluate(() => document.documentElement.lastElementChild?.remove());
    await cardSays(page, FOUND);
  });
});

describe('in a frame', () => {
  it('of the same site: the card stands in the page around it', async () => {
    const page = await firefox.open('/frames');
    const frame = await (await page.$('#same'))?.contentFrame();
    if (!frame) throw new Error('no frame');
    await selectAt(firefox, frame, '#message');
    await askByMenu(firefox, frame, '#message');
    await cardSays(page, FOUND);
    expect((await cardOf(page))?.parentFrame()).toBe(page.mainFrame());
  });

  it('of another site: what the browser hands over opens in the workspace', async () => {
    const page = await firefox.open('/frames');
    const frame = await (await page.$('#other'))?.contentFrame();
    if (!frame) throw new Error('no frame');
    await selectAt(firefox, frame, '#message');
    await askByMenu(firefox, frame, '#message');
    await workspaceSays(firefox, /had to hand over the text[\s\S]*may cross a line/);
  });

  it('beside them, the page itself', async () => {
    const page = await firefox.open('/frames');
    await selectAt(firefox, page, '#message');
    await askByShortcut(firefox);
    await cardSays(page, FOUND);
  });
});
