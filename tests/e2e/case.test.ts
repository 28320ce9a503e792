/** Kept cases in a real Chromium: one message of a frightened person, several locked cases of a helper, hostile hands. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import {
  begin,
  check,
  field,
  fill,
  goTo,
  openEntry,
  press,
  records,
  saveToNewCase,
  sees,
  THREAT,
  tick,
} from './case-space';
import { hideAndErase, textOf } from './popup-page';
import { fileOf, leaveFor, openSpace, says } from './workspace-page';

const PASSPHRASE = '天黑了也不怕 2026';
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Gives files to the field beside an open entry. */
async function attach(space: Page, ...paths: string[]): Promise<void> {
  const input = (await space.waitForSelector(
    '.files input[type=file]:not([disabled])',
  )) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(...paths);
}

const words = (space: Page): Promise<string> => textOf(space, 'main');

describe('one message', () => {
  const profile = mkdtempSync(join(tmpdir(), 'duncheck-profile-'));
  let session: Session;
  let space: Page;
  let id: string;

  beforeAll(async () => {
    session = await launch({ userDataDir: profile });
    ({ space, id } = await begin(session));
  });
  afterAll(async () => {
    await session?.browser.close();
    rmSync(profile, { recursive: true, force: true });
  });

  it('is kept once: the second time it is said to be there, and another message is not said to be saved', async () => {
    await goTo(space, 'check');
    await press(space, '存入案件');
    await press(space, '案件甲');
    await sees(space, '已经在这个案件里');
    await check(space, `${THREAT}第二条。`);
    expect(await words(space)).not.toMatch(/已存入|已经在这个案件里/);
    await press(space, '存入案件');
    await press(space, '案件甲');
    await sees(space, '已存入。');
    await press(space, '去看这个案件', 'a');
    await sees(space, '显示2条，共2条');
  });

  it('survives the end of the browser, with its screening of that day', async () => {
    await session.browser.close();
    session = await launch({ userDataDir: profile });
    space = await openSpace(session);
    await goTo(space, 'cases', id);
    await sees(space, '显示2条，共2条');
    await openEntry(space);
    await space.waitForSelector('.entry .finding.violation');
    expect(await textOf(space, '.entry summary')).toMatch(/2026-03-01 22:30 · 10690000123456/);
  });

  it('is corrected, time and note included; the earlier state is kept', async () => {
    await press(space, '更正或加备注', '.entry button');
    await fill(space, '原文', THREAT.replace('王小明', '王大明'));
    await fill(space, '几点', '21:05');
    await fill(space, '备注', '他先打了电话');
    await press(space, '保存', '.entry button');
    await sees(space, '更正过1次，原来的内容仍保留');
    expect(await textOf(space, '.entry')).toContain('他先打了电话');
    expect(await textOf(space, '.entry summary')).toContain('2026-03-01 21:05');
    const kept = (await records(space)).join('\n');
    expect(kept).toContain('王小明');
    expect(kept).toContain('王大明');
  });

  it('a note alone leaves the screening as it was made', async () => {
    const madeAt = async () =>
      (await records(space)).flatMap((one) => /"screenedAt":"([^"]+)"/.exec(one)?.[1] ?? []).sort();
    const before = await madeAt();
    await openEntry(space);
    await press(space, '更正或加备注', '.entry button');
    expect(await (await field(space, '备注')).evaluate((box) => (box as HTMLTextAreaElement).value)).toBe(
      '他先打了电话',
    );
    await fill(space, '备注', '他先打了两次电话');
    await press(space, '保存', '.entry button');
    await sees(space, '更正过2次');
    expect(await madeAt()).toEqual(before);
  });

  it('takes a screenshot and gives it up; a wrong kind and too much are refused with the reason', async () => {
    await openEntry(space);
    await attach(space, fileOf('截图.png', PIXEL));
    await sees(space, '截图.png');
    await attach(space, fileOf('page.html', '<script>1</script>'));
    await says(space, '[role=alert]', '只能保存图片（截图、照片）和录音');
    await attach(space, fileOf('long.png', new Uint8Array(20 * 1024 * 1024 + 1)));
    await says(space, '[role=alert]', '超过了 20 MB');
    await press(space, '移除这个文件');
    expect(await words(space)).toContain('截图.png');
    await press(space, '再点一次');
    await space.waitForFunction(() => !document.body.innerText.includes('截图.png'));
    expect((await records(space)).join('\n')).not.toContain('"kind":"attachment"');
  });

  it('deleted by mistake it comes back, also after looking at another part; the keyboard is not lost', async () => {
    await openEntry(space);
    await press(space, '删除这条记录');
    await sees(space, '已删除1条');
    await space.waitForFunction(() => document.activeElement?.textContent === '撤销');
    await goTo(space, 'cases', id, 'timeline');
    await space.waitForSelector('.chart');
    await goTo(space, 'cases', id, 'entries');
    await press(space, '撤销');
    await sees(space, '显示2条，共2条');
    await openEntry(space);
    expect(await textOf(space, '.entry')).toContain('更正过2次');
  });

  it('the timeline shows the night, its days and counts, and what to note', async () => {
    await goTo(space, 'cases', id, 'timeline');
    await space.waitForSelector('.findings');
    expect(await textOf(space, '.findings')).toMatch(/有记录的日子（1天）：\s*2026-03-01：1次/);
    expect(await textOf(space, '.findings')).toContain('标准');
    await press(space, '记下我发出的话', 'summary');
    await fill(space, '哪天发的', '2026-02-20');
    await fill(space, '发给哪个号码', '10690000123456');
    await fill(space, '我发出的原文', '请停止联系我的家人');
    await press(space, '记下', 'form button');
    await sees(space, '你要求停止之后，10690000123456 在 1 天里又联系了 2 次');
  });

  it('names what was altered in the store from outside', async () => {
    await space.evaluate(async () => {
      const open = indexedDB.open('cases');
      const database = await new Promise<IDBDatabase>((done) => {
        open.onsuccess = () => done(open.result);
      });
      const parts = database.transaction('parts', 'readwrite').objectStore('parts');
      const all = parts.getAll();
      await new Promise((done) => {
        all.onsuccess = done;
      });
      const record = all.result.find(
        ({ kind, bytes }) => kind === 'entry' && new TextDecoder().decode(bytes).includes('王大明'),
      );
      const text = new TextDecoder().decode(record.bytes).replace('王大明', '王二明');
      const put = parts.put({ ...record, bytes: new TextEncoder().encode(text) });
      await new Promise((done) => {
        put.onsuccess = done;
      });
      database.close();
    });
    await goTo(space, 'cases', id, 'evidence');
    await press(space, '核对', 'main > section button, .panel button.button:not(.primary)');
    await sees(space, '有1处不一致');
    const [line] = await space.$$eval('[role=status] li', (items) =>
      items.map((one) => (one as HTMLElement).innerText),
    );
    expect(line).toMatch(/被改动 · 记录 2026-03-01 21:05 · 10690000123456 · 再不还钱/);
  });

  it('is gone with its case, from the store as well', async () => {
    await goTo(space, 'cases', id, 'settings');
    await fill(space, '输入「删除」', '删除');
    await press(space, '删除这个案件');
    await sees(space, '还没有案件');
    expect(await words(space)).not.toContain('不在了');
    expect(await records(space)).toEqual([]);
  });
});

