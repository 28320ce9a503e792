/** What the user sees for input that is not a message, is hostile, or is too much. Nothing typed is ever lost. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import { clickByText, enter, marksOf, textOf, typedText } from './popup-page';

const DISCLOSURE = '您的借款已逾期。今天不还，我们就把欠款告诉你父母和单位领导。';

let session: Session;
let page: Page;
let popup: Page;
const dialogs: string[] = [];

beforeAll(async () => {
  session = await launch();
  page = await session.browser.newPage();
  popup = await session.openPopup(page);
  popup.on('dialog', (dialog) => dialogs.push(dialog.message()));
});

afterAll(async () => {
  await session?.browser.close();
});

/** Sets a text as no keyboard can (NUL, lone surrogates), through the same event that typing fires. */
const setText = (text: string): Promise<void> =>
  popup.$eval(
    '#message',
    (box, units) => {
      (box as HTMLTextAreaElement).value = String.fromCharCode(...(units as number[]));
      box.dispatchEvent(new Event('input', { bubbles: true }));
    },
    [...Array(text.length).keys()].map((i) => text.charCodeAt(i)),
  );

describe('text that cannot be checked', () => {
  it('an empty box shows examples and no result', async () => {
    expect(await textOf(popup, '#result')).toBe('');
    expect(await popup.$('.examples')).not.toBeNull();
  });

  it.each([
    ['blanks', '   \n　\t '],
    ['only emoji', '😀🙏🏽👍'],
    ['only marks', '？！……'],
  ])('%s: says that there are no words and what to paste', async (_name, text) => {
    await enter(popup, text);
    await popup.waitForSelector('#result .error');
    expect(await textOf(popup, '#result')).toContain('没有可以检查的文字');
    expect(await popup.$('.verdict')).toBeNull();
  });

  it('20,001 characters: names length, limit and a way on, and keeps the text', async () => {
    await enter(popup, '还'.repeat(20_001));
    await popup.waitForSelector('#result .error');
    expect(await textOf(popup, '#result')).toMatch(/20001.*20000.*文字都还在.*分段/s);
    expect((await typedText(popup)).length).toBe(20_001);
  });

  it('20,000 characters are checked', async () => {
    await enter(popup, DISCLOSURE + '一二三四五六。'.repeat(2_852));
    await popup.waitForSelector('.verdict.found');
  });
});

describe('hostile text', () => {
  it.each([
    ['a lone surrogate', `\ud83d${DISCLOSURE}\udc00`],
    ['NUL and controls', `\u0000${DISCLOSURE.replace('告诉', '告\u0007诉')}`],
    ['right-to-left marks', `\u202e${DISCLOSURE}\u202c\u200f`],
    ['zero-width characters', DISCLOSURE.replace('告诉你父母', '告\u200b诉\u2060你父\ufeff母')],
  ])('%s: the words are still found and shown', async (_name, text) => {
    await setText(text);
    await popup.waitForSelector('.verdict.found');
    expect((await marksOf(popup)).join('').replace(/[^\p{Script=Han}]/gu, '')).toContain('告诉你父母');
  });

  it('a lone surrogate survives closing the popup', async () => {
    await setText(`\ud83d${DISCLOSURE}`);
    await popup.waitForSelector('.verdict.found');
    await popup.close();
    popup = await session.openPopup(page);
    popup.on('dialog', (dialog) => dialogs.push(dialog.message()));
    const units = await popup.$eval('#message', (box) => (box as HTMLTextAreaElement).value.charCodeAt(0));
    expect(units).toBe(0xd83d);
  });

  it('HTML and script are shown as text and run nothing', async () => {
    const hostile = `<img src=x onerror=alert(1)><script>alert(2)</script><b>告诉你父母</b>${DISCLOSURE}`;
    await enter(popup, hostile);
    await popup.waitForFunction(() => document.querySelector('.message')?.textContent?.includes('<img'));
    expect(await popup.$eval('.message', (element) => element.querySelectorAll('img, script, b').length)).toBe(0);
    expect(await textOf(popup, '.message')).toContain('<img src=x onerror=alert(1)>');
    expect(dialogs).toEqual([]);
  });
});

describe('details that do not fit', () => {
  const setField = (selector: string, value: string) =>
    popup.$eval(
      selector,
      (input, text) => {
        (input as HTMLInputElement).value = text as string;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      },
      value,
    );

  it('a date in the future is questioned, and the check goes on', async () => {
    await enter(popup, DISCLOSURE);
    await popup.waitForSelector('.verdict.found');
    await clickByText(popup, 'summary', '补充信息');
    await setField('input[type=date]', '2999-01-01');
    expect(await textOf(popup, '#error-day')).toContain('今天之后');
    expect(await popup.$('.verdict.found')).not.toBeNull();
  });

  it('a half-typed date says how to write it', async () => {
    await setField('input[type=date]', '');
    await popup.focus('input[type=date]');
    await popup.keyboard.type('2');
    await popup.focus('#message');
    await popup.waitForFunction(() => document.querySelector('#error-day')?.textContent);
    expect(await textOf(popup, '#error-day')).toContain('年-月-日');
  });

  it('a sender of 500 characters names the limit and keeps what was typed', async () => {
    await setField('input[type=text]', '1'.repeat(500));
    expect(await textOf(popup, '#error-sender')).toMatch(/100.*500/);
    expect(await popup.$eval('input[type=text]', (input) => (input as HTMLInputElement).value.length)).toBe(500);
  });
});
