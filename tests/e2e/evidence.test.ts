/** The evidence file: a real download, read by other means than ours, printed, altered, and taken in elsewhere. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import { begin, bytesOf, fill, goTo, openEntry, press, sees, sha256Of, THREAT, tick } from './case-space';
import { download } from './download';
import { textOfPdf } from './pdf';
import { textOf } from './popup-page';
import { fileOf, openSpace, says } from './workspace-page';

const PHONE = '13912345678';
const PICTURE = new Uint8Array(5000).fill(9);
const MARKUP = '<script>document.title="ran"</script><img src=x onerror=alert(1)>';

interface Manifest {
  readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[];
}

let session: Session;
let space: Page;
let id: string;
let archive: string;
let files: Record<string, Uint8Array>;

const exported = (from = session, page = space) => download(from, () => press(page, '导出证据文件（ZIP）'));
const text = (path: string): string => strFromU8(files[path] as Uint8Array);

/** Gives an archive to "check or restore" and waits for its verdict. */
async function giveToCheck(page: Page, path: string): Promise<void> {
  await goTo(page, 'cases');
  await sees(page, '核对或恢复证据文件');
  await page.$$eval('details', (all) => {
    for (const details of all) details.open = true;
  });
  const input = (await page.waitForSelector('input[accept*=zip]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
}

beforeAll(async () => {
  session = await launch();
  ({ space, id } = await begin(session, '案件甲'));
  await openEntry(space);
  const input = (await space.waitForSelector('.files input')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(fileOf('通话 截图.png', PICTURE));
  await sees(space, '通话 截图.png');
  await press(space, '更正或加备注', '.entry button');
  await fill(space, '备注', `王小明${MARKUP}`);
  await press(space, '保存', '.entry button');
  await sees(space, '更正过1次');
  await goTo(space, 'cases', id, 'evidence');
  archive = await exported();
  files = unzipSync(bytesOf(archive));
});
afterAll(async () => {
  await session?.browser.close();
});

it('every file has the size and hash that the manifest says, and the fingerprint is that of the manifest', async () => {
  const { files: listed } = JSON.parse(text('manifest.json')) as Manifest;
  expect(listed.map(({ path }) => path).sort()).toEqual(
    Object.keys(files)
      .filter((path) => path !== 'manifest.json')
      .sort(),
  );
  for (const { path, size, sha256 } of listed) {
    expect([path, files[path]?.length, sha256Of(files[path] as Uint8Array)]).toEqual([path, size, sha256]);
  }
  await sees(space, sha256Of(files['manifest.json'] as Uint8Array));
  const picture = Object.keys(files).find((path) => path.startsWith('attachments/'));
  expect(files[picture as string]).toEqual(PICTURE);
  expect(text('messages.csv')).toContain(THREAT);
});

it('the report runs nothing, loads nothing, and prints the words, the law, the night and its days', async () => {
  const report = await session.browser.newPage();
  const asked: string[] = [];
  report.on('request', (request) => asked.push(request.url()));
  const path = fileOf('report.html', files['report.html'] as Uint8Array);
  await report.goto(`file://${path}`);
  expect(asked).toEqual([`file://${path}`]);
  expect(await report.$$eval('script, img, iframe, link, a, form, object', (all) => all.length)).toBe(0);
  expect(await report.title()).toBe('催收联系记录整理');
  const pdf = textOfPdf(await report.pdf());
  const plain = (words: string) => words.normalize('NFKC').replace(/\s/g, '');
  // A superscript number may stand within the marked words.
  expect(pdf.replace(/\d/g, '')).toContain(plain(THREAT).replace(/\d/g, ''));
  expect(pdf).toContain(PHONE);
  expect(pdf).toContain(plain('2026-03-01 22:30'));
  expect(pdf).toContain('民法典');
  expect(pdf).toContain(plain('从次数和时间看（需要核对）'));
  expect(pdf).toContain(plain('2026-03-01（1次）'));
  expect(pdf).toContain(plain(MARKUP));
  expect(pdf).not.toContain('刑法');
  await report.close();
});

it('hidden numbers and names are nowhere in the masked file, nor can they be found again from a hash', async () => {
  await tick(space, '遮住其他人的号码和姓名');
  await fill(space, '要遮住的姓名', '王小明');
  const path = await exported();
  expect(path).toContain('-已遮盖.zip');
  const masked = unzipSync(bytesOf(path));
  await tick(space, '遮住其他人的号码和姓名');
  const all = Object.values(masked)
    .map((bytes) => strFromU8(bytes))
    .join('\n');
  expect(all).not.toMatch(/13912345678|王小明/);
  expect(all).toContain('139******78');
  expect(all).toContain('10690000123456');
  expect(Object.keys(masked).some((name) => name.startsWith('attachments/'))).toBe(false);
  const hashes = new Set(text('case.json').match(/[0-9a-f]{64}/g));
  for (const hash of strFromU8(masked['case.json'] as Uint8Array).match(/[0-9a-f]{64}/g) ?? []) {
    expect(hashes.has(hash), hash).toBe(false);
  }
});

it('an unaltered file agrees; what was altered is named, and altered records are not restored', async () => {
  await giveToCheck(space, archive);
  await says(space, '[role=status]', '都一致');
  const altered = { ...files, 'messages.csv': strToU8('x'), 'more.txt': strToU8('x') };
  await giveToCheck(space, fileOf('altered.zip', zipSync(altered)));
  await says(space, '[role=status]', '和清单不一致');
  expect(await textOf(space, '[role=status]:not(:empty)')).toMatch(/被改动: messages\.csv\s+多出来: more\.txt/);
  const forged = { ...files, 'case.json': strToU8(text('case.json').replace('再不还钱', '再不还款')) };
  await giveToCheck(space, fileOf('forged.zip', zipSync(forged)));
  await says(space, '[role=status]', '不能恢复');
  expect(await space.$$eval('button', (all) => all.filter((one) => one.innerText.includes('恢复成')).length)).toBe(0);
  await giveToCheck(space, fileOf('no.zip', 'hello'));
  await says(space, '[role=alert]', '这不是ZIP文件');
});

it('taken in by another browser it is the same case: words, corrections, files, complaints', async () => {
  await goTo(space, 'cases', id, 'drafts');
  await press(space, '12378', '.chip');
  await tick(space, '我确认以上都是真实的');
  await press(space, '我已经发出去了');
  await press(space, '已记下，去填编号', 'a');
  await fill(space, '编号、工号', 'T-2026-001');
  await press(space, '保存');
  await says(space, '[role=status]', '已保存');
  await goTo(space, 'cases', id, 'evidence');
  archive = await exported();
  const before = JSON.parse(strFromU8(unzipSync(bytesOf(archive))['case.json'] as Uint8Array));
  const elsewhere = await launch();
  try {
    const other = await openSpace(elsewhere);
    await giveToCheck(other, archive);
    await press(other, '恢复成一个新案件');
    await other.waitForSelector('.entry');
    await openEntry(other);
    expect(await textOf(other, '.entry')).toContain('通话 截图.png');
    expect(await textOf(other, '.entry')).toContain('更正过1次');
    const [, , newId] = (await other.evaluate(() => location.hash)).split('/');
    await goTo(other, 'cases', newId as string, 'evidence');
    const again = unzipSync(bytesOf(await exported(elsewhere, other)));
    const after = JSON.parse(strFromU8(again['case.json'] as Uint8Array));
    const same = ({ entries, sent }: typeof before) => ({
      entries: entries.map(
        ({ id: entryId, origin, revisions, screening, attachments }: (typeof before.entries)[0]) => ({
          entryId,
          origin,
          screening,
          contents: revisions.map(({ content }: { content: object }) => content),
          files: attachments.map(({ name, sha256 }: { name: string; sha256: string }) => [name, sha256]),
        }),
      ),
      sent: sent.map(({ caseId: _caseId, ...one }: { caseId: string }) => one),
    });
    expect(same(after)).toEqual(same(before));
    expect(after.sent[0].ticket).toBe('T-2026-001');
  } finally {
    await elsewhere.browser.close();
  }
});
