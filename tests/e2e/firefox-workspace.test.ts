/** What the workspace keeps and works out, in Firefox: a locked case, an imported backup, a guide page, a calculator. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { field, fill, goTo, press, records, saveToNewCase, sees, THREAT } from './case-space';
import { type Firefox, startFirefox, until } from './firefox-page';
import { backupOf, importFiles, mainText, PATIENCE_MS, pageSays, press as pressInInbox } from './inbox-page';
import { clickByText, settled } from './popup-page';

const PASSPHRASE = '竹影 扫阶 尘不动';

let firefox: Firefox;

beforeAll(async () => {
  firefox = await startFirefox({});
});
afterAll(() => firefox?.stop());
afterEach(() => firefox.closePages());

async function openSpace(): Promise<Page> {
  const space = await firefox.openOwnPage('workspace.html');
  space.setDefaultTimeout(PATIENCE_MS);
  await space.bringToFront();
  await space.waitForSelector('#message');
  if ((await space.evaluate(() => document.documentElement.lang)) !== 'zh-CN') {
    await clickByText(space, 'header button', '中文');
  }
  return space;
}

it('a case with a passphrase holds nothing readable, and opens again by it', async () => {
  const space = await openSpace();
  await space.type('#message', THREAT);
  await space.waitForSelector('#result .verdict.found');
  await settled(space);
  const id = await saveToNewCase(space, '火狐里的案件', PASSPHRASE);
  const kept = (await records(space)).join('\n');
  expect(kept).not.toMatch(/父母|王小明|1391234/);
  await space.close();

  const again = await openSpace();
  await goTo(again, 'cases', id);
  await fill(again, '口令', PASSPHRASE);
  await press(again, '打开', 'form button');
  await sees(again, '显示1条，共1条');
  expect(await mainText(again)).toContain('父母');
});

it('a backup from a file is read, checked and listed', async () => {
  const { path, messages, collecting } = await backupOf(600);
  const space = await openSpace();
  await goTo(space, 'inbox');
  await space.waitForSelector('#inbox-file');
  await importFiles(space, path);
  await pageSays(space, `新增 ${messages} 条`);
  await pageSays(space, '像催收的发件人：3 个');
  await space.waitForSelector('.inbox-progress', { hidden: true });
  await pageSays(space, `共 ${collecting} 条`);
  await pressInInbox(space, '清空导入的内容');
  await pressInInbox(space, '确定清空');
  await pageSays(space, '怎么得到这样的文件');
});

it('the guide shows its pages, the calculators their results', async () => {
  const space = await openSpace();
  await goTo(space, 'guide');
  await space.waitForSelector('main a[href^="#/guide/"]');
  const [first] = await space.$$eval('main a[href^="#/guide/"]', (links) => links.map((link) => link.hash));
  await goTo(space, (first as string).slice(2));
  await until(async () => (await mainText(space)).length > 400, 'a page of the guide');
  await goTo(space, 'tools', 'limitation');
  await (await field(space, '发生了什么')).select('due');
  await fill(space, '哪一天', '2020-02-29');
  await press(space, '加入', 'form button');
  await sees(space, '三年的最后一天大约是 2023-02-28');
});
