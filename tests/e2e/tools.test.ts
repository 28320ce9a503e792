/** The calculators of the workspace as a person uses them: by keyboard, in both languages, narrow, light and dark. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import { clickByText, openAll, SCREENS, textOf } from './popup-page';
import { says } from './workspace-page';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let session: Session;
let space: Page;

async function openTool(tool: string): Promise<Page> {
  const page = await session.browser.newPage();
  page.setDefaultTimeout(20_000);
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`chrome-extension://${session.extension.id}/workspace.html#/tools${tool && `/${tool}`}`);
  await page.waitForSelector('main h2');
  return page;
}

async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

/** A field by its name; a cell of a table takes its name from the field in it, so there the attribute decides. */
const fieldOf = (name: string) => (/第 \d/.test(name) ? `[aria-label="${name}"]` : `::-p-aria([name="${name}"])`);
const valuesOf = (page: Page, selector: string): Promise<string[]> =>
  page.$$eval(selector, (all) => all.map((field) => (field as HTMLInputElement).value));

/** Puts the cursor into a field by its name and types; for a day digits only, from the year on. */
async function type(name: string, text: string): Promise<void> {
  const field = await space.waitForSelector(fieldOf(name));
  await space.evaluate(() => (document.activeElement as HTMLElement).blur());
  await field?.focus();
  await space.keyboard.type(text);
}

const press = async (...keys: ('Tab' | 'Enter' | 'ArrowDown')[]): Promise<void> => {
  for (const key of keys) await space.keyboard.press(key);
};

beforeAll(async () => {
  session = await launch();
});
afterAll(async () => {
  await session?.browser.close();
});
beforeEach(async () => {
  await space?.close();
});

