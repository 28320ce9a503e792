/** The card as a test sees it: through the debugger, because the page itself cannot. */
import type { CDPSession, Page } from 'puppeteer-core';
import type { Session } from '../../scripts/browser/launch';
import { lastPress } from './popup-page';

interface DomNode {
  readonly nodeId: number;
  readonly nodeName: string;
  readonly shadowRootType?: 'open' | 'closed' | 'user-agent';
  readonly attributes?: readonly string[];
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
  readonly contentDocument?: DomNode;
}

/** The body of the document that hangs in a closed tree of the page. */
function findCard(node: DomNode, closed = false): DomNode | undefined {
  if (closed && node.nodeName === 'BODY' && node.attributes?.join(' ').includes('card')) return node;
  for (const root of node.shadowRoots ?? []) {
    const found = findCard(root, closed || root.shadowRootType === 'closed');
    if (found) return found;
  }
  for (const child of [...(node.children ?? []), ...(node.contentDocument ? [node.contentDocument] : [])]) {
    const found = findCard(child, closed);
    if (found) return found;
  }
  return undefined;
}

async function withCard<T>(page: Page, use: (cdp: CDPSession, objectId: string) => Promise<T>): Promise<T | undefined> {
  const cdp = await page.createCDPSession();
  try {
    const { root } = (await cdp.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
    const card = findCard(root);
    if (!card) return undefined;
    const { object } = await cdp.send('DOM.resolveNode', { nodeId: card.nodeId as never });
    return await use(cdp, object.objectId as string);
  } catch (error) {
    // Replaced by another card while it was looked at.
    if (/Cannot find context|node with given id/.test(String(error))) return undefined;
    throw error;
  } finally {
    await cdp.detach();
  }
}

/** Runs a function on the card's body; nothing where there is no card. */
export function inCard<T, A extends readonly unknown[]>(
  page: Page,
  run: (this: HTMLElement, ...values: A) => T,
  ...values: A
): Promise<T | undefined> {
  return withCard(page, async (cdp, objectId) => {
    const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: String(run),
      arguments: values.map((value) => ({ value })),
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  });
}

/** The card's text as it is rendered; empty where there is none. */
export async function cardText(page: Page): Promise<string> {
  return (
    (await inCard(page, function () {
      return this.innerText;
    })) ?? ''
  );
}

/** Where the card's frame stands in the page's viewport, CSS pixels, with the edge around it. */
export function cardRect(
  page: Page,
): Promise<{ left: number; top: number; width: number; height: number } | undefined> {
  return inCard(page, function () {
    const dialog = this.ownerDocument.defaultView?.frameElement?.parentElement;
    const { left, top, width, height } = (dialog as HTMLElement).getBoundingClientRect();
    return { left, top, width, height };
  });
}

/** Waits until a click on the card's bar would arrive in the card. */
export async function isOnTop(page: Page, timeout = 5_000): Promise<void> {
  const until = Date.now() + timeout;
  for (;;) {
    const hit = await inCard(page, function () {
      const frame = this.ownerDocument.defaultView?.frameElement as HTMLElement;
      const { left, top, width } = frame.getBoundingClientRect();
      return (frame.getRootNode() as ShadowRoot).elementFromPoint(left + width / 2, top + 16) === frame;
    });
    if (hit) return;
    if (Date.now() > until) throw new Error('the card is not on top');
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

/** Waits until the card says something. */
export async function cardSays(page: Page, words: string | RegExp, timeout = 15_000): Promise<string> {
  const until = Date.now() + timeout;
  for (;;) {
    const text = await cardText(page);
    if (typeof words === 'string' ? text.includes(words) : words.test(text)) return text;
    if (Date.now() > until) throw new Error(`the card does not say ${words}, but: ${text.slice(0, 300) || 'nothing'}`);
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

export async function cardGone(page: Page, timeout = 10_000): Promise<void> {
  const until = Date.now() + timeout;
  while (await inCard(page, () => true)) {
    if (Date.now() > until) throw new Error('the card is still there');
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

/** Presses a button of the card with the real mouse. */
export async function clickInCard(page: Page, label: string): Promise<void> {
  const place = await inCard(
    page,
    function (wanted) {
      const button = [...this.querySelectorAll<HTMLElement>('button, summary, a')].find(
        (each) => each.innerText.includes(wanted) || each.getAttribute('aria-label') === wanted,
      );
      if (!button) return undefined;
      button.scrollIntoView({ block: 'nearest' });
      const { left, top, width, height } = button.getBoundingClientRect();
      const frame = this.ownerDocument.defaultView?.frameElement?.getBoundingClientRect() ?? { left: 0, top: 0 };
      return { x: frame.left + left + width / 2, y: frame.top + top + height / 2 };
    },
    label,
  );
  if (!place) throw new Error(`no button ${label} in the card`);
  await page.mouse.click(place.x, place.y);
}

/** Selects the whole content of an element, as a triple click does. */
export function select(page: Page, selector: string): Promise<void> {
  return page.$eval(selector, (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  });
}

/** Asks for a check through the popup's button: a real click on the toolbar icon grants the page to the extension. */
export async function askByPopup(session: Session, page: Page): Promise<void> {
  const popup = await session.openPopup(page);
  const closed = new Promise((done) => popup.once('close', done));
  await lastPress(popup.click('.check-page'));
  await closed;
}
