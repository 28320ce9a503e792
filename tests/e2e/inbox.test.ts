/** The import view in a real browser: real backups, thousands of messages, stopped and killed in the middle. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import { killAndRestart } from './case-page';
import { bytesOf, sha256Of } from './case-space';
import { download } from './download';
import { violationsOf } from './guide-page';
import {
  backupOf,
  importFiles,
  listCounts,
  mainText,
  openInbox,
  PATIENCE_MS,
  pageSays,
  press,
  saveToNewCase,
  setFilter,
  workDone,
} from './inbox-page';
import { hideAndErase } from './popup-page';
import { drop, fileOf } from './workspace-page';

const SMALL = 600;
const DEMAND = '您的借款已逾期，请今日还款。';

let profile: string;
let session: Session;
let page: Page;
let small: Awaited<ReturnType<typeof backupOf>>;

beforeAll(async () => {
  profile = mkdtempSync(join(tmpdir(), 'inbox-profile-'));
  small = await backupOf(SMALL);
  session = await launch({ userDataDir: profile });
}, PATIENCE_MS);
afterAll(async () => {
  await session?.browser.close();
  rmSync(profile, { recursive: true, force: true });
});
afterEach(() => page?.close().catch(() => {}));

const opened = async (...paths: string[]): Promise<void> => {
  page = await openInbox(session);
  if (paths.length) await importFiles(page, ...paths);
};
const databases = () =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name).filter((name) => name === 'cases'));
const focused = () => page.evaluate(() => document.activeElement?.closest('[data-index]')?.getAttribute('data-index'));

describe('a backup of 100,000 messages', () => {
  it('stopped in the middle leaves nothing; read again it is all there; a second time it adds nothing', async () => {
    const { path, messages } = await backupOf(100_000);
    await opened(path);
    await pageSays(page, /已读出 [1-9]\d* 条/);
    await press(page, '取消读取');
    await pageSays(page, '已取消读取“100000.xml”，没有留下任何内容');
    expect(await mainText(page)).not.toMatch(/新增|发件人：/);

    await importFiles(page, path);
    await pageSays(page, /每秒约 \d+ 条。\s+大约还要 \d+ /);
    await pageSays(page, `新增 ${messages} 条`);
    await pageSays(page, '正在检查像催收的消息');
    await pageSays(page, '像催收的发件人：3 个');
    await press(page, '暂停检查');
    await pageSays(page, '检查暂停了');
    const paused = await mainText(page);
    expect(paused).toMatch(/条没有检查/);
    expect(paused).not.toMatch(/妈妈|老周|13800001000|验证码/);
    expect((await page.$$('.inbox-line')).length).toBeLessThan(60);

    await importFiles(page, path);
    await pageSays(page, `新增 0 条。 ${messages} 条之前已经导入`);
    await pageSays(page, '正在检查像催收的消息');
    expect(await databases()).toEqual([]);
    await press(page, '暂停检查');
    await pageSays(page, '检查暂停了');
  }, 400_000);
});

describe('what was imported', () => {
  it('is filtered, searched, walked through by keys, and private chats open only by choice', async () => {
    await opened(small.path);
    await pageSays(page, '像催收的发件人：3 个');
    await workDone(page);
    await listCounts(page, small.collecting);
    const from = (address: string) =>
      readFileSync(small.path, 'utf8')
        .split('\n')
        .filter((line) => line.includes(address));
    await setFilter(page, '只看一个号码', '13100007788');
    await listCounts(page, from('+86 131 0000 7788').length);
    await setFilter(page, '内容里有', '编号 坐牢');
    await listCounts(page, from('+86 131 0000 7788').filter((line) => line.includes('坐牢')).length);
    await setFilter(page, '判断', 'nothing-found');
    await listCounts(page, 0);
    await setFilter(page, '判断', '');
    await setFilter(page, '内容里有', '');
    await setFilter(page, '类别', 'privacy-disclosure');
    await pageSays(page, /共 [1-9]\d* 条/);
    await setFilter(page, '类别', '');
    await setFilter(page, '只看一个号码', '\n');
    await setFilter(page, '到哪天', '2024-12-31');
    await listCounts(page, 0);
    await setFilter(page, '到哪天', '');
    await listCounts(page, small.collecting);

    await page.waitForSelector('.inbox-line button');
    await page.focus('.inbox-line button');
    await page.keyboard.press('End');
    await page.waitForFunction(
      (last) => document.activeElement?.closest('[data-index]')?.getAttribute('data-index') === last,
      {},
      String(small.collecting - 1),
    );
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => document.activeElement?.closest('[data-index="1"]'));
    expect(await focused()).toBe('1');
    const beginning = await page.$eval('[data-index="1"] .part-text', (line) => (line as HTMLElement).innerText);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.result');
    expect((await mainText(page)).split(beginning).length).toBeGreaterThan(1);

    await press(page, '时间图和表');
    await page.waitForSelector('svg.chart');
    expect(await mainText(page)).toContain(`收到消息${small.collecting}条`);

    await press(page, '另外 12 个发件人');
    await pageSays(page, '妈妈');
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.inbox-others button')]
        .find((button) => button.getAttribute('aria-label')?.includes('妈妈'))
        ?.click(),
    );
    await pageSays(page, '另外 11 个发件人');
    await workDone(page);
    await press(page, '清空导入的内容');
    await press(page, '确定清空');
    await pageSays(page, '怎么得到这样的文件');
    expect(await mainText(page)).not.toContain('发件人：');
  }, 200_000);

  it('of a table whose columns cannot be told is read as the user says', async () => {
    await opened(fileOf('名单.csv', '王某,逾期快还款\n李某,吃饭\n'));
    await pageSays(page, '看不出哪一列是什么');
    expect(await page.$eval('.inbox-ask button[type=submit]', (button) => (button as HTMLButtonElement).disabled)).toBe(
      true,
    );
    await page.select('[data-field=text]', '1');
    await page.select('[data-field=sender]', '0');
    await press(page, '开始导入');
    await pageSays(page, '新增 2 条');
    await workDone(page);
    await pageSays(page, '像催收的发件人：1 个');
    await pageSays(page, '王某');
  }, 100_000);

  it('of chats and plain text is read after a question, and a dropped file too', async () => {
    const chat = `客服 2026/1/3 22:10\n${DEMAND}\n小林 2026/1/3 22:11\n知道了\n`;
    await opened(fileOf('聊天.txt', chat), fileOf('文本.txt', `${DEMAND}\n第二条\n`));
    await pageSays(page, '哪个是你');
    await press(page, '小林', '.inbox-ask');
    await press(page, '开始导入');
    await pageSays(page, '消息是怎么分开的');
    await press(page, '开始导入');
    await workDone(page);
    await pageSays(page, '聊天.txt 新增 2 条');
    await pageSays(page, '文本.txt 新增 2 条');
    await pageSays(page, '像催收的发件人：2 个');
    // What the keeper wrote himself is marked as his and has no verdict.
    await pageSays(page, /我发出的\s+知道了/);
    await drop(page, 'h2', [fileOf('再来.jsonl', JSON.stringify({ text: `${DEMAND}快`, sender: '10690001' }))]);
    await pageSays(page, '再来.jsonl 新增 1 条');
  }, 100_000);

  it('keeps the good rows; the bad ones are listed and saved as a file; hostile files are refused in words', async () => {
    const good = JSON.stringify({ text: DEMAND, sender: '10690001', at: '2026-02-01T23:00:00+08:00' });
    const laughs = `<?xml version="1.0"?><!DOCTYPE smses [<!ENTITY a "哈"><!ENTITY b "&a;&a;">]><smses><sms body="&b;"/></smses>`;
    await opened(
      fileOf('坏行.jsonl', [good, '{"text": broken', '{"sender":"1"}'].join('\n')),
      fileOf('实体.xml', laughs),
      fileOf('图.png', Buffer.from('89504e470d0a1a0a00000000', 'hex')),
    );
    await pageSays(page, '坏行.jsonl 新增 1 条');
    await pageSays(page, /实体.xml 这个文件带有备份里不该有的实体定义/);
    await pageSays(page, /图.png 这不是文字文件/);
    await workDone(page);
    await press(page, '有 2 行需要留意');
    await pageSays(page, '第 2 行：这一行不是完整的记录');
    const file = await download(session, () => press(page, '把这份清单存成文件'));
    expect(basename(file)).toBe('没有导入的行-坏行.jsonl.txt');
    expect(readFileSync(file, 'utf8')).toMatch(/坏行\.jsonl\n第 2 行[^\n]+\n第 3 行/);
  }, 100_000);
});

it('is usable in either scheme and at 320 pixels', async () => {
  await opened(small.path);
  await pageSays(page, '像催收的发件人：3 个');
  await workDone(page);
  await press(page, '时间图和表');
  await page.waitForSelector('svg.chart');
  await page.click('.inbox-line button');
  await page.waitForSelector('.result');
  for (const value of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    expect(await violationsOf(page), value).toEqual([]);
  }
  await page.setViewport({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
}, 100_000);

describe('saving to a case', () => {
  it('one message, then all with calls: they are in the case with their screening; again, nothing is new', async () => {
    const calls = fileOf(
      '通话.xml',
      '<calls count="1"><call number="95000111" duration="0" date="1767449405000" type="3"/></calls>',
    );
    await opened(small.path, calls);
    await pageSays(page, '通话.xml 新增 1 条');
    await workDone(page);
    await listCounts(page, small.collecting + 1);
    expect(await databases()).toEqual([]);
    await press(page, '存入案件', '.inbox-save');
    await saveToNewCase(page, '导入的案件');
    await pageSays(page, `已存入 ${small.collecting + 1} 条，另有 0 条`);
    await press(page, '存入案件', '.inbox-save');
    await press(page, '导入的案件', '.choose-case');
    await pageSays(page, `已存入 0 条，另有 ${small.collecting + 1} 条`);

    await page.click('.inbox-save [role=status] a');
    await pageSays(page, `共${small.collecting + 1}条`);
    await setFilter(page, '判断', 'found');
    await page.evaluate(() => document.querySelector<HTMLElement>('.entry.found summary')?.click());
    await page.waitForSelector('.entry .result .verdict.found');
    expect(await mainText(page)).toContain(`来自文件${SMALL}.xml`);
    await setFilter(page, '判断', '');
    await pageSays(page, '来电 · 未接通');

    // The imported file is not kept; given again, the very same bytes go into the evidence file, and no others.
    await page.click('nav a[href$="/evidence"]');
    const input = (await page.waitForSelector('.originals input')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(fileOf('别的.xml', '<smses count="0"></smses>'));
    await pageSays(page, '「别的.xml」和导入时的文件不一样');
    await input.uploadFile(small.path);
    await pageSays(page, `会放进去：${SMALL}.xml`);
    const files = unzipSync(bytesOf(await download(session, () => press(page, '导出证据文件'))));
    const [kept, ...others] = Object.keys(files).filter((name) => name.startsWith('originals/'));
    expect(others).toEqual([]);
    expect(sha256Of(files[kept as string] as Uint8Array)).toBe(sha256Of(bytesOf(small.path)));
  }, 200_000);

  it('stopped, nothing is saved; hiding everything ends it all', async () => {
    const many = await backupOf(6_000);
    await opened(many.path);
    await pageSays(page, '正在检查像催收的消息');
    await press(page, '暂停检查');
    await pageSays(page, '检查暂停了');
    await press(page, '存入案件', '.inbox-save');
    await saveToNewCase(page, '停下的案件');
    await pageSays(page, '正在保存');
    await press(page, '取消', '.inbox-save');
    await pageSays(page, '已取消，什么都没有存');
    const closed = new Promise<void>((done) => page.once('close', () => done()));
    await hideAndErase(page);
    await closed;
    await opened();
    await pageSays(page, '怎么得到这样的文件');
    await page.goto(`chrome-extension://${session.extension.id}/workspace.html#/cases`);
    await pageSays(page, '停下的案件');
    await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main a')].find((a) => a.innerText.includes('停下的案件'))?.click(),
    );
    await pageSays(page, '这个案件里还没有记录');
  }, 200_000);

  it('the browser is killed while it saves, and while it reads: all or nothing of each', async () => {
    const many = await backupOf(6_000);
    await opened(many.path);
    await pageSays(page, '像催收的发件人：3 个');
    await workDone(page);
    await press(page, '存入案件', '.inbox-save');
    await saveToNewCase(page, '中断的案件');
    await page.waitForFunction(
      () => (document.querySelector<HTMLProgressElement>('.inbox-save progress')?.position ?? 0) > 0.1,
      { polling: 5 },
    );
    session = await killAndRestart(session, profile);
    await opened((await backupOf(100_000)).path);
    await pageSays(page, /已读出 [1-9]\d* 条/);
    session = await killAndRestart(session, profile);
    await opened();
    await pageSays(page, '怎么得到这样的文件');
    const counts = await page.evaluate(
      () =>
        new Promise<number[]>((done, fail) => {
          const opening = indexedDB.open('cases');
          opening.onerror = () => fail(opening.error);
          opening.onsuccess = () => {
            const parts = opening.result.transaction('parts').objectStore('parts').getAllKeys();
            parts.onsuccess = () => {
              const byCase = Map.groupBy(parts.result as [string, string, string][], ([id]) => id);
              done([...byCase.values()].map((keys) => keys.filter(([, , kind]) => kind === 'entry').length));
            };
          };
        }),
    );
    // The case saved before is whole; the stopped one is empty; of the last there is all or nothing.
    expect(counts).toContain(small.collecting + 1);
    for (const count of counts) expect([0, small.collecting + 1, many.collecting]).toContain(count);
  }, 300_000);
});
