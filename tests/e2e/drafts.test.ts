/** Complaint drafts as a person writes one: chosen, filled in, changed by hand, confirmed, taken away, and followed up. */
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import { begin, bytesOf, check, field, fill, goTo, press, records, sees, THREAT, tick } from './case-space';
import { download } from './download';
import { textOfPdf } from './pdf';
import { textOf } from './popup-page';
import { says } from './workspace-page';

/** Says something that needs checking and something lawful, nothing that a draft may hold against anyone by itself. */
const HEARING = '【某区人民法院】你与云桥银行借款合同纠纷一案定于12月3日9时开庭，可拨12368核实。';

let session: Session;
let space: Page;
let id: string;

const draft = (): Promise<string> => space.$eval('.draft-text', (box) => (box as HTMLTextAreaElement).value);
const waysOut = (): Promise<boolean[]> =>
  space.$$eval('button', (all) =>
    all
      .filter(({ innerText }) => /^(复制|存成Word文件|打印|我已经发出去了)/.test(innerText))
      .map(({ disabled }) => disabled),
  );

beforeAll(async () => {
  session = await launch();
  ({ space, id } = await begin(session));
  await check(space, HEARING, '10690000777777', '2026-03-02', '10:00');
  await press(space, '存入案件');
  await press(space, '案件甲');
  await sees(space, '已存入。');
  await goTo(space, 'cases', id, 'drafts');
  await press(space, '放款机构', '.chip');
  await space.waitForSelector('.draft-text');
});
afterAll(async () => {
  await session?.browser.close();
});

it('begins empty: every missing fact is a visible blank, nothing can be taken away yet', async () => {
  expect(await draft()).toContain('【请填写：姓名】');
  expect(await draft()).not.toContain('再不还钱');
  expect(await textOf(space, '.blank-note')).toContain('【请填写：姓名】');
  expect(await waysOut()).toEqual([true, true, true, true]);
});

it('takes what is chosen and filled in, word for word; what is uncertain is left out, or said to be uncertain', async () => {
  await press(space, '放入所有「可能过线」的', 'button');
  await space.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>('.draft-text')?.value.includes('再不还钱'),
  );
  await fill(space, '你的姓名', '张三');
  await fill(space, '合同上的机构全称', '某某银行股份有限公司');
  const text = await draft();
  expect(text).toContain(`2026年3月1日22:30，号码10690000123456发来，原文：「${THREAT}」`);
  expect(text).toContain('姓名：张三');
  expect(text).not.toContain('某区人民法院');
  await space.$$eval('.plain.scroll > li > label input', (boxes) => (boxes[1] as HTMLInputElement).click());
  await space.waitForFunction(() => document.querySelectorAll('.plain.scroll .plain').length === 2);
  expect(await draft()).toContain('某区人民法院');
  expect(await draft()).not.toContain('我不能确定');
  await space.$eval('.plain.scroll .plain label:has(.small) input', (box) => (box as HTMLInputElement).click());
  await space.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>('.draft-text')?.value.includes('我不能确定'),
  );
});

