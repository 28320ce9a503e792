/** The popup as a user meets it: opened by the toolbar button in a real Chromium, text pasted from the clipboard. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import {
  clickByText,
  copyOn,
  enter,
  hideAndErase,
  marksOf,
  openAll,
  paste,
  SCREENS,
  selectAll,
  settled,
  textOf,
  typedText,
} from './popup-page';
import { says } from './workspace-page';

const DISCLOSURE = '您的借款已逾期。今天不还，我们就把欠款告诉你父母和单位领导。';

/** Everything the extension holds in session storage, as text. */
const storedDraft = (extensionPage: Page): Promise<string> =>
  extensionPage.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: { storage: { session: { get(): Promise<object> } } } };
    return JSON.stringify(await chrome.storage.session.get());
  });

let session: Session;
let server: Server;
let page: Page;
let popup: Page;

beforeAll(async () => {
  server = createServer((_request, response) => response.end('<!doctype html><title>page</title><p>page</p>'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  session = await launch();
  page = await session.browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});

afterAll(async () => {
  await session?.browser.close();
  server?.close();
});

beforeEach(async () => {
  popup = await session.openPopup(page);
  if (await typedText(popup)) await clickByText(popup, 'button', '清空');
});

describe('checking a message', () => {
  it('opens with the cursor in the box and examples to try', async () => {
    await popup.waitForSelector('#message:focus');
    expect(await popup.$$eval('.examples button', (buttons) => buttons.length)).toBeGreaterThan(2);
    await popup.screenshot({ path: join(SCREENS, 'empty-zh-light.png') });
  });

  it('shows verdict, marks, law and channel as soon as a text is pasted', async () => {
    await copyOn(page, DISCLOSURE);
    popup = await session.openPopup(page);
    await popup.focus('#message');
    await paste(popup);
    await popup.waitForSelector('.verdict.found');
    expect(await textOf(popup, '.verdict h2')).toContain('可能过了线');
    expect((await marksOf(popup)).join('')).toContain('告诉你父母');
    await settled(popup);
    await openAll(popup);
    expect(await textOf(popup, '.findings')).toMatch(/可能违反\s*《民法典》第一千零三十二条/);
    expect(await textOf(popup, '.findings')).toContain('自然人享有隐私权');
    expect(await textOf(popup, '.findings')).toContain('“不照办就会做”，没有说已经做了');
    expect(await textOf(popup, '.channels')).not.toBe('');
    expect(await textOf(popup, '.care')).toMatch(/欠款本身可能仍然存在.*12356/s);
  });

  it('leads from a mark to its explanation by keyboard', async () => {
    await enter(popup, DISCLOSURE);
    await settled(popup);
    await popup.focus('.mark-number');
    await popup.keyboard.press('Enter');
    await popup.waitForSelector('h3:focus');
  });

  it('follows the typing without a button', async () => {
    await popup.type('#message', '您好，请尽快还款');
    await popup.waitForSelector('.verdict.nothing-found');
    await popup.type('#message', '，今天不还，我们就把欠款告诉你父母和单位领导。');
    await popup.waitForSelector('.verdict.found');
  });

  it('the button and Ctrl+Enter are there for those who look for them', async () => {
    await enter(popup, DISCLOSURE);
    await clickByText(popup, 'button', '检查');
    await popup.waitForSelector('#result:focus');
    await popup.focus('#message');
    await popup.keyboard.down('Control');
    await popup.keyboard.press('Enter');
    await popup.keyboard.up('Control');
    await popup.waitForSelector('#result:focus');
  });

  it('tries an example', async () => {
    await popup.click('.examples button');
    await popup.waitForSelector('.verdict.found');
  });

  it('a message received in 2025 is judged by the law of 2025', async () => {
    await enter(popup, '你等着，三天内不还就打断你的腿。');
    await popup.waitForSelector('.finding.violation');
    expect(await textOf(popup, '.finding.violation .citation')).toContain('第五十条第一款第一项');
    await clickByText(popup, 'summary', '补充信息');
    await popup.$eval('input[type=date]', (input) => {
      (input as HTMLInputElement).value = '2025-06-01';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await popup.waitForFunction(() => document.querySelector('.citation')?.textContent?.includes('第四十二条'));
    expect(await textOf(popup, '.finding.violation .article summary')).toContain('施行到 2025-12-31');
  });

  it('one tap on an urgency puts its advice first', async () => {
    await enter(popup, DISCLOSURE);
    await clickByText(popup, '.chip', '有人在门口');
    await says(popup, '.lead', '110');
    await popup.waitForFunction(() => document.querySelector<HTMLElement>('.channel h4')?.innerText.includes('110'));
  });

  it('danger needs no message: 110 can be dialled from an empty box', async () => {
    await clickByText(popup, '.chip', '有人在门口');
    await popup.waitForSelector('.lead a[href="tel:110"]');
    await clickByText(popup, '.chip', '没有紧急情况');
    expect(await popup.$('.lead')).toBeNull();
  });

  it('a hearing notice is never an accusation: check by the official number, legal aid, no fake', async () => {
    await enter(popup, '【某区人民法院】你与云桥银行借款合同纠纷一案定于12月3日9时开庭，承办法官李某，可拨12368核实。');
    await popup.waitForSelector('.verdict.verify');
    await settled(popup);
    expect(await popup.$('.finding.violation')).toBeNull();
    expect(await textOf(popup, '.lead')).toContain('缺席判决');
    expect(await popup.$('.lead a[href="tel:12368"]')).not.toBeNull();
    expect(
      await popup.$$eval('.channel h4', (names) =>
        names
          .slice(0, 2)
          .map(({ textContent }) => textContent)
          .join(),
      ),
    ).toMatch(/12368.*12348/);
  });

  it('words of despair put help before everything, and can be dialled', async () => {
    await enter(popup, '被他们逼得我真的不想活了');
    await popup.waitForSelector('.lead');
    expect(await popup.$eval('.lead', (lead) => lead.innerHTML.match(/tel:\d+/g)?.join())).toBe(
      'tel:12356,tel:120,tel:110',
    );
    expect(
      await popup.$$eval(
        '#result > *, .result > *',
        (parts) => parts.find((part) => part.matches('.lead, .verdict'))?.className,
      ),
    ).toBe('lead');
  });

  it('blurs the words on request, in the box as well', async () => {
    await enter(popup, DISCLOSURE);
    await popup.waitForSelector('.verdict.found');
    await clickByText(popup, 'button', '遮住原文');
    expect(await popup.$eval('#message', (box) => getComputedStyle(box).filter)).toContain('blur');
    expect(await popup.$eval('.message .mark', (mark) => getComputedStyle(mark).filter)).toContain('blur');
    await clickByText(popup, 'button', '显示原文');
    expect(await popup.$eval('#message', (box) => getComputedStyle(box).filter)).toBe('none');
  });

  it('copies the result as text', async () => {
    await enter(popup, DISCLOSURE);
    await popup.waitForSelector('.care');
    await clickByText(popup, '.care button', '复制结果');
    await popup.waitForFunction(() => document.querySelector('.care')?.textContent?.includes('已复制'));
    await popup.focus('#message');
    await selectAll(popup);
    await paste(popup);
    expect(await typedText(popup)).toMatch(/可能过了线[\s\S]*告诉你父母[\s\S]*民法典[\s\S]*12348/);
  });
});

describe('keeping and erasing', () => {
  it('keeps draft and result when the popup closes', async () => {
    await enter(popup, DISCLOSURE);
    await popup.waitForSelector('.verdict.found');
    await popup.close();
    popup = await session.openPopup(page);
    expect(await typedText(popup)).toBe(DISCLOSURE);
    await popup.waitForSelector('.verdict.found');
  });

  it('clears, and takes the clearing back', async () => {
    await enter(popup, DISCLOSURE);
    await clickByText(popup, 'button', '清空');
    expect(await typedText(popup)).toBe('');
    await clickByText(popup, 'button', '撤销清空');
    expect(await typedText(popup)).toBe(DISCLOSURE);
  });

  it('hides everything in one click: the popup closes and nothing is left in storage', async () => {
    await enter(popup, DISCLOSURE);
    const closed = new Promise((done) => popup.once('close', done));
    await hideAndErase(popup);
    await closed;
    popup = await session.openPopup(page);
    expect(await typedText(popup)).toBe('');
    expect(await storedDraft(popup)).not.toContain('欠款');
  });
});
