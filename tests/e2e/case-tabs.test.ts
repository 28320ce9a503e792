/** A case in two tabs, words that are not saved yet, and locking by keyboard, in a real Chromium. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import { begin, check, field, fill, goTo, openEntry, press, sees, THREAT } from './case-space';
import { hideAndErase } from './popup-page';
import { openSpace } from './workspace-page';

const PASSPHRASE = '天黑了也不怕 2026';

let session: Session;
let space: Page;
let id: string;
/** How often the browser asked before it left the page. */
let asked = 0;

const typeInto = async (label: string, words: string) => {
  // The page must be used as a person does: otherwise the browser never asks.
  await ((await field(space, label)) as ElementHandle<HTMLElement>).click();
  await space.keyboard.type(words);
};
/** Presses a button as somebody without a mouse does. */
const enterOn = async (label: string) => {
  await space.evaluate((words) => {
    [...document.querySelectorAll('button')].find((one) => one.innerText === words)?.focus();
  }, label);
  await space.keyboard.press('Enter');
};
const inPassphrase = () =>
  space.waitForFunction(() => (document.activeElement as HTMLInputElement | null)?.type === 'password');

beforeAll(async () => {
  session = await launch();
  ({ space, id } = await begin(session));
});
afterAll(async () => {
  await session?.browser.close();
});

it('what one tab saves the other shows', async () => {
  const other = await openSpace(session);
  await check(other, `${THREAT}第二条。`);
  await press(other, '存入案件');
  await press(other, '案件甲');
  await sees(other, '已存入。');
  await other.waitForFunction(() => document.activeElement?.textContent === '存入案件');
  await other.close();
  await space.bringToFront();
  await sees(space, '显示2条，共2条');
});

it('a note that is being typed outlives a look elsewhere; leaving the page asks, hiding everything does not', async () => {
  await space.bringToFront();
  await openEntry(space);
  await press(space, '更正或加备注', '.entry button');
  await space.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  await typeInto('备注', '没写完');
  await goTo(space, 'cases', id, 'timeline');
  await space.waitForSelector('.chart');
  await goTo(space, 'cases', id, 'entries');
  await space.waitForFunction(() =>
    [...document.querySelectorAll('textarea')].some((box) => box.value === '没写完' && box.checkVisibility()),
  );
  space.on('dialog', (dialog) => {
    asked++;
    void dialog.accept();
  });
  await space.reload();
  expect(asked).toBe(1);
  await goTo(space, 'cases', id, 'settings');
  await typeInto('备注', '案情');
  const closed = new Promise((done) => space.once('close', done));
  await hideAndErase(await openSpace(session));
  await closed;
  expect(asked).toBe(1);
});

it('encrypted, locked and opened by keyboard: each is said, and the keyboard is never lost', async () => {
  space = await openSpace(session);
  await goTo(space, 'cases', id, 'settings');
  await fill(space, '口令', PASSPHRASE);
  await fill(space, '再输一次', PASSPHRASE);
  await enterOn('用口令加密');
  await sees(space, '案件已用口令加密');
  await space.waitForFunction(() => document.activeElement?.textContent === '案件甲');
  await typeInto('备注', '没保存');
  await enterOn('现在上锁');
  await sees(space, '案件已上锁');
  await sees(space, '上锁时还没保存的文字');
  await inPassphrase();
  await space.keyboard.type('wrong wrong');
  await enterOn('打开');
  await sees(space, '口令不对');
  await inPassphrase();
  await space.keyboard.type(PASSPHRASE);
  await space.keyboard.press('Enter');
  await sees(space, '现在上锁');
  expect(await (await field(space, '备注')).evaluate((box) => (box as HTMLTextAreaElement).value)).toBe('');
});
