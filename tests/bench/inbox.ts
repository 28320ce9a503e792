/**
 * `npx tsx tests/bench/inbox.ts [COUNT…]`: import and screening of an SMS backup in the workspace of a real Chromium, each
 * size in a browser of its own. CPU time of the page's process, worker included, so that other work on the machine does
 * not count; memory is the highest that process ever had, above what it had before the file.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { launch } from '../../scripts/browser/launch';
import { generateBackup } from '../import/generate';

const WAIT_MS = 1_800_000;

interface Process {
  readonly id: number;
  /** Seconds. */
  readonly cpu: number;
}

/** The busiest page process: no other page does anything here. */
async function pageProcess(cdp: CDPSession): Promise<Process> {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const pages = processInfo.filter(({ type }) => type === 'renderer').sort((a, b) => b.cpuTime - a.cpuTime);
  if (!pages[0]) throw new Error('no page process');
  return { id: pages[0].id, cpu: pages[0].cpuTime };
}

/** Megabytes: now (`VmRSS`), or the highest ever (`VmHWM`). */
function memory(id: number, which: 'VmRSS' | 'VmHWM'): number {
  const line = new RegExp(`^${which}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${id}/status`, 'utf8'));
  return Number(line?.[1]) / 1024;
}

const says = (page: Page, words: string) =>
  page.waitForFunction((wanted) => document.querySelector('main')?.innerText.includes(wanted), { polling: 100 }, words);

/** Reads the bytes alone, in slices as the import does. */
async function readAlone(page: Page, path: string): Promise<void> {
  await page.evaluate(() => {
    const input = document.body.appendChild(document.createElement('input'));
    input.type = 'file';
    input.id = 'alone';
  });
  await (await page.$('input#alone'))?.uploadFile(path);
  await page.evaluate(async () => {
    const file = document.querySelector<HTMLInputElement>('#alone')?.files?.[0];
    if (!file) throw new Error('no file');
    for (let from = 0; from < file.size; from += 1_048_576) await file.slice(from, from + 1_048_576).arrayBuffer();
  });
}

const folder = mkdtempSync(join(tmpdir(), 'bench-inbox-'));
const counts = process.argv.slice(2).map(Number);
for (const count of counts.length ? counts : [3_000, 30_000, 300_000]) {
  const path = join(folder, `${count}.xml`);
  const { collecting } = await generateBackup(path, count);
  const { browser, extension } = await launch();
  const page = await browser.newPage();
  page.setDefaultTimeout(WAIT_MS);
  await page.goto(`chrome-extension://${extension.id}/workspace.html#/inbox`);
  await page.waitForSelector('#inbox-file');
  const cdp = await browser.target().createCDPSession();
  // The worker starts with the first file; so much of it is no matter of size.
  const start = await pageProcess(cdp);
  await readAlone(page, path);
  const alone = await pageProcess(cdp);
  const before = memory(alone.id, 'VmRSS');
  await (await page.$('input#inbox-file'))?.uploadFile(path);
  await says(page, `新增 ${count} 条`);
  const imported = await pageProcess(cdp);
  await page.waitForFunction(() => document.querySelector('.entries .entry'));
  // One call of the debugger may not last as long as the screening does.
  while (await page.$('.inbox-progress')) await new Promise((resume) => setTimeout(resume, 200));
  const screened = await pageProcess(cdp);
  const [reading, importing, screening] = [
    alone.cpu - start.cpu,
    imported.cpu - alone.cpu,
    screened.cpu - imported.cpu,
  ];
  const lines = await page.$$eval('.inbox-line', (all) => all.length);
  console.log(
    `${count} messages, ${collecting} of collectors: imported at ${Math.round(count / importing)} messages a second here, ` +
      `${(importing / reading).toFixed(0)} × reading the bytes alone; sorted and screened at ` +
      `${Math.round(count / screening)} a second (${((1000 * screening) / collecting).toFixed(1)} ms for each of the collectors'); ` +
      `${Math.round(memory(alone.id, 'VmHWM') - before)} MB more memory at the highest, ` +
      `${Math.round(memory(alone.id, 'VmRSS') - before)} MB in the end; ${lines} lines in the document`,
  );
  await browser.close();
}
rmSync(folder, { recursive: true });
