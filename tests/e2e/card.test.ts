/** The card beside the selection, on pages that mean no harm. Asked for through the popup: a real click on the icon. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import { askByPopup, cardGone, cardRect, cardSays, cardText, clickInCard, inCard, select } from './card-page';
import { download } from './download';
import { html, serve } from './site';

const DISCLOSURE = '您的借款已逾期。今天不还，我们就把欠款告诉你父母和单位领导。';
const LAWFUL = '【某银行】您的信用卡已逾期15天，请尽快还款，逾期信息将如实报送征信系统。';
const CHAT = `催收小王 2026/3/1 21:10\n${DISCLOSURE}\n我 2026/3/1 21:12\n请不要这样\n催收小王 2026/3/1 21:15\n那就等着上门抓你坐牢`;

const PAGES = {
  '/': {
    body: html(
      `<p id="a">${DISCLOSURE}</p><p id="b">${LAWFUL}</p><p id="lines">第一行：你好<br>${DISCLOSURE}</p>
       <pre id="chat">${CHAT}</pre><p id="emoji">😀🙏</p><div id="long"></div>
       <input id="field" value="${DISCLOSURE}"><textarea id="area">${DISCLOSURE}</textarea>
       <div id="editable" contenteditable>${DISCLOSURE}</div><input id="secret" type="password" value="${DISCLOSURE}">
       <div id="shadow"></div><div style="height:3000px"></div>`,
    ),
  },
  '/no-clipboard': {
    body: html(`<p id="a">${DISCLOSURE}</p>`),
    headers: { 'permissions-policy': 'clipboard-write=(), clipboard-read=()' },
  },
  '/frame': { body: html('<iframe src="/" width="700" height="400" style="margin:100px"></iframe>') },
};

let session: Session;
let site: Awaited<ReturnType<typeof serve>>;
let page: Page;

const ask = () => askByPopup(session, page);
const check = async (selector: string) => {
  await select(page, selector);
  await ask();
};

beforeAll(async () => {
  site = await serve(PAGES);
  session = await launch();
  page = await session.browser.newPage();
});
afterAll(async () => {
  await session?.browser.close();
  site?.close();
});
beforeEach(async () => {
  await page.bringToFront();
  await page.goto(site.url);
});

describe('the text', () => {
  it.each([
    ['plain content, with its line breaks', '#lines', async () => select(page, '#lines')],
    ['a text field', '#field', () => page.$eval('#field', (field) => (field as HTMLInputElement).select())],
    ['a text area', '#area', () => page.$eval('#area', (area) => (area as HTMLTextAreaElement).select())],
    ['an editable area', '#editable', async () => select(page, '#editable')],
  ])('is read from %s', async (_name, selector, choose) => {
    await page.focus(selector).catch(() => {});
    await choose();
    await ask();
    const text = await cardSays(page, '可能过了线');
    expect(text).toContain('告诉你父母');
    if (selector === '#lines') expect(text).toContain('第一行：你好\n您的借款');
  });

  it('is read from an open shadow tree', async () => {
    await page.$eval(
      '#shadow',
      (host, text) => {
        const field = document.createElement('textarea');
        field.value = text as string;
        host.attachShadow({ mode: 'open' }).append(field);
        field.select();
      },
      DISCLOSURE,
    );
    await ask();
    await cardSays(page, '可能过了线');
  });

  it('is read from a frame of the same site, and the card stands beside it', async () => {
    await page.goto(`${site.url}/frame`);
    const frame = page.frames()[1];
    await frame?.evaluate(() => {
      window.focus();
      getSelection()?.selectAllChildren(document.querySelector('#a') as Element);
    });
    await ask();
    await cardSays(page, '可能过了线');
    expect((await cardRect(page))?.top).toBeGreaterThan(120);
  });

  it('is never read from a password', async () => {
    await page.$eval('#secret', (field) => (field as HTMLInputElement).select());
    await ask();
    expect(await cardSays(page, '没有选中的文字')).not.toContain('告诉你父母');
  });

  it('nothing selected: says so, and what to do', async () => {
    await ask();
    expect(await cardSays(page, '没有选中的文字')).toMatch(/先.*选中.*工作台/s);
  });

  it('nothing to read: says so', async () => {
    await check('#emoji');
    await cardSays(page, '没有可以检查的文字');
  });
});

describe('the result', () => {
  it('is the one of the popup, with law and channels', async () => {
    await check('#a');
    const text = await cardSays(page, '可能过了线');
    for (const part of ['原文', '为什么', '可能违反', '民法典', '先留证据', '可以找谁', '12356']) {
      expect(text, part).toContain(part);
    }
  });

  it('lawful words are explained, not accused', async () => {
    await check('#b');
    expect(await cardSays(page, '没有发现')).toContain('对方可以这样说');
  });

  it('several messages are a list, checked one by one', async () => {
    await check('#chat');
    await cardSays(page, /共 3 条，已检查 3 条/);
    expect(
      await inCard(page, function () {
        return [...this.querySelectorAll('.part')].map((part) => (part as HTMLElement).innerText.replace(/\s+/g, ' '));
      }),
    ).toEqual([
      expect.stringMatching(/^可能过线 催收小王 您的借款/),
      expect.stringMatching(/^没有发现 我 请不要/),
      expect.stringMatching(/催收小王 那就等着/),
    ]);
    await clickInCard(page, '那就等着');
    expect(await cardSays(page, '坐牢')).toContain('坐牢');
    await clickInCard(page, '合起来检查');
    await cardSays(page, /如果这是 3 条消息/);
  });

  it('a selection over 20,000 characters is cut into parts, and nothing of it is lost', async () => {
    await page.$eval(
      '#long',
      (element, text) => {
        element.textContent = `${'一二三四五六七八九。'.repeat(2_500)}${text}`;
      },
      DISCLOSURE,
    );
    await check('#long');
    await cardSays(page, /共 2 条/);
    await clickInCard(page, '停下');
    await cardSays(page, '继续');
  });
});

describe('the window', () => {
  it('Escape closes it and gives focus and selection back to the page', async () => {
    await page.focus('#area');
    await page.$eval('#area', (area) => (area as HTMLTextAreaElement).setSelectionRange(0, 30));
    await ask();
    await cardSays(page, '可能过了线');
    await page.keyboard.press('Escape');
    await cardGone(page);
    expect(
      await page.evaluate(() => {
        const area = document.activeElement as HTMLTextAreaElement;
        return [area.id, area.selectionStart, area.selectionEnd];
      }),
    ).toEqual(['area', 0, 30]);
  });

  it('Escape pressed on the page closes it too; the cross does; the selection stays', async () => {
    await check('#a');
    await cardSays(page, '可能过了线');
    await page.mouse.click(700, 20);
    await select(page, '#a');
    await page.keyboard.press('Escape');
    await cardGone(page);
    await ask();
    await cardSays(page, '可能过了线');
    await clickInCard(page, '关闭');
    await cardGone(page);
    expect(await page.evaluate(() => String(getSelection()))).toContain('告诉你父母');
  });

  it('a second check replaces the first', async () => {
    await check('#a');
    await cardSays(page, '可能过了线');
    await check('#b');
    await cardSays(page, '没有发现');
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(3);
  });

  it('moves by mouse and by keys, and stays where it was put', async () => {
    await check('#a');
    await cardSays(page, '可能过了线');
    const before = await cardRect(page);
    if (!before) throw new Error('no card');
    await page.mouse.move(before.left + 80, before.top + 20);
    await page.mouse.down();
    await page.mouse.move(before.left + 280, before.top + 60, { steps: 5 });
    await page.mouse.up();
    const dragged = await cardRect(page);
    expect(dragged?.left).toBeCloseTo(before.left + 200, -1);
    expect(dragged?.top).toBeCloseTo(before.top + 40, -1);
    await inCard(page, function () {
      this.querySelector<HTMLElement>('.card-grip')?.focus();
    });
    await page.keyboard.press('ArrowLeft');
    expect((await cardRect(page))?.left).toBeCloseTo((dragged?.left ?? 0) - 24, 0);
    await clickInCard(page, 'English');
    await cardSays(page, 'may cross a line');
    expect((await cardRect(page))?.left).toBeCloseTo((dragged?.left ?? 0) - 24, 0);
    await clickInCard(page, '中文');
  });

  it('gets the size that the user gives it by the corner', async () => {
    await check('#a');
    await cardSays(page, '可能过了线');
    const before = await cardRect(page);
    if (!before) throw new Error('no card');
    await page.mouse.move(before.left + before.width - 4, before.top + before.height - 4);
    await page.mouse.down();
    await page.mouse.move(before.left + before.width + 100, before.top + before.height - 100, { steps: 5 });
    await page.mouse.up();
    const after = await cardRect(page);
    expect(after?.width).toBeCloseTo(before.width + 100, -1);
    expect(after?.height).toBeCloseTo(before.height - 100, -1);
  });

  it('is whole inside a small window, as a zoomed page has it', async () => {
    await page.setViewport({ width: 320, height: 400 });
    await check('#a');
    await cardSays(page, '可能过了线');
    const { left = -1, top = -1, width = 999, height = 999 } = (await cardRect(page)) ?? {};
    expect(left).toBeGreaterThanOrEqual(0);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(left + width).toBeLessThanOrEqual(320);
    expect(top + height).toBeLessThanOrEqual(400);
    expect(
      await inCard(page, function () {
        return this.scrollWidth <= (this.ownerDocument.defaultView?.innerWidth ?? 0);
      }),
    ).toBe(true);
    await page.setViewport({ width: 1000, height: 700 });
  });

  it('is not printed', async () => {
    await page.emulateMediaType('print');
    const bare = await page.screenshot();
    await page.emulateMediaType('screen');
    await check('#a');
    await cardSays(page, '可能过了线');
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await page.emulateMediaType('print');
    expect(Buffer.compare(bare, await page.screenshot())).toBe(0);
    await page.emulateMediaType('screen');
    expect(Buffer.compare(bare, await page.screenshot())).not.toBe(0);
  });
});

describe('ways on', () => {
  it('opens the same text in the workspace', async () => {
    await check('#lines');
    await cardSays(page, '可能过了线');
    const opened = session.browser.waitForTarget((target) => target.url().includes('/workspace.html'));
    await clickInCard(page, '在工作台打开');
    const workspace = await (await opened).asPage();
    await workspace.waitForSelector('.verdict.found');
    expect(await workspace.$eval('#message', (box) => (box as HTMLTextAreaElement).value)).toBe(
      `第一行：你好\n${DISCLOSURE}`,
    );
    await workspace.close();
  });

  it('copies the result', async () => {
    await session.browser.defaultBrowserContext().overridePermissions(site.url, ['clipboard-read']);
    await check('#a');
    await cardSays(page, '可能过了线');
    await clickInCard(page, '复制结果');
    await cardSays(page, '已复制');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /可能过了线[\s\S]*告诉你父母[\s\S]*民法典/,
    );
  });
});

describe('saving and copying', () => {
  it('saves the result as a text file', async () => {
    await check('#a');
    await cardSays(page, '可能过了线');
    const file = await download(session, () => clickInCard(page, '存成文件'));
    expect(basename(file)).toMatch(/^催收鉴-\d{4}-\d\d-\d\d\.txt$/);
    expect(readFileSync(file, 'utf8')).toMatch(/^\ufeff催收鉴[\s\S]*告诉你父母[\s\S]*民法典/);
  });

  it('copies on a page that forbids the clipboard', async () => {
    await page.goto(`${site.url}/no-clipboard`);
    await check('#a');
    await cardSays(page, '可能过了线');
    await clickInCard(page, '复制结果');
    await cardSays(page, '已复制');
    await page.goto(site.url);
    await page.bringToFront();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/可能过了线[\s\S]*民法典/);
  });
});

it('speaks English in an English browser', async () => {
  const english = await launch({ language: 'en-US' });
  const tab = await english.browser.newPage();
  await tab.goto(site.url);
  await select(tab, '#a');
  await askByPopup(english, tab);
  await cardSays(tab, 'may cross a line');
  expect(await cardText(tab)).toContain('Open in workspace');
  await english.browser.close();
});