it('when the browser gives no more room, the message says so and everything kept is still there', async () => {
  const session = await launch();
  onTestFinished(() => session.browser.close());
  const space = await openSpace(session);
  const cdp = await space.createCDPSession();
  const origin = await space.evaluate(() => location.origin);
  // Before anything is stored: later the browser remembers the room it had.
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 3_000_000 });
  await check(space, THREAT);
  await saveToNewCase(space, '案件丙');
  const before = await records(space);
  await openEntry(space);
  await attach(space, fileOf('big.png', randomBytes(15_000_000)));
  await says(space, '[role=alert]', '空间用完了，这次没有保存；以前保存的都还在');
  expect(await records(space)).toEqual(before);
  await attach(space, fileOf('small.png', PIXEL));
  await sees(space, 'small.png');
});

describe('a text from a private window', () => {
  let session: Session;
  beforeAll(async () => {
    session = await launch();
  });
  afterAll(async () => {
    await session?.browser.close();
  });

  it('is checked, but no saving is offered, and it says why', async () => {
    const page = await openSpace(session);
    const query = await leaveFor(page, 'private', { draft: { text: THREAT }, isPrivate: true });
    const space = await openSpace(session, query);
    await space.waitForSelector('#result .verdict');
    await sees(space, '无痕（隐私）窗口里不提供保存');
    expect(await words(space)).not.toContain('存入案件');
    await goTo(space, 'cases');
    await sees(space, '无痕（隐私）窗口里不提供保存');
    expect(await space.$$eval('main form', (forms) => forms.length)).toBe(0);
    await page.bringToFront();
    await check(page, THREAT);
    await press(page, '存入案件');
    await sees(page, '建立案件并存入这条消息');
  });
});

