/** How the card and the page under it look, to a user and to a screen reader. */
import type { Page } from 'puppeteer-core';
import { inCard } from './card-page';

export interface Selected {
  /** What the mouse goes over: one paragraph by three clicks, several by dragging. */
  readonly from: string;
  readonly to?: string;
}

/** Selects as a hand does it. */
export async function selectByMouse(page: Page, { from, to = from }: Selected): Promise<void> {
  const edges = await page.evaluate(
    (first, last) => {
      const within = (css: string) => {
        const element = document.querySelector(css) as HTMLElement;
        const range = document.createRange();
        range.selectNodeContents(element);
        return [...range.getClientRects()].map((rect) => rect.toJSON() as DOMRect);
      };
      document.querySelector(first)?.scrollIntoView({ block: 'center' });
      return { start: within(first)[0] as DOMRect, end: within(last).at(-1) as DOMRect };
    },
    from,
    to,
  );
  const { start, end } = edges;
  if (to !== from) {
    await page.mouse.move(start.left + 1, start.top + start.height / 2);
    await page.mouse.down();
    await page.mouse.move(end.right, end.top + end.height / 2, { steps: 6 });
    await page.mouse.up();
  } else {
    await page.mouse.click(start.left + 20, start.top + start.height / 2, { count: 3 });
  }
}

/** Where everything of the page stands and how far it is scrolled. */
export const layoutOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const places = [...document.body.querySelectorAll('*')].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return `${element.tagName} ${[left, top, width, height, element.scrollTop].join(' ')}`;
    });
    return [scrollX, scrollY, scrollWidth, scrollHeight, ...places].join('\n');
  });

export const selectionOf = (page: Page) =>
  page.evaluate(() => {
    const selection = getSelection() as Selection;
    return { text: selection.toString(), place: selection.getRangeAt(0).getBoundingClientRect().toJSON() as DOMRect };
  });

/** Edges and colours of the card as they are on the screen. */
export const looksOf = (page: Page) =>
  inCard(page, function () {
    const frame = this.ownerDocument.defaultView?.frameElement as HTMLElement;
    const { left, top, right, bottom } = (frame.parentElement as HTMLElement).getBoundingClientRect();
    const { backgroundColor, color, fontSize } = getComputedStyle(this);
    const light = (value: string) =>
      (value.match(/[\d.]+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + +part, 0) / 765;
    const small = [...this.querySelectorAll<HTMLElement>('*')]
      .filter(
        (each) =>
          each.checkVisibility() &&
          [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
      )
      .map((each) => Number.parseFloat(getComputedStyle(each).fontSize));
    return {
      left,
      top,
      right,
      bottom,
      back: light(backgroundColor),
      front: light(color),
      size: Number.parseFloat(fontSize),
      smallest: Math.min(...small),
      wide: this.scrollWidth - this.clientWidth,
    };
  });

/** What a screen reader is told about the card, its frame included: `role: name`. */
export async function spokenOf(page: Page): Promise<{ page: string[]; card: string[] }> {
  const cdp = await page.createCDPSession();
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const read = async (frameId: string) => {
    const { nodes } = await cdp.send('Accessibility.getFullAXTree', { frameId });
    return nodes.filter(({ ignored }) => !ignored).map(({ role, name }) => `${role?.value}: ${name?.value ?? ''}`);
  };
  const frame = frameTree.childFrames?.at(-1)?.frame.id;
  const spoken = { page: await read(frameTree.frame.id), card: frame ? await read(frame) : [] };
  await cdp.detach();
  return spoken;
}
