/** The case view as a person uses it: saving, opening, and the ways between its parts. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { Session } from '../../scripts/browser/launch';
import { clickByText, enter, settled } from './popup-page';
import { openSpace } from './workspace-page';

export const THREAT = '再不还钱，我们就把欠款告诉你父母和单位领导。联系人王小明13912345678也会收到。';

/** Goes to a place by its address, as a link does. */
export async function goTo(space: Page, ...path: string[]): Promise<void> {
  await space.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `#/${path.join('/')}`,
  );
}

/** Waits for words anywhere in the page. */
export const sees = (space: Page, words: string): Promise<unknown> =>
  space.waitForFunction((text) => document.body.innerText.includes(text), {}, words);

/** Waits until something can be pressed, then presses it. */
export async function press(space: Page, label: string, selector = 'button'): Promise<void> {
  await space.waitForFunction(
    (css, text) =>
      [...document.querySelectorAll<HTMLButtonElement>(css)].some(
        (one) => one.innerText.includes(text) && !one.disabled && one.ariaDisabled !== 'true',
      ),
    {},
    selector,
    label,
  );
  await clickByText(space, selector, label);
}

/** The field whose label begins with these words. */
export async function field(space: Page, label: string) {
  const handle = await space.waitForFunction(
    (text) => {
      const found = [...document.querySelectorAll('label')].find(
        (one) => one.innerText.trim().startsWith(text) && one.checkVisibility(),
      );
      return found?.control;
    },
    {},
    label,
  );
  return handle.asElement() as NonNullable<ReturnType<typeof handle.asElement>>;
}

/** Puts a value into a field in one step, as a paste or a picker does. */
export async function fill(space: Page, label: string, value: string): Promise<void> {
  await (await field(space, label)).evaluate((element, text) => {
    const input = element as HTMLInputElement;
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, value);
}

export async function tick(space: Page, label: string): Promise<void> {
  await (await field(space, label)).evaluate((element) => (element as HTMLInputElement).click());
}

/** Checks a message with its time and sender. */
export async function check(space: Page, text: string, sender = '10690000123456', day = '2026-03-01', time = '22:30') {
  await goTo(space, 'check');
  await space.waitForSelector('#message');
  await enter(space, text);
  await space.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) (details as HTMLDetailsElement).open = true;
  });
  await fill(space, '收到的日期', day);
  await fill(space, '收到的时间', time);
  await fill(space, '对方号码或名称', sender);
  await space.waitForSelector('#result .verdict');
  await settled(space);
}

/** Saves what is checked into a case of its own and goes there; the answer is its id. */
export async function saveToNewCase(space: Page, title: string, passphrase?: string): Promise<string> {
  await press(space, '存入案件');
  await fill(space, '名称', title);
  if (passphrase) {
    await tick(space, '用口令加密');
    await fill(space, '口令', passphrase);
    await fill(space, '再输一次', passphrase);
  }
  await press(space, '建立案件并存入这条消息');
  await sees(space, '已存入。');
  await press(space, '去看这个案件', 'a');
  await sees(space, title);
  await space.waitForSelector('.entry');
  return (await space.evaluate(() => location.hash)).split('/')[2] as string;
}

/** A workspace with one message saved in a case. */
export async function begin(session: Session, title = '案件甲', passphrase?: string) {
  const space = await openSpace(session);
  await check(space, THREAT);
  return { space, id: await saveToNewCase(space, title, passphrase) };
}

/** Opens the first entry's line and waits for what it holds. */
export async function openEntry(space: Page): Promise<void> {
  await space.waitForSelector('.entry summary');
  await space.$eval('.entry details', (details) => {
    (details as HTMLDetailsElement).open = true;
  });
  // Everything of the entry is read once it may be corrected.
  await space.waitForFunction(
    () => document.querySelector<HTMLButtonElement>('.entry > details > .actions button')?.disabled === false,
  );
}

/** Every record in the store, as text, however it is kept. */
export const records = (space: Page): Promise<string[]> =>
  space.evaluate(async () => {
    const open = indexedDB.open('cases');
    const database = await new Promise<IDBDatabase>((done, failed) => {
      open.onsuccess = () => done(open.result);
      open.onerror = () => failed(open.error);
    });
    const all: string[] = [];
    for (const name of database.objectStoreNames) {
      const request = database.transaction(name).objectStore(name).getAll();
      const found = await new Promise<unknown[]>((done) => {
        request.onsuccess = () => done(request.result);
      });
      for (const record of found) {
        const { bytes } = record as { bytes?: Uint8Array };
        all.push(`${name} ${JSON.stringify(record)} ${bytes ? new TextDecoder().decode(bytes) : ''}`);
      }
    }
    database.close();
    return all;
  });

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));
