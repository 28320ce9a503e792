/** The workspace as a test opens it and fills it: by the popup, by its address, with real files dropped or chosen. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Session } from '../../scripts/browser/launch';
import { clickByText, lastPress } from './popup-page';

const WAIT_MS = 20_000;

/** Opens the workspace by its address; with what another part of the extension handed over, if given. */
export async function openSpace({ browser, extension }: Session, query = ''): Promise<Page> {
  const space = await browser.newPage();
  space.setDefaultTimeout(WAIT_MS);
  await space.setViewport({ width: 1280, height: 900 });
  await space.goto(`chrome-extension://${extension.id}/workspace.html${query}`);
  await space.waitForSelector('#message');
  return space;
}

/** Presses 「在工作台打开」 in the popup and waits for the tab that opens. */
export async function openByPopup({ browser }: Session, popup: Page, label = '在工作台打开'): Promise<Page> {
  const known = new Set(browser.targets());
  const opened = browser.waitForTarget((target) => !known.has(target) && target.url().includes('/workspace.html'));
  await lastPress(clickByText(popup, 'button', label));
  const space = await (await opened).asPage();
  space.setDefaultTimeout(WAIT_MS);
  await space.setViewport({ width: 1280, height: 900 });
  await space.waitForSelector('#message');
  return space;
}

/** Everything in the extension's session storage. */
export const stored = (inExtension: Page): Promise<Record<string, string>> =>
  inExtension.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: { storage: { session: { get(): Promise<never> } } } };
    return chrome.storage.session.get();
  });

/** Leaves a text for a workspace tab, as the rest of the extension does; the answer is that tab's query. */
export async function leaveFor(inExtension: Page, id: string, content: object): Promise<string> {
  await inExtension.evaluate(
    (key, text) => {
      const { chrome } = globalThis as unknown as { chrome: { storage: { session: { set(all: object): unknown } } } };
      return chrome.storage.session.set({ [key]: text });
    },
    `workspace:${id}`,
    JSON.stringify(content),
  );
  return `?tab=${id}`;
}

/** Removes everything else from the extension's session storage. */
export const keepOnly = (inExtension: Page, kept: string): Promise<void> =>
  inExtension.evaluate(async (key) => {
    const { chrome } = globalThis as unknown as {
      chrome: { storage: { session: { get(): Promise<object>; remove(keys: string[]): Promise<void> } } };
    };
    const { session } = chrome.storage;
    await session.remove(Object.keys(await session.get()).filter((each) => each !== key));
  }, kept);

const folder = mkdtempSync(join(tmpdir(), 'duncheck-files-'));

/** Writes a real file and returns its path. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Drops files on the middle of an element, as a drag from a file manager does. */
export async function drop(space: Page, selector: string, files: readonly string[], isLetGo = true): Promise<void> {
  const { x, y } = await space.$eval(selector, (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  const cdp = await space.createCDPSession();
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  const send = (type: 'dragEnter' | 'dragOver' | 'drop') => cdp.send('Input.dispatchDragEvent', { type, x, y, data });
  // A busy page may miss the first: a hand would move on.
  for (let tries = 0; tries < 5; tries++) {
    await send('dragEnter');
    await send('dragOver');
    if (await space.waitForSelector('.drop.over', { timeout: 5000 }).catch(() => null)) break;
  }
  // The page has moved under the pointer, which rests: a hand would send this again and again.
  await send('dragOver');
  if (isLetGo) await send('drop');
  await cdp.detach();
}

/** Presses the button for files and answers the browser's own dialog. */
export async function choose(space: Page, files: readonly string[]): Promise<void> {
  const [chooser] = await Promise.all([space.waitForFileChooser(), clickByText(space, '.drop button', '选择文件')]);
  await chooser.accept([...files]);
}

/** Waits until an element says something. */
export async function says(space: Page, selector: string, words: string): Promise<void> {
  await space.waitForFunction(
    (css, text) => [...document.querySelectorAll<HTMLElement>(css)].some(({ innerText }) => innerText.includes(text)),
    {},
    selector,
    words,
  );
}

/** The messages of the list: verdict, sender and beginning of each. */
export const listed = (space: Page): Promise<string[]> =>
  space.$$eval('.part', (parts) => parts.map((part) => (part as HTMLElement).innerText.replace(/\s+/g, ' ').trim()));

/** Waits until every listed message is checked. */
export const allChecked = (space: Page, timeout = 50_000): Promise<unknown> =>
  space.waitForFunction(() => document.querySelector('.part') && !document.querySelector('progress'), { timeout });
