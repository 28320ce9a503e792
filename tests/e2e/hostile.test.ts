/** Pages that forbid, cover, remove, imitate or spy: what the user sees on each. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import { askByPopup, cardGone, cardSays, cardText, clickInCard, inCard, isOnTop, select } from './card-page';
import { download } from './download';
import { html, serve } from './site';

const TEXT = '您的借款已逾期。今天不还，我们就把欠款告诉你父母和单位领导。';
const P = `<p id="a">${TEXT}</p>`;
const script = (code: string) => `<script>${code}</script>`;

const SPY = `
  const seen = window.seen = [];
  for (const type of ['click', 'keydown', 'pointerdown', 'focusin', 'copy', 'selectionchange', 'message']) {
    addEventListener(type, (event) => seen.push(event.composedPath().map((node) => node.nodeName + (node.innerText ?? '')).join(' ') + (event.data ?? '')), true);
  }
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) { const root = attach.call(this, { mode: 'open' }); (window.roots ??= []).push(root); return root; };
  for (const name of ['appendChild', 'append', 'insertBefore']) {
    const own = Element.prototype[name] ?? Node.prototype[name];
    Element.prototype[name] = function (...nodes) { (window.added ??= []).push(...nodes); return own.apply(this, nodes); };
  }
  document.createElement = () => { throw new Error('no elements'); };
  EventTarget.prototype.addEventListener = () => {};
  window.Promise = window.JSON = window.ResizeObserver = window.setInterval = window.getComputedStyle = undefined;`;
const SWALLOW = `for (const type of ['keydown', 'keyup', 'keypress']) addEventListener(type, (event) => {
  event.preventDefault(); event.stopImmediatePropagation(); }, true);`;
const REMOVE = (times: number) => `let left = ${times};
  new MutationObserver((changes) => { for (const { addedNodes } of changes) for (const node of addedNodes) if (left-- > 0) node.remove(); })
    .observe(document.documentElement, { childList: true });`;
const STYLES = `<style>
  *:not(html, head, body, p) { display: none !important; visibility: hidden !important; opacity: 0 !important; width: 0 !important;
    height: 0 !important; position: static !important; transform: scale(0) !important; pointer-events: none !important;
    clip-path: inset(50%) !important; filter: opacity(0) !important; content-visibility: hidden !important; transition: all 99s !important;
    animation: gone 1s infinite !important; zoom: 0.01 !important; }
  * { --page: red !important; --text: red !important; --panel: red !important; }
  @keyframes gone { from, to { display: none; opacity: 0; } }
  html { font-size: 1px !important; transform: rotate(3deg); }</style>`;

/** Each shows the card as if the page were an ordinary one. */
const PAGES = {
  '/csp': {
    body: html(P),
    headers: {
      'content-security-policy':
        "default-src 'none'; style-src 'none'; script-src 'none'; frame-src 'none'; child-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
  },
  '/sandbox': { body: html(P), headers: { 'content-security-policy': 'sandbox allow-scripts' } },
  '/overridden': { body: html(P, script(SPY)) },
  '/modal': {
    body: html(`<dialog>${P}</dialog>${script("document.querySelector('dialog').showModal()")}`),
  },
  '/inert': { body: html(`${P}${script('document.documentElement.inert = true')}`) },
  '/styles': { body: html(P, STYLES) },
  '/swallow': { body: html(P, script(SWALLOW)) },
  '/remove-twice': { body: html(P + script(REMOVE(2))) },
  '/remove': { body: html(P + script(REMOVE(1e9))) },
  '/canvas': { body: html('<canvas width="300" height="200"></canvas>') },
  '/plain': { body: html(`${P}<button id="modal">open</button><dialog>later</dialog>`) },
  '/other': { body: html('<p>another page</p>') },
};

let session: Session;
let site: Awaited<ReturnType<typeof serve>>;
let page: Page;

const visit = async (path: string) => {
  await page.bringToFront();
  await page.goto(site.url + path);
};
const check = async (path: string) => {
  await visit(path);
  await select(page, '#a');
  await askByPopup(session, page);
};
const workspaces = () => session.browser.targets().filter((target) => target.url().includes('/workspace.html'));

beforeAll(async () => {
  site = await serve(PAGES);
  session = await launch();
  page = await session.browser.newPage();
});
afterAll(async () => {
  await session?.browser.close();
  site?.close();
});

describe('a page that is in the way', () => {
  it.each([
    ['forbids styles, scripts, frames and untrusted types', '/csp'],
    ['has replaced the methods of its documents', '/overridden'],
    ['has a modal dialog open', '/modal'],
    ['styles everything with !important', '/styles'],
    ['removes what it does not know, for a while', '/remove-twice'],
  ])('%s: the card is there, styled, on top, and can be pressed and closed', async (_name, path) => {
    await check(path);
    await cardSays(page, '可能过了线');
    await isOnTop(page);
    expect(
      await inCard(page, function () {
        const view = this.ownerDocument.defaultView as Window;
        const verdict = view.getComputedStyle(this.querySelector('.verdict') as Element);
        return [verdict.borderRadius, view.getComputedStyle(this).fontSize, verdict.color !== 'rgb(255, 0, 0)'];
      }),
    ).toEqual(['10px', '15px', true]);
    await page.keyboard.press('Escape');
    await cardGone(page);
    expect(workspaces()).toEqual([]);
  });

  it('is a sandbox without an origin, where no frame can be filled: the workspace opens and says why', async () => {
    const opened = session.browser.waitForTarget((target) => target.url().includes('/workspace.html'));
    await check('/sandbox');
    const workspace = await (await opened).asPage();
    await workspace.waitForSelector('.verdict.found');
    expect(await workspace.$eval('.lead', (lead) => lead.textContent)).toContain('不允许扩展');
    await workspace.close();
  });

  it('is inert, so that nothing can be selected: the card says so, on top', async () => {
    await visit('/inert');
    await askByPopup(session, page);
    await cardSays(page, '没有选中的文字');
    await isOnTop(page);
    await page.keyboard.press('Escape');
    await cardGone(page);
  });

  it('opens a modal dialog afterwards: the card comes up again', async () => {
    await check('/plain');
    await cardSays(page, '可能过了线');
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await isOnTop(page);
    await page.keyboard.press('Escape');
    await cardGone(page);
  });

  it('swallows every key: Escape in the card is not its to swallow', async () => {
    await check('/swallow');
    await cardSays(page, '可能过了线');
    await page.keyboard.press('Escape');
    await cardGone(page);
  });

  it('keeps removing the card: the workspace opens and says why', async () => {
    const opened = session.browser.waitForTarget((target) => target.url().includes('/workspace.html'));
    await check('/remove');
    const workspace = await (await opened).asPage();
    await workspace.waitForSelector('.verdict.found');
    expect(await workspace.$eval('.lead', (lead) => lead.textContent)).toContain('移除了结果卡片');
    await workspace.close();
  });

  it('has no text at all: says so', async () => {
    await visit('/canvas');
    await askByPopup(session, page);
    await cardSays(page, /没有选中的文字.*画布/s);
  });
});

describe('a page that spies', () => {
  it('cannot read the card from its own world', async () => {
    await check('/plain');
    await cardSays(page, '可能过了线');
    await page.evaluate(() => {
      const own = window as unknown as { seen: string[] };
      own.seen = [];
      for (const type of ['click', 'keydown', 'pointerdown', 'copy', 'focusin']) {
        addEventListener(
          type,
          (event) =>
            own.seen.push(
              event
                .composedPath()
                .map((node) => `${(node as Node).nodeName}${(node as HTMLElement).innerText ?? ''}`)
                .join(' '),
            ),
          true,
        );
      }
    });
    // The user selects and copies words of the card, and presses a key in it.
    const words = await inCard(page, function () {
      const view = this.ownerDocument.defaultView as Window;
      view.getSelection()?.selectAllChildren(this.querySelector('.verdict') as Element);
      return String(view.getSelection());
    });
    expect(words).toContain('可能过了线');
    await page.keyboard.down('Control');
    await page.keyboard.press('KeyC', { commands: ['Copy'] });
    await page.keyboard.up('Control');
    const read = await page.evaluate(() => {
      const everything = [...document.querySelectorAll('*')];
      document.execCommand('selectAll');
      return {
        shadowRoots: everything.filter(({ shadowRoot }) => shadowRoot).length,
        frames: window.length,
        text: document.documentElement.innerText + document.documentElement.textContent + everything.at(-1)?.outerHTML,
        selection: String(getSelection()),
        found: (window as unknown as { find(text: string): boolean }).find('可能过了线'),
        active: document.activeElement?.outerHTML,
        seen: (window as unknown as { seen: string[] }).seen.join(' '),
      };
    });
    expect(read).toMatchObject({ shadowRoots: 0, frames: 0, found: false });
    for (const text of [read.text, read.selection, read.active, read.seen]) expect(text).not.toContain('可能过了线');
  });

  it('learns nothing through fonts: those of the page are not used in the card', async () => {
    await visit('/plain');
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      for (const name of ['system-ui', 'sans-serif', 'Noto Sans CJK SC', 'Microsoft YaHei', 'PingFang SC']) {
        sheet.insertRule(
          `@font-face { font-family: "${name}"; src: url(/font-${encodeURIComponent(name)}); unicode-range: U+4E00-9FFF; }`,
        );
      }
      document.adoptedStyleSheets = [sheet];
    });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await select(page, '#a');
    await askByPopup(session, page);
    await cardSays(page, '可能过了线');
    expect(asked.filter((url) => url.includes('font-'))).toEqual([]);
  });

  it('hears of no download: what is saved from the card is not its to read', async () => {
    await check('/plain');
    await cardSays(page, '可能过了线');
    await page.evaluate(() => {
      const own = window as unknown as { addresses: string[]; navigation: EventTarget };
      own.addresses = [];
      own.navigation.addEventListener('navigate', (event) => {
        own.addresses.push((event as unknown as { destination: { url: string } }).destination.url);
        event.preventDefault();
      });
    });
    await download(session, () => clickInCard(page, '存成文件'));
    expect(await page.evaluate(() => (window as unknown as { addresses: string[] }).addresses)).toEqual([]);
  });

  it('cannot steer it: pretended keys, clicks and messages change nothing', async () => {
    await check('/plain');
    const before = await cardSays(page, /可能过了线[\s\S]*12356/);
    await page.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      for (const target of [window, document, document.body, host]) {
        for (const type of ['keydown', 'keyup']) {
          target.dispatchEvent(new KeyboardEvent(type, { key: 'Escape', bubbles: true, composed: true }));
        }
        target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, clientX: 420, clientY: 60 }));
      }
      host.click();
      host.hidden = true;
      host.inert = true;
      for (const message of [
        { kind: 'show-card', text: '假的' },
        { kind: 'checked', id: 1, final: true },
        'wxt:content-script-started',
      ]) {
        postMessage(message, '*');
        document.dispatchEvent(new CustomEvent('message', { detail: message }));
      }
    });
    await page.evaluate(() => new Promise((done) => setTimeout(done, 600)));
    expect(await cardText(page)).toBe(before);
    await isOnTop(page);
  });
});
