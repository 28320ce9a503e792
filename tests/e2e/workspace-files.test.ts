/** Text files dropped on the workspace or chosen in the browser's dialog, as people save them, and what is no text. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import { clickByText, enter, textOf, typedText } from './popup-page';
import { allChecked, choose, drop, fileOf, listed, openSpace, says } from './workspace-page';

const TEXT = '今天不还，我们就把欠款告诉你父母和单位领导。';
const TYPED = '【云桥银行】您的信用卡已逾期15天，请尽快还款。';
const UTF16 = Buffer.from(`\ufeff${TEXT}`, 'utf16le');
// 「今天不还，我们就把欠款告诉你父母和单位领导。」 as simplified Windows saves it.
const GB18030 = Buffer.from(
  'bdf1ccecb2bbbbb9a3acced2c3c7becdb0d1c7b7bfeeb8e6cbdfc4e3b8b8c4b8bacdb5a5cebbc1ecb5bca1a3',
  'hex',
);
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let session: Session;
let space: Page;

beforeAll(async () => {
  session = await launch();
});
afterAll(async () => {
  await session?.browser.close();
});
beforeEach(async () => {
  await space?.close();
  space = await openSpace(session);
});

const WAYS = {
  dropped: (files: string[]) => drop(space, '#message', files),
  chosen: (files: string[]) => choose(space, files),
};

describe.each(['dropped', 'chosen'] as const)('a text file that is %s', (way) => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['GB 18030', GB18030],
    ['UTF-16', UTF16],
  ])('in %s is read and checked', async (_name, bytes) => {
    await WAYS[way]([fileOf('短信.txt', bytes)]);
    await says(space, '.drop [role=status]', '已读取 短信.txt');
    expect(await typedText(space)).toBe(TEXT);
    await space.waitForSelector('.verdict.found');
    expect(await textOf(space, '.drop')).not.toContain('撤销');
  });

  it.each([
    ['a picture', '截图.png', PNG, /“截图.png”不是文字文件。表格和手机备份请到「导入」打开；其他文件请存成 .txt/],
    ['an empty file', '空.txt', Buffer.alloc(0), /“空.txt”里没有文字。请换一个文件，或者直接粘贴/],
    ['a file of blanks', '空白.txt', Buffer.from('\ufeff \r\n'), /“空白.txt”里没有文字/],
    ['a file of 3 MB', '备份.txt', Buffer.alloc(3_000_000, 'a'), /“备份.txt”有 3.0 MB，一次最多 2 MB。请分成几个文件/],
  ])('%s: says what to do, and the text stays', async (_name, name, bytes, message) => {
    await enter(space, TYPED);
    await WAYS[way]([fileOf(name, bytes)]);
    await space.waitForSelector('.drop [role=alert]');
    expect(await textOf(space, '.drop [role=alert]')).toMatch(message);
    expect(await typedText(space)).toBe(TYPED);
    await space.waitForSelector('.verdict.nothing-found');
    await clickByText(space, 'header button', 'English');
    await WAYS.dropped([fileOf('fine.txt', TEXT)]);
    await space.waitForSelector('.drop [role=status]');
    await clickByText(space, 'header button', '中文');
    await says(space, 'h2', '检查');
  });
});

it('the replaced text comes back with one click, the file after it can be dropped again', async () => {
  await enter(space, TYPED);
  const file = fileOf('短信.txt', TEXT);
  for (const _ of ['first', 'again']) {
    await drop(space, 'h2', [file]);
    await says(space, '.drop', '原来框里的文字可以撤销找回');
    expect(await typedText(space)).toBe(TEXT);
    await clickByText(space, '.drop button', '撤销');
    expect(await typedText(space)).toBe(TYPED);
    await says(space, '.drop', '拖到这里');
    expect(await textOf(space, '.drop')).not.toMatch(/撤销|已读取/);
  }
  await choose(space, [file]);
  await says(space, '.drop', '已读取');
  await clickByText(space, '.drop button', '撤销');
  await choose(space, [file]);
  await says(space, '.drop', '已读取');
  expect(await typedText(space)).toBe(TEXT);
});

it('several files become one text; one that cannot be read stops them all', async () => {
  const [first, second] = [fileOf('一.txt', TYPED), fileOf('二.txt', `【小额速贷】${TEXT}\r\n`)];
  await drop(space, '.drop', [first, second]);
  await says(space, '.drop', '已读取 一.txt、二.txt');
  await allChecked(space);
  expect(await listed(space)).toEqual([expect.stringMatching(/^没有发现/), expect.stringMatching(/^可能过线/)]);
  const before = await typedText(space);
  await drop(space, '.drop', [first, fileOf('图.png', PNG)]);
  await says(space, '.drop [role=alert]', '图.png');
  expect(await typedText(space)).toBe(before);
});

it('a Windows letter with single line ends stays one paragraph', async () => {
  await drop(space, '.drop', [fileOf('函.txt', `尊敬的客户：\r\n您好。\r\n\r\n${TEXT}\r\n请知悉。`)]);
  await says(space, '.actions', '如果这是 2 条消息');
});

it('while files are over the page it says where to let go, and forgets it when they leave', async () => {
  await drop(space, 'h2', [fileOf('短信.txt', TEXT)], false);
  await says(space, '.drop', '松手就读取这个文件');
  // The debugger knows no leaving; this is what the browser sends when files leave the window.
  await space.$eval('h2', (element) => element.dispatchEvent(new DragEvent('dragleave', { bubbles: true })));
  await says(space, '.drop', '拖到这里');
  expect(await typedText(space)).toBe('');
});
