/** A desk with a screen, a mouse and a keyboard of its own, and the browser on it: nothing here is a synthetic event. */
import type { Frame, Page } from 'puppeteer-core';
import { type Display, startDisplay } from '../../scripts/browser/display';
import { launch, type Session } from '../../scripts/browser/launch';
import { menuReady, onScreen, takeOurs } from '../../scripts/browser/menu';

export const SHORTCUT = 'alt+shift+k';

export interface Workspace {
  readonly text: string;
  /** What it says about why it opened; empty where it says nothing. */
  readonly reason: string;
}

export interface Desk {
  readonly display: Display;
  readonly session: Session;
  readonly page: Page;
  /** Selects a paragraph by a triple click, right-clicks it and takes our entry of the menu. */
  checkByMenu(selector: string, frame?: Frame): Promise<void>;
  /** Selects a paragraph by a triple click. */
  pick(selector: string, frame?: Frame): Promise<void>;
  /** Workspace tabs now open. */
  workspaces(): Promise<readonly Page[]>;
  /** Waits for one workspace tab, reads it and closes it; fails where there are more. */
  takeWorkspace(): Promise<Workspace>;
  close(): Promise<void>;
}

export async function openDesk(): Promise<Desk> {
  const display = await startDisplay();
  try {
    const session = await launch({ display });
    await menuReady(session);
    const [page] = await session.browser.pages();
    return createDesk(display, session, page as Page);
  } catch (error) {
    await display.stop();
    throw error;
  }
}

function createDesk(display: Display, session: Session, page: Page): Desk {
  const isWorkspace = (url: string) => url.startsWith(`chrome-extension://${session.extension.id}/workspace.html`);
  const workspaces = async () => (await session.browser.pages()).filter((each) => isWorkspace(each.url()));
  const pick = async (selector: string, frame?: Frame) => {
    await display.click(await onScreen(page, selector, frame), { times: 3 });
  };
  return {
    display,
    session,
    page,
    pick,
    async checkByMenu(selector, frame) {
      await pick(selector, frame);
      await takeOurs(display, await onScreen(page, selector, frame));
    },
    workspaces,
    async takeWorkspace() {
      const target = await session.browser.waitForTarget((each) => isWorkspace(each.url()), { timeout: 15_000 });
      const workspace = (await target.page()) as Page;
      await workspace.waitForSelector('#message');
      const open = (await workspaces()).length;
      if (open !== 1) throw new Error(`${open} workspace tabs are open`);
      const seen = await workspace.evaluate(() => ({
        text: document.querySelector<HTMLTextAreaElement>('#message')?.value ?? '',
        reason: document.querySelector<HTMLElement>('[role=note]')?.innerText ?? '',
      }));
      await workspace.close();
      await page.bringToFront();
      return seen;
    },
    async close() {
      await session.browser.close();
      await display.stop();
    },
  };
}

/** Cards now on the page, wherever they hang. */
export async function countCards(page: Page): Promise<number> {
  const cdp = await page.createCDPSession();
  const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
  await cdp.detach();
  let count = 0;
  JSON.stringify(root, (_key, node) => {
    if (node?.nodeName === 'BODY' && node.attributes?.includes('card')) count++;
    return node;
  });
  return count;
}