describe('locked cases', () => {
  let session: Session;
  let space: Page;
  let id: string;

  beforeAll(async () => {
    session = await launch();
    ({ space, id } = await begin(session, '代号17', PASSPHRASE));
  });
  afterAll(async () => {
    await session?.browser.close();
  });

  const unlock = async (passphrase: string) => {
    await fill(space, '口令', passphrase);
    await press(space, '打开', 'form button');
  };
  const nothingShown = async () => {
    await space.waitForSelector('input[type=password]');
    const page = await space.evaluate(() => document.documentElement.outerHTML);
    expect(page).not.toMatch(/代号17|10690000123456|王小明/);
  };

  it('keeps nothing readable in the store', async () => {
    const kept = (await records(space)).join('\n');
    expect(kept).not.toMatch(/代号17|10690000123456|通讯录|王小明/);
    expect(kept).toContain('PBKDF2');
  });

  it('locks on reload; a wrong passphrase opens nothing, the right one all', async () => {
    await space.reload();
    await nothingShown();
    await unlock('天黑了也怕 2026');
    await says(space, '[role=alert]', '口令不对');
    await nothingShown();
    await unlock(PASSPHRASE);
    await sees(space, '显示1条，共1条');
    await space.waitForFunction(() => document.activeElement?.textContent === '代号17');
  });

  it('closing another tab does not lock the one in use; "hide and erase" closes and locks all', async () => {
    const other = await openSpace(session);
    await goTo(other, 'cases', id);
    await other.waitForSelector('input[type=password]');
    await fill(other, '口令', PASSPHRASE);
    await press(other, '打开', 'form button');
    await sees(other, '显示1条，共1条');
    await other.close({ runBeforeUnload: true });
    await space.bringToFront();
    await goTo(space, 'cases', id, 'evidence');
    await sees(space, '导出证据文件');
    const third = await openSpace(session);
    const closed = new Promise((done) => space.once('close', done));
    await hideAndErase(third);
    await closed;
    space = await openSpace(session);
    await goTo(space, 'cases', id);
    await nothingShown();
    await unlock(PASSPHRASE);
    await sees(space, '显示1条，共1条');
  });

  it('a message for a locked case: the way to open it is shown, the message stays', async () => {
    await goTo(space, 'cases', id, 'settings');
    await press(space, '现在上锁');
    await nothingShown();
    await check(space, `${THREAT}再一条。`);
    await press(space, '存入案件');
    await sees(space, '这些案件上了锁');
    await press(space, '已上锁的案件', '.choose-case a');
    await unlock(PASSPHRASE);
    await sees(space, '显示1条，共1条');
    await goTo(space, 'check');
    await space.waitForSelector('#result .verdict');
    await press(space, '存入案件');
    await press(space, '代号17');
    await sees(space, '已存入。');
  });

  it('the passphrase is changed and taken away only by who knows it', async () => {
    await goTo(space, 'cases', id, 'settings');
    await fill(space, '现在的口令', 'wrong wrong');
    await press(space, '取消加密');
    await says(space, '[role=alert]', '口令不对');
    await fill(space, '现在的口令', PASSPHRASE);
    await fill(space, '口令', '新的口令更长一些');
    await fill(space, '再输一次', '新的口令更长一些');
    await press(space, '更换口令');
    await sees(space, '口令已更换');
    await press(space, '现在上锁');
    await unlock(PASSPHRASE);
    await says(space, '[role=alert]', '口令不对');
    await unlock('新的口令更长一些');
    await fill(space, '现在的口令', '新的口令更长一些');
    await press(space, '取消加密');
    await sees(space, '没有口令的案件');
    expect((await records(space)).join('\n')).toContain('代号17');
    await fill(space, '口令', PASSPHRASE);
    await fill(space, '再输一次', PASSPHRASE);
    await tick(space, '上锁时也显示名称');
    await press(space, '用口令加密');
    await sees(space, '现在上锁');
    const kept = (await records(space)).join('\n');
    expect(kept).toContain('代号17');
    expect(kept).not.toContain('王小明');
  });

  it('locked cases are told apart by the names one chose to show, deleted unread, and all at once', async () => {
    await check(space, THREAT);
    await saveToNewCase(space, '代号18', PASSPHRASE);
    await goTo(space, 'cases');
    await space.reload();
    await sees(space, '代号17');
    expect(await words(space)).toMatch(/（已上锁的案件）/);
    expect(await words(space)).not.toContain('代号18');
    await press(space, '已上锁的案件', 'a');
    await press(space, '删除这个案件', 'summary');
    await fill(space, '输入「删除」', '删除');
    await press(space, '删除这个案件', 'button');
    await sees(space, '代号17');
    expect(await words(space)).not.toMatch(/已上锁的案件|不在了/);
    await press(space, '删除全部案件', 'summary');
    await fill(space, '输入「删除」', '删除');
    await press(space, '删除全部案件', 'button');
    await sees(space, '还没有案件');
    expect(await records(space)).toEqual([]);
  });
});
