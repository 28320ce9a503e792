/** What a page pays before the user asks: nothing. Counted by the debugger, and shown to be able to count. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import { askByPopup, cardSays, select } from './card-page';
import { html, serve } from './site';

let session: Session;
let site: Awaited<ReturnType<typeof serve>>;
let page: Page;

beforeAll(async () => {
  site = await serve({ '/': { body: html('<p id="a">今天不还，我们就把欠款告诉你父母和单位领导。</p>') } });
  session = await launch();
  page = await session.browser.newPage();
  await page.goto(site.url);
});
afterAll(async () => {
  await session?.browser.close();
  site?.close();
});

/** Scripts, style sheets, worlds, listeners and elements that are not the page's own. */
async function cost(): Promise<Record<'scripts' | 'styles' | 'worlds' | 'listeners' | 'elements', number>> {
  const cdp = await page.createCDPSession();
  let scripts = 0;
  let styles = 0;
  const worlds: number[] = [];
  cdp.on('Debugger.scriptParsed', ({ url }) => {
    if (url.startsWith('chrome-extension://')) scripts++;
  });
  cdp.on('CSS.styleSheetAdded', () => {
    styles++;
  });
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) worlds.push(context.id);
  });
  await cdp.send('Runtime.enable');
  await cdp.send('Debugger.enable');
  await cdp.send('DOM.enable');
  await cdp.send('CSS.enable');
  let listeners = 0;
  for (const contextId of [undefined, ...worlds]) {
    for (const expression of ['window', 'document', 'document.documentElement', 'document.body']) {
      const { result } = await cdp.send('Runtime.evaluate', { expression, ...(contextId && { contextId }) });
      const { listeners: found } = await cdp.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' });
      listeners += found.length;
    }
  }
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  await cdp.detach();
  return { scripts, styles, worlds: worlds.length, listeners, elements };
}

it('before the user asks: no script, no style, no world, no listener, no element', async () => {
  expect(await cost()).toEqual({ scripts: 0, styles: 0, worlds: 0, listeners: 0, elements: 6 });
});

it('after that the same count sees the card: the measurement can fail', async () => {
  await select(page, '#a');
  await askByPopup(session, page);
  await cardSays(page, '可能过了线');
  const after = await cost();
  expect(after.scripts).toBeGreaterThan(0);
  expect(after.worlds).toBeGreaterThan(0);
  expect(after.styles).toBeGreaterThan(0);
  expect(after.listeners).toBeGreaterThan(0);
  expect(after.elements).toBe(7);
});