describe('the annual rate', () => {
  /** 9,000 received, twelve instalments of 1,000: typed with the keyboard alone. */
  async function fillLoan(): Promise<void> {
    await type('第 1 行，日期', '20240115');
    // Past the button of the calendar, which is a part of the field.
    await press('Tab', 'Tab');
    await space.waitForSelector(`${fieldOf('第 1 行，金额（元）')}:focus`);
    await space.keyboard.type('9,000');
    await (await space.$('.tool-fold summary'))?.focus();
    await press('Enter', 'Tab');
    await space.keyboard.type('12');
    await press('Tab');
    await space.keyboard.type('1000');
    await press('Tab');
    await space.keyboard.type('20240215');
    await type('加入这些期', '\n');
    await says(space, '[role=status]', '加入了 12 行');
  }

  beforeEach(async () => {
    space = await openTool('rate');
  });

  it('is worked out from a loan entered by keyboard, and read out', async () => {
    await fillLoan();
    await type('第 1 行，金额（元）', '\n');
    await says(space, '#rate-result [role=status]', '有效年利率约 74.08 %');
    await space.waitForSelector('#rate-result:focus');
    const result = await textOf(space, '#rate-result');
    expect(result).toMatch(/名义年利率（月利率乘 12）约 56.75 %/);
    for (const line of ['9,000.00 元', '12,000.00 元', '3,000.00 元', '法院、监管部门可能用别的算法']) {
      expect(result).toContain(line);
    }
  });

  it('of a private loan is compared with four times the LPR of its time, never judged', async () => {
    await fillLoan();
    await clickByText(space, 'button', '计算');
    await space.locator(fieldOf('钱是谁借给你的')).fill('private');
    await says(space, '.compared', '填上合同那天');
    await type('合同或借条是哪天订的', '20240115');
    await says(space, '.compared', '一年期 LPR 是 3.45 %（2023-12-20 公布），四倍是 13.80 %');
    await says(space, '.compared', '高于四倍 LPR');
    await says(space, '.compared', '不等于本金不用还');
    for (const part of ['.compared', '#rate-result']) {
      expect(await textOf(space, part)).not.toMatch(/违法|非法|无效|高利贷|不用还(?!。)/);
    }

    await type('合同或借条是哪天订的', '20260115');
    await says(space, '.compared', '这里只收录到 2025-07 的一年期 LPR，请自己填');
    await type('那天有效的一年期 LPR（%）', '三');
    await says(space, '#lpr-error', '请填百分数');
    await space.keyboard.press('Backspace');
    await space.keyboard.type('3.0');
    await says(space, '.compared', '按你填的一年期 LPR 3.00 %，四倍是 12.00 %');

    await type('合同或借条是哪天订的', '20200819');
    await says(space, '.compared', '2020 年 8 月 20 日以前订的合同');
    expect(await textOf(space, '.compared')).not.toContain('四倍是');
    await space.locator(fieldOf('钱是谁借给你的')).fill('licensed');
    await says(space, '.compared', '四倍 LPR 不约束银行');
    expect(await textOf(space, '.compared')).not.toContain('高于');
  });

  it('says what is wrong, row by row, and what is missing', async () => {
    await clickByText(space, 'button', '计算');
    await says(space, '#rate-result', '还没有可以算的');
    await type('第 2 行，金额（元）', '-5');
    await says(space, '#row-errors', '第 2 行：日期和金额都要改');
    expect(await textOf(space, '#rate-result')).toBe('');
    await type('第 2 行，日期', '20240115');
    await says(space, '#row-errors', '第 2 行：金额要大于 0，最多两位小数');
    expect(await space.$eval(fieldOf('第 2 行，金额（元）'), (field) => field.getAttribute('aria-invalid'))).toBe(
      'true',
    );
    await clickByText(space, 'summary', '粘贴多行');
    await clickByText(space, 'button', '加入这些行');
    await says(space, '[role=alert]', '还没有可以加入的行');
    await space.locator('textarea').fill('2024-01-01 +800\n2024-02-30 1000\n昨天 3');
    await clickByText(space, 'button', '加入这些行');
    await says(space, '[role=alert]', '这几行没有读懂：2、3');
    await clickByText(space, 'summary', '按月分期');
    await clickByText(space, 'button', '加入这些期');
    await says(space, '[role=alert]', '期数要是 1 到 720 的整数');
  });

  it('rows that go come back, and the keyboard is not lost', async () => {
    await clickByText(space, 'summary', '粘贴多行');
    await space.locator('textarea').fill('2024-05-01 +800\n2024-05-08 600\n2024-05-09 400');
    await clickByText(space, 'button', '加入这些行');
    await says(space, '[role=status]', '加入了 3 行');
    expect(await valuesOf(space, '.flows input')).toEqual([
      '2024-05-01',
      '800',
      '2024-05-08',
      '600',
      '2024-05-09',
      '400',
    ]);
    await (await space.$(fieldOf('删除第 2 行')))?.focus();
    await press('Enter');
    await space.waitForFunction(() => document.querySelectorAll('.flows tbody tr').length === 2);
    await space.waitForSelector(`${fieldOf('删除第 2 行')}:focus`);
    await clickByText(space, 'button', '撤销');
    await space.waitForFunction(() => document.querySelectorAll('.flows tbody tr').length === 3);
    await clickByText(space, 'button', '清空');
    expect(await valuesOf(space, '.flows input')).toEqual(['', '', '', '']);
    await clickByText(space, 'button', '撤销');
    await clickByText(space, 'button', '计算');
    await says(space, '#rate-result', '有效年利率超过 10,000 %');
  });

  it('keeps what was entered when the language or the view changes, and forgets it with the page', async () => {
    await fillLoan();
    await clickByText(space, 'button', '计算');
    const before = await valuesOf(space, '.flows input');
    await clickByText(space, 'header button', 'English');
    await says(space, '#rate-result', 'Effective annual rate: about 74.08 %');
    expect(await valuesOf(space, '.flows input')).toEqual(before);
    await clickByText(space, 'nav a', 'Check');
    await space.waitForSelector('#message');
    await clickByText(space, 'nav a', 'Calculators');
    await says(space, 'main a', 'True annual rate');
    await clickByText(space, 'main a', 'True annual rate');
    await says(space, '#rate-result', 'about 74.08 %');
    await clickByText(space, 'header button', '中文');
    await space.reload();
    await space.waitForSelector('.flows');
    expect(await valuesOf(space, '.flows input')).toEqual(['', '', '', '']);
  });
});

it('on paper: the loan, its rate and the rules, without buttons and ways', async () => {
  space = await openTool('rate');
  await clickByText(space, 'summary', '粘贴多行');
  await space.locator('textarea').fill('2024-01-15 +9000\n2025-01-14 10080');
  await clickByText(space, 'button', '加入这些行');
  await clickByText(space, 'button', '计算');
  await says(space, '#rate-result', '有效年利率约 12.00 %');
  await space.emulateMediaType('print');
  const printed = await textOf(space, 'body');
  for (const kept of ['收到和还出去的钱', '有效年利率约 12.00 %', '单利年利率约 12.0 %', '四倍 LPR 不约束', '依据']) {
    expect(printed).toContain(kept);
  }
  expect(printed).not.toMatch(/删除|加一行|粘贴多行|复制结果|拨打|指南/);
});

