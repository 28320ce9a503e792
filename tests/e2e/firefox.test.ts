/** Popup and workspace in Firefox. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  askByShortcut,
  cardSays,
  type Firefox,
  pointAt,
  selectAt,
  startFirefox,
  until,
  workspaceSays,
} from './firefox-page';
import { openToolbarPopup, pressInPopup } from './firefox-popup';
import { clickByText, settled, textOf, typedText } from './popup-page';

const DISCLOSURE = '您的借款已逾期。今天不还，我们就把欠款告诉你父母和单位领导。';
const FOUND = /may cross a line[\s\S]*告诉你父母/;

let firefox: Firefox;

beforeAll(async () => {
  firefox = await startFirefox({
    '/plain': { body: `<p id="message">${DISCLOSURE}</p>` },
    '/chat': {
      body: `<textarea rows="9" cols="60">【云桥】您的账单已出，请按时还款。\n【云桥】${DISCLOSURE}\n【云桥】祝您生活愉快。</textarea>`,
    },
  });
});
afterAll(() => firefox?.stop());
afterEach(() => firefox.closePages());

const ownPage = async (path: string): Promise<Page> => {
  const page = await firefox.openOwnPage(path);
  await page.bringToFront();
  await page.waitForSelector('#message');
  return page;
};

describe('popup', () => {
  it('checks what is typed, and the draft survives', async () => {
    const popup = await ownPage('popup.html');
    await popup.type('#message', DISCLOSURE);
    await popup.waitForSelector('.verdict.found');
    await settled(popup);
    expect(await textOf(popup, '.findings')).toContain('may be against Civil Code');
    await popup.close();
    const again = await ownPage('popup.html');
    expect(await typedText(again)).toBe(DISCLOSURE);
    await again.waitForSelector('.verdict.found');
    await clickByText(again, 'button', 'Clear');
  });

  it('a language chosen on one page is followed by the others', async () => {
    const popup = await ownPage('popup.html');
    const workspace = await ownPage('workspace.html');
    for (const [label, tag] of [
      ['中文', 'zh-CN'],
      ['English', 'en'],
    ] as const) {
      await clickByText(workspace, 'header button', label);
      await popup.waitForFunction((lang) => document.documentElement.lang === lang, {}, tag);
    }
  });

  it('in the toolbar: its button checks what is selected on the page', async () => {
    const page = await firefox.open('/plain');
    await selectAt(firefox, page, '#message');
    await openToolbarPopup(firefox);
    await pressInPopup(firefox, 'Check the text selected on this page');
    await cardSays(page, FOUND);
  });
});

describe('workspace', () => {
  it('several messages from the clipboard become a list', async () => {
    const page = await firefox.open('/chat');
    await pointAt(firefox, page, 'textarea');
    await firefox.display.xdo('click', '1', 'key', 'ctrl+a', 'ctrl+c');
    const workspace = await ownPage('workspace.html');
    await pointAt(firefox, workspace, '#message');
    await firefox.display.xdo('click', '1', 'key', 'ctrl+v');
    await until(
      async () =>
        (await workspace.$$('.parts li .tag')).length === 3 && /3 of 3/.test(await textOf(workspace, '.progress')),
      'three messages',
    );
    expect(await workspace.$$eval('.parts li .tag', (tags) => tags.map(({ className }) => className.trim()))).toEqual([
      'tag',
      'tag violation',
      'tag',
    ]);
  });

  it('“Hide and erase” on one page closes the other too and leaves nothing', async () => {
    const workspace = await ownPage('workspace.html');
    await workspace.type('#message', DISCLOSURE);
    const popup = await ownPage('popup.html');
    await popup.type('#message', DISCLOSURE);
    await clickByText(popup, 'button', 'Hide and erase');
    const open = "[...gBrowser.tabs].some((tab) => tab.linkedBrowser.currentURI.schemeIs('moz-extension'))";
    await until(async () => (await firefox.inBrowser(open)) === false, 'both pages close');
    expect(await typedText(await ownPage('popup.html'))).toBe('');
  });

  it.each(['about:support', 'about:config'])('%s: opens and says why', async (url) => {
    const page = await firefox.browser.newPage();
    await firefox.goTo(page, url);
    await page.bringToFront();
    await askByShortcut(firefox);
    await workspaceSays(firefox, /lets no extension read or show anything on that page/);
  });
});
