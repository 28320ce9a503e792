/** The browser's own context menu, worked as a user works it: mouse and keyboard of a {@link Display}. */
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import type { Display, Point } from './display';
import type { Session } from './launch';

/** Our entry stands above the last one (“Inspect”). */
const TO_OURS = ['Up', 'Up', 'Return'] as const;
const ENTRY = 'check-selection';
const WAIT_MS = 10_000;
const LOOK_MS = 20;

interface Chrome {
  readonly contextMenus?: { update(id: string, changes: object): Promise<void> };
}

/** Waits until the extension has put its entry into the menu, which it does once it is installed. */
export async function menuReady({ browser, extension }: Session): Promise<void> {
  const target = await browser.waitForTarget(
    (each) => each.type() === 'service_worker' && each.url().includes(extension.id),
  );
  const worker = await target.worker();
  await until('the extension made no menu entry', async () =>
    worker?.evaluate(async (entry) => {
      const { chrome } = globalThis as unknown as { chrome?: Chrome };
      // A worker just started does not have it yet.
      if (!chrome?.contextMenus) return false;
      return chrome.contextMenus.update(entry, {}).then(
        () => true,
        () => false,
      );
    }, ENTRY),
  );
}

/** The middle of the first line of an element, in pixels of the screen. Frames around it are reckoned in. */
export async function onScreen(page: Page, selector: string, frame: Page | Frame = page): Promise<Point> {
  const element = (await frame.waitForSelector(selector)) as ElementHandle;
  await element.evaluate((each) => each.scrollIntoView({ block: 'center' }));
  const box = await element.boundingBox();
  if (!box) throw new Error(`${selector} is not to be seen`);
  const edge = await page.evaluate(() => ({
    x: screenX + outerWidth - innerWidth,
    y: screenY + outerHeight - innerHeight,
  }));
  return { x: edge.x + box.x + Math.min(box.width / 2, 60), y: edge.y + box.y + Math.min(box.height / 2, 14) };
}

/** Opens the context menu at a place and takes the extension's entry. */
export async function takeOurs(display: Display, at: Point): Promise<void> {
  await openMenu(display, at);
  await display.keys(...TO_OURS);
}

/** Opens the context menu and waits until it is there: a key that comes earlier would go to the page. */
async function openMenu(display: Display, at: Point): Promise<void> {
  const before = (await display.windows()).length;
  await display.click(at, { button: 'right' });
  await display.park();
  await until('no menu opened', async () => (await display.windows()).length > before);
}

async function until(complaint: string, holds: () => Promise<boolean | undefined>): Promise<void> {
  const end = Date.now() + WAIT_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(complaint);
    await new Promise((resume) => setTimeout(resume, LOOK_MS));
  }
}
