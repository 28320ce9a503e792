/** Where a page is not one plain document: frames, PDF, the browser's own pages. Never silence, never a lost text. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { onScreen, takeOurs } from '../../scripts/browser/menu';
import { ROOT } from '../../scripts/knowledge/read';
import { cardRect, cardSays } from './card-page';
import { countCards, type Desk, openDesk, SHORTCUT } from './desk';
import { onePagePdf } from './pdf';
import { html, serve, type TestPage } from './site';

const texts: Record<string, string> = JSON.parse(readFileSync(join(ROOT, 'src/ui/texts/workspace/zh.json'), 'utf8'));
const REDUCED = texts['reason_reduced-text'];
const REFUSED = texts['reason_refused-page'];
const FOUND = '可能过了线';
const DISCLOSURE = '您的借款已逾期。今天不还，我们就把欠款告诉你父母和单位领导。';
const IN_PDF = Array.from({ length: 42 }, (_, line) => `${line}. Pay today or we tell your parents.`);
const frameOf = (url: string) => `<p id="a">这里没有催收。</p><iframe src="${url}" width="700" height="300"></iframe>`;

const pages: Record<string, TestPage> = {
  '/inner': { body: html(`<p id="a">${DISCLOSURE}</p>`) },
  '/same': { body: html(frameOf('/inner')) },
  '/pdf': { body: onePagePdf(IN_PDF), headers: { 'content-type': 'application/pdf' } },
};

let desk: Desk;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  site = await serve(pages);
  // Another name for the same machine is another site, in a process of its own.
  pages['/cross'] = { body: html(frameOf(`${site.url.replace('127.0.0.1', 'localhost')}/inner`)) };
  desk = await openDesk();
});
afterAll(async () => {
  await desk?.close();
  site?.close();
});
afterEach(async () => expect(await desk.workspaces()).toHaveLength(0));

async function open(path: string): Promise<Frame> {
  await desk.page.goto(`${site.url}${path}`);
  return desk.page.frames()[1] as Frame;
}

/** The viewer's toolbar shows how far it is. */
async function openPdf(): Promise<void> {
  await desk.page.goto(`${site.url}/pdf`);
  const viewer = await desk.page.waitForFrame((frame) => frame.url().startsWith('chrome-extension://'));
  await viewer.waitForFunction(() => {
    const toolbar = document.querySelector('pdf-viewer')?.shadowRoot?.querySelector('viewer-toolbar');
    return (toolbar as { loadProgress?: number } | null | undefined)?.loadProgress === 100;
  });
}

/** Selects all of a page that no script may touch. */
async function selectAll(): Promise<{ x: number; y: number }> {
  const middle = await desk.page.evaluate(() => ({ x: innerWidth / 2, y: outerHeight - innerHeight / 2 }));
  await desk.display.click(middle);
  await desk.display.keys('ctrl+a');
  return middle;
}

describe('a frame of the same site', () => {
  it.each(['menu', 'shortcut'])(
    'by %s: the card stands in the page around it, with the text of the frame',
    async (way) => {
      const frame = await open('/same');
      if (way === 'menu') await desk.checkByMenu('#a', frame);
      else {
        await desk.pick('#a', frame);
        await desk.display.keys(SHORTCUT);
      }
      expect(await cardSays(desk.page, FOUND)).toContain('告诉你父母');
      expect(await countCards(desk.page)).toBe(1);
      const frameBox = await (await frame.frameElement())?.boundingBox();
      expect((await cardRect(desk.page))?.top).toBeGreaterThan(frameBox?.y ?? Number.NaN);
    },
  );
});

describe('a frame of another site', () => {
  it('by menu: the browser hands the text over, and the workspace says so', async () => {
    await desk.checkByMenu('#a', await open('/cross'));
    expect(await desk.takeWorkspace()).toEqual({ text: DISCLOSURE, reason: REDUCED });
    expect(await countCards(desk.page)).toBe(0);
  });

  it('by shortcut: nobody hands the text over; the workspace says that it could not be read', async () => {
    await desk.pick('#a', await open('/cross'));
    await desk.display.keys(SHORTCUT);
    expect(await desk.takeWorkspace()).toEqual({ text: '', reason: REFUSED });
  });

  it('what is selected in the page around it is still read', async () => {
    await open('/cross');
    await desk.checkByMenu('#a');
    await cardSays(desk.page, '没有发现');
  });
});

describe('a PDF', () => {
  it('by menu: the workspace has what the browser hands over', async () => {
    await openPdf();
    const at = await selectAll();
    await takeOurs(desk.display, at);
    const { text, reason } = await desk.takeWorkspace();
    expect(text.replace(/\s/g, '')).toBe(IN_PDF.join('').replace(/\s/g, ''));
    expect(reason).toBe(REDUCED);
  });

  it('by shortcut: the workspace says that it could not be read', async () => {
    await openPdf();
    await selectAll();
    await desk.display.keys(SHORTCUT);
    expect(await desk.takeWorkspace()).toEqual({ text: '', reason: REFUSED });
  });
});

describe('a page of the browser', () => {
  it('by menu: the workspace has the text and the reason', async () => {
    await desk.page.goto('chrome://version');
    const words = await desk.page.$eval('#copyright', (element) => (element as HTMLElement).innerText);
    await desk.checkByMenu('#copyright');
    expect(await desk.takeWorkspace()).toEqual({ text: words, reason: REDUCED });
  });

  it('by shortcut: the workspace with the reason', async () => {
    await desk.page.goto('chrome://version');
    await desk.display.click(await onScreen(desk.page, '#version'));
    await desk.display.keys(SHORTCUT);
    expect(await desk.takeWorkspace()).toEqual({ text: '', reason: REFUSED });
  });
});
