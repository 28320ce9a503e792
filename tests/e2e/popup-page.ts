import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { ROOT } from '../../scripts/knowledge/read';

export const SCREENS = join(ROOT, '.output/screens');
mkdirSync(SCREENS, { recursive: true });

/** An editing command as its shortcut gives it. */
async function command(page: Page, key: 'KeyA' | 'KeyC' | 'KeyV', name: 'SelectAll' | 'Copy' | 'Paste'): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(key, { commands: [name] });
  await page.keyboard.up('Control');
}

export const selectAll = (page: Page): Promise<void> => command(page, 'KeyA', 'SelectAll');
export const paste = (page: Page): Promise<void> => command(page, 'KeyV', 'Paste');

/** Unfolds everything. */
export async function openAll(popup: Page): Promise<void> {
  await popup.$$eval('details', (all) => {
    for (const details of all) details.open = true;
  });
}

/** Waits until the learned reader has had its say. */
export async function settled(popup: Page): Promise<void> {
  await popup.waitForSelector('#result[aria-busy="false"]');
}

/** Puts a text on the real clipboard by copying it on an ordinary page. A popup closes when another page is used. */
export async function copyOn(page: Page, text: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate((value) => {
    const box = document.body.appendChild(document.createElement('textarea'));
    box.value = value;
    box.select();
  }, text);
  await command(page, 'KeyC', 'Copy');
  await page.evaluate(() => document.querySelector('textarea')?.remove());
}

/** Replaces the text in one step, as an input method or a paste does. */
export async function enter(popup: Page, text: string): Promise<void> {
  await popup.focus('#message');
  await selectAll(popup);
  const session = await popup.createCDPSession();
  if (text) await session.send('Input.insertText', { text });
  else await popup.keyboard.press('Backspace');
  await session.detach();
}

export const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => (element as HTMLElement).innerText);

export const typedText = (page: Page): Promise<string> =>
  page.$eval('#message', (element) => (element as HTMLTextAreaElement).value);

/** Marked passages of the message, in order. */
export const marksOf = (page: Page): Promise<string[]> =>
  page.$$eval('.message .mark', (marks) => marks.map((mark) => mark.textContent ?? ''));

/** A press that closes its own page: the page may be gone before the browser has answered. */
export async function lastPress(press: Promise<void>): Promise<void> {
  await press.catch((error: Error) => {
    if (error.name !== 'TargetCloseError') throw error;
  });
}

export const hideAndErase = (page: Page): Promise<void> => lastPress(clickByText(page, 'header button', '隐藏并清除'));

/** Clicks as soon as the words stand there: a page that has just been told to change may not have changed yet. */
export async function clickByText(page: Page, selector: string, text: string): Promise<void> {
  const found = await page
    .waitForFunction(
      (css, label) =>
        [...document.querySelectorAll<HTMLElement>(css)].find((element) => element.innerText.includes(label)),
      { timeout: 5000 },
      selector,
      text,
    )
    .catch(() => {
      throw new Error(`no ${selector} says ${text}`);
    });
  await (found.asElement() as ElementHandle<HTMLElement>).click();
}
