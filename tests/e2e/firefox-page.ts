/** A Firefox on an invisible display, asked for a check by real mouse and keyboard, and its card as a test sees it. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'puppeteer-core';
import { type Display, startDisplay } from '../../scripts/browser/display';
import { type FirefoxSession, launchFirefox } from '../../scripts/browser/launch-firefox';

export interface Firefox extends FirefoxSession {
  readonly display: Display;
  /** Opens one of {@link startFirefox}'s pages in a new tab in front. */
  open(path: string): Promise<Page>;
  /** Closes every tab but the one that Firefox began with. */
  closePages(): Promise<void>;
  stop(): Promise<void>;
}

/** What is served: the body of each path, and its policy. */
export type Served = Readonly<Record<string, { readonly body: string; readonly policy?: string }>>;

export async function startFirefox(pages: Served): Promise<Firefox> {
  const server: Server = createServer(({ url }, response) => {
    const { body, policy } = pages[url ?? ''] ?? { body: '' };
    if (policy) response.setHeader('content-security-policy', policy);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="zh"><title>page</title><body>${body.replaceAll('PORT', String(port()))}`);
  });
  const port = () => (server.address() as AddressInfo).port;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const display = await startDisplay();
  const session = await launchFirefox(display.env.DISPLAY);
  return {
    ...session,
    display,
    async open(path) {
      const page = await session.browser.newPage();
      await page.goto(`http://127.0.0.1:${port()}${path}`);
      await page.bringToFront();
      return page;
    },
    async closePages() {
      // What an extension closed stays in Puppeteer's list.
      await session.inBrowser('gBrowser.removeTabs(gBrowser.tabs.slice(1), { animate: false })');
    },
    async stop() {
      await session.browser.close();
      await display.stop();
      server.close();
    },
  };
}

/** Waits until `ask` answers with something, and returns it. */
export async function until<T>(ask: () => Promise<T | undefined | false>, what: string, timeout = 20_000): Promise<T> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

/** Moves the real mouse onto an element; keys go to the window under it. */
export async function pointAt({ display }: Firefox, target: Page | Frame, selector: string): Promise<void> {
  const { x, y } = await target.$eval(selector, (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const { mozInnerScreenX, mozInnerScreenY } = window as unknown as Record<string, number>;
    return {
      x: Math.round((mozInnerScreenX ?? 0) + left + Math.min(width / 2, 60)),
      y: Math.round((mozInnerScreenY ?? 0) + top + Math.min(height / 2, 14)),
    };
  });
  await display.xdo('mousemove', String(x), String(y));
}

/** Selects the paragraph or the field's text with the real mouse. */
export async function selectAt(firefox: Firefox, target: Page | Frame, selector: string): Promise<void> {
  await pointAt(firefox, target, selector);
  await firefox.display.xdo('click', '--repeat', '3', '--delay', '40', '1');
  await until(
    () => target.evaluate(() => getSelection()?.toString() !== '' || document.activeElement !== document.body),
    'a selection',
  );
}

/** Right click on what is selected, and the extension's item, which is the last one of the menu. */
export async function askByMenu(firefox: Firefox, target: Page | Frame, selector: string): Promise<string> {
  const { display, inBrowser } = firefox;
  const menu = "document.getElementById('contentAreaContextMenu')";
  await pointAt(firefox, target, selector);
  const label = await until(async () => {
    await display.xdo('click', '3');
    await until(async () => (await inBrowser(`${menu}.state`)) === 'open', 'the menu');
    const last = await inBrowser(`[...${menu}.children].filter((item) => !item.hidden).at(-1).label`);
    if (/DunCheck/.test(String(last))) return last;
    // Right after the installation the item is not there yet.
    await display.xdo('key', 'Escape');
    await until(async () => (await inBrowser(`${menu}.state`)) === 'closed', 'the menu closes');
    return undefined;
  }, "the extension's item");
  // A mouse over the menu would choose another item.
  await display.xdo('mousemove', '1270', '890', 'key', 'Up', 'Return');
  return String(label);
}

export const askByShortcut = ({ display }: Firefox): Promise<void> => display.xdo('key', 'alt+shift+k');

/** The document in the card; a page of its own cannot reach it, the debugger can. */
export async function cardOf(page: Page): Promise<Frame | undefined> {
  for (const frame of page.frames()) {
    if (await isCard(frame)) return frame;
  }
  return undefined;
}

async function isCard(frame: Frame): Promise<boolean> {
  try {
    return await frame.evaluate(() => document.body?.className === 'card');
  } catch {
    // Gone by now.
    return false;
  }
}

/** Waits until the card says something and nothing in it is still being checked. */
export function cardSays(page: Page, words: RegExp): Promise<string> {
  return until(async () => {
    const card = await cardOf(page);
    const text = await card?.evaluate(() => (document.querySelector('.busy') ? '' : document.body.innerText));
    return text && words.test(text) && text;
  }, `the card says ${words}`);
}

export const cardGone = (page: Page): Promise<boolean> => until(async () => !(await cardOf(page)), 'the card closes');

/** The workspace that opened last, as soon as it says something. */
export function workspaceSays({ browser }: Firefox, words: RegExp): Promise<Page> {
  return until(async () => {
    for (const page of (await browser.pages()).reverse()) {
      // Puppeteer does not hear of the addresses of extensions.
      const text = await page
        .evaluate(() => (location.pathname === '/workspace.html' ? document.body.innerText : ''))
        .catch(() => '');
      if (words.test(text)) return page;
    }
    return undefined;
  }, `a workspace says ${words}`);
}