it('keeps what was changed by hand, says that choices no longer change it, also after another office was looked at', async () => {
  const text = await draft();
  await space.$eval('.draft-text', (box) => {
    (box as HTMLTextAreaElement).value += '\n我的补充。';
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await sees(space, '不会自动加进来');
  await fill(space, '你的姓名', '李四');
  expect(await draft()).toBe(`${text}\n我的补充。`);
  await press(space, '12378', '.chip');
  await space.waitForFunction(
    () => !document.querySelector<HTMLTextAreaElement>('.draft-text')?.value.includes('我的补充'),
  );
  expect(await draft()).toContain('李四');
  await press(space, '放款机构', '.chip');
  await sees(space, '不会自动加进来');
  expect(await draft()).toBe(`${text}\n我的补充。`);
});

it('survives a reload of the page, wording, facts and choices, and must be confirmed again', async () => {
  const text = await draft();
  await tick(space, '我确认以上都是真实的');
  await sees(space, '草稿已随案件保存');
  await space.reload();
  await space.waitForSelector('.draft-text');
  expect(await draft()).toBe(text);
  expect(await (await field(space, '你的姓名')).evaluate((input) => (input as HTMLInputElement).value)).toBe('李四');
  expect(await space.$$eval('.plain.scroll > li > label input:checked', ({ length }) => length)).toBe(2);
  expect(await waysOut()).toEqual([true, true, true, true]);
});

it('lies encrypted in a locked case, and is there again when it is opened', async () => {
  const other = await begin(session, '案件乙', 'secret secret');
  await goTo(other.space, 'cases', other.id, 'drafts');
  await press(other.space, '12378', '.chip');
  await fill(other.space, '你的姓名', '赵六不想让人看到');
  await sees(other.space, '草稿已随案件保存');
  expect((await records(other.space)).join('\n')).not.toContain('赵六');
  await other.space.reload();
  await other.space.waitForSelector('input[type=password]');
  await fill(other.space, '口令', 'secret secret');
  await press(other.space, '打开', 'form button');
  await other.space.waitForFunction(() =>
    document.querySelector<HTMLTextAreaElement>('.draft-text')?.value.includes('赵六不想让人看到'),
  );
  await goTo(other.space, 'cases', other.id, 'settings');
  await press(other.space, '现在上锁');
  await other.space.waitForSelector('input[type=password]');
  expect(await other.space.evaluate(() => document.documentElement.outerHTML)).not.toContain('赵六');
  await other.space.close();
  await space.bringToFront();
});

it('can be taken away only after it was confirmed, and a change takes the confirmation back', async () => {
  await tick(space, '我确认以上都是真实的');
  expect(await waysOut()).toEqual([false, false, false, false]);
  await space.$eval('.draft-text', (box) => {
    (box as HTMLTextAreaElement).value += '再补充。';
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await space.waitForFunction(() => document.body.innerText.includes('核对完、勾上面这一条'));
  expect(await waysOut()).toEqual([true, true, true, true]);
  await tick(space, '我确认以上都是真实的');
});

it('the Word file and the printed page hold the same words as the box', async () => {
  const path = await download(session, () => press(space, '存成Word文件'));
  expect(path).toMatch(/关于催收行为的投诉-\d{4}-\d\d-\d\d\.docx$/);
  const xml = strFromU8(unzipSync(bytesOf(path))['word/document.xml'] as Uint8Array);
  const paragraphs = [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs)].map(([one]) =>
    one
      .replace(/<[^>]+>/g, '')
      .replace(/&quot;/g, '"')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&'),
  );
  const text = await draft();
  expect(paragraphs.filter(Boolean)).toEqual(text.split('\n').filter(Boolean));
  await space.evaluate(() => {
    window.print = () => {};
  });
  await press(space, '打印');
  const pdf = textOfPdf(await space.pdf());
  expect(pdf).toBe(text.normalize('NFKC').replace(/\s/g, ''));
  await space.evaluate(() => dispatchEvent(new Event('afterprint')));
});

it('noted as sent it can be followed: ticket, day, answer, and a reminder when the day has passed', async () => {
  await press(space, '我已经发出去了');
  await sees(space, '已记下，去填编号');
  expect((await waysOut()).at(-1)).toBe(true);
  await press(space, '已记下，去填编号', 'a');
  await fill(space, '编号、工号', 'T-77，工号12');
  await fill(space, '应在哪天前答复', '2026-01-15');
  await press(space, '保存');
  await says(space, '[role=status]', '已保存');
  await sees(space, '应答复的日子（2026-01-15）已过');
  await goTo(space, 'cases', id, 'entries');
  await sees(space, '有1件投诉过了应答复的日子');
  await space.reload();
  await sees(space, '有1件投诉过了应答复的日子');
  await press(space, '投诉进展', 'main a');
  expect(await (await field(space, '编号、工号')).evaluate((input) => (input as HTMLInputElement).value)).toBe(
    'T-77，工号12',
  );
  expect(await space.$eval('.message', (element) => element.textContent)).toContain('我的补充。再补充。');
  await fill(space, '对方怎么答复', '已转交处理');
  await press(space, '保存');
  await says(space, '[role=status]', '已保存');
  expect(await textOf(space, 'main')).not.toContain('已过');
  await press(space, '删除这条进展');
  await press(space, '再点一次');
  await sees(space, '还没有记下发送过的投诉');
  expect((await records(space)).join('\n')).not.toContain('T-77');
});
