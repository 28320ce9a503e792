/** The guide as a test opens it and looks at it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import type { Session } from '../../scripts/browser/launch';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Goes to a place by its address, as a link or a bookmark does. */
export async function goTo({ extension }: Session, page: Page, fragment: string, selector: string): Promise<void> {
  await page.goto(`chrome-extension://${extension.id}/workspace.html${fragment}`);
  await page.waitForSelector(selector);
}

/** Waits until the element with this id has the keyboard. */
export const focusOn = (page: Page, id: string): Promise<unknown> =>
  page.waitForFunction((name) => document.activeElement?.id === name, {}, id);

/** Whether an element begins in the window. */
export const isInView = (page: Page, id: string): Promise<boolean> =>
  page.evaluate((name) => {
    const { top } = (document.getElementById(name) as HTMLElement).getBoundingClientRect();
    return top >= 0 && top < innerHeight;
  }, id);

/** What axe finds wrong. The page's policy blocks script tags, so axe comes in through the debugger. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`);
  });
}
