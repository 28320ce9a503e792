/** The import view as a test uses it: real files chosen, the page's own words read. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Session } from '../../scripts/browser/launch';
import { type Generated, generateBackup } from '../import/generate';

/** The machine may be busy with other browsers. */
export const PATIENCE_MS = 150_000;

const folder = mkdtempSync(join(tmpdir(), 'duncheck-inbox-'));

/** Writes a backup of invented messages. */
export async function backupOf(count: number): Promise<Generated & { readonly path: string }> {
  const path = join(folder, `${count}.xml`);
  return { path, ...(await generateBackup(path, count)) };
}

export async function openInbox({ browser, extension }: Session): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.setViewport({ width: 1280, height: 1000 });
  await page.goto(`chrome-extension://${extension.id}/workspace.html#/inbox`);
  await page.waitForSelector('#inbox-file');
  return page;
}

/** Gives files to the picker, as the browser's own dialog does. */
export async function importFiles(page: Page, ...paths: string[]): Promise<void> {
  const input = await page.$('input#inbox-file');
  await input?.uploadFile(...paths);
}

/** Waits until the page says this, or this is gone. */
export const pageSays = (page: Page, words: string | RegExp, isThere = true): Promise<unknown> =>
  page.waitForFunction(
    (source, wanted) => new RegExp(source).test(document.querySelector('main')?.innerText ?? '') === wanted,
    { polling: 50 },
    typeof words === 'string' ? words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : words.source,
    isThere,
  );

/** Waits until nothing is being done any more. */
export async function workDone(page: Page): Promise<void> {
  await page.waitForSelector('.inbox-progress', { hidden: true });
}

export const mainText = (page: Page): Promise<string> => page.$eval('main', (main) => (main as HTMLElement).innerText);

/** Presses the first button whose label begins like this. */
export async function press(page: Page, label: string, within = 'main'): Promise<void> {
  const button = await page.waitForFunction(
    (css, words) =>
      [...document.querySelectorAll<HTMLElement>(`${css} button, ${css} summary, ${css} label.tick`)].find(
        (each) =>
          each.innerText.trim().startsWith(words) &&
          !(each as HTMLButtonElement).disabled &&
          each.ariaDisabled !== 'true',
      ),
    {},
    within,
    label,
  );
  await (button.asElement() as Awaited<ReturnType<Page['$']>>)?.evaluate((each) => (each as HTMLElement).click());
}

/** The number in 「共 … 条」 above the list, once it is what is expected. */
export const listCounts = (page: Page, count: number): Promise<unknown> => pageSays(page, `共 ${count} 条`);

/** Chooses in the select, or fills the box, of the filter with this label. */
export async function setFilter(page: Page, label: string, value: string): Promise<void> {
  await page.evaluate(
    (words, given) => {
      const labels = [...document.querySelectorAll<HTMLElement>('.filters label')];
      const field = labels
        .find((each) => each.innerText.startsWith(words))
        ?.querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
      if (!field) throw new Error(`no filter ${words}`);
      field.value = given;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    label,
    value,
  );
}

/** Begins a case in the form that is open and waits for what is said of the saving. */
export async function saveToNewCase(page: Page, title: string): Promise<void> {
  await page.waitForSelector('.choose-case form input[type=text]');
  // The name that is proposed gives way to this one.
  await page.click('.choose-case form input[type=text]', { count: 3 });
  await page.type('.choose-case form input[type=text]', title);
  await press(page, '建立', '.choose-case');
}