describe('the limitation period', () => {
  const enter = async (kind: string, digits: string): Promise<void> => {
    await space.locator(fieldOf('发生了什么')).fill(kind);
    await type('哪一天', `${digits}\n`);
    await says(space, 'form [role=status]', `${digits.slice(0, 4)}-${digits.slice(4, 6)}`);
  };

  beforeEach(async () => {
    space = await openTool('limitation');
  });

  it('shows each event with its effect and article, and the earliest day', async () => {
    await says(space, '.lead', '回复“我会还”');
    await enter('payment', '20210506');
    await says(space, '#timeline-result', '还缺到期日');
    await enter('due', '20200229');
    await says(space, '#timeline-result', '三年的最后一天大约是 2024-05-06，最早要到 2024-05-07');
    await says(space, '#timeline-result', '不表示时效真的过了');
    const rows = await space.$$eval('.events tbody tr', (all) => all.map((row) => (row as HTMLElement).innerText));
    expect(rows[0]).toMatch(/2020-02-29[\s\S]*可能从这天起算[\s\S]*《民法典》第一百八十八条/);
    expect(rows[1]).toMatch(/2021-05-06[\s\S]*从这天重新算[\s\S]*第一百九十五条[\s\S]*第十四条/);
    expect(await space.$$eval('svg.timeline circle', (all) => all.length)).toBe(2);
    await enter('promise', '20250101');
    await says(space, '#timeline-result', '抗辩可能已经没有了');
    await (await space.$('.events tr:last-child button'))?.click();
    await says(space, '#timeline-result', '2024-05-07');
    await clickByText(space, 'button', '撤销');
    await says(space, '#timeline-result', '抗辩可能已经没有了');
  });

  it('refuses a day that is missing, to come, or known', async () => {
    await clickByText(space, 'button', '加入');
    await says(space, '[role=alert]', '日期没填、不完整或不存在');
    await space.locator(fieldOf('发生了什么')).fill('demand');
    await type('哪一天', '20980101\n');
    await says(space, '[role=alert]', '这一天还没到');
    await enter('demand', '20240101');
    await type('哪一天', '20240101\n');
    await says(space, '[role=alert]', '这件事已经在表里了');
    await enter('due', '20160101');
    await says(space, '#timeline-result', '2017 年 10 月 1 日以前');
  });
});

it('the stage: days overdue on a day, and the way to the guide', async () => {
  space = await openTool('stage');
  await type('到期日（最后可以还的那天）', '20260822');
  await type('看哪一天的情况', '20261121');
  await says(space, '#stage-result', '逾期 91 天');
  await says(space, '#stage-result', '90 天以上');
  await type('看哪一天的情况', '20260822');
  await says(space, '#stage-result', '这天就是到期日');
  await type('看哪一天的情况', '20260801');
  await says(space, '#stage-result', '离到期日还有 21 天');
  expect(await space.$eval('main .actions a', (link) => link.getAttribute('href'))).toBe('#/guide/stages');
});

describe.each(['', 'rate', 'limitation', 'stage'])('#/tools/%s', (tool) => {
  beforeEach(async () => {
    space = await openTool(tool);
    if (tool === 'rate') {
      await clickByText(space, 'summary', '粘贴多行');
      await space.locator('textarea').fill('2024-01-15 +9000\n2024-02-15 5000\n2024-03-15 5000');
      await clickByText(space, 'button', '加入这些行');
      await clickByText(space, 'button', '计算');
      await says(space, '#rate-result', '有效年利率约');
      await space.locator(fieldOf('钱是谁借给你的')).fill('private');
      await type('合同或借条是哪天订的', '20260115');
    }
    if (tool === 'limitation') {
      await type('哪一天', '20210506\n');
      await space.waitForSelector('.events');
    }
    if (tool === 'stage') await type('到期日（最后可以还的那天）', '20260822');
  });

  it('has no accessibility violation in light and dark, wide and at 320 px, in both languages', async () => {
    for (const scheme of ['light', 'dark']) {
      await space.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await openAll(space);
      expect(await violationsOf(space), scheme).toEqual([]);
      await space.screenshot({ path: join(SCREENS, `tools-${tool || 'list'}-${scheme}.png`), fullPage: true });
    }
    await space.setViewport({ width: 320, height: 640 });
    for (const label of ['English', '中文']) {
      await space.waitForSelector('main h2');
      expect(await space.evaluate(() => document.documentElement.scrollWidth), label).toBeLessThanOrEqual(320);
      expect(await violationsOf(space), label).toEqual([]);
      await clickByText(space, 'header button', label);
    }
    await space.screenshot({ path: join(SCREENS, `tools-${tool || 'list'}-narrow.png`), fullPage: true });
  });
});
