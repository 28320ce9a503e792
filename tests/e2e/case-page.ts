/** A page with nothing but the case store in it, served from this machine: a secure context, so all of it works. */
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { launch, type Session } from '../../scripts/browser/launch';
import { ROOT } from '../../scripts/knowledge/read';
import type { NewEntry } from '../../src/case/entries';
import { html, serve } from './site';

export async function serveStore() {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: resolve(ROOT, 'tests/e2e/case-script.ts'), formats: ['es'], fileName: 'case' },
    },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('no bundle');
  const [{ code }] = output.output;
  return serve({
    '/': { body: html('<p>store</p>', '<script type="module" src="/case.js"></script>') },
    '/case.js': { body: code, headers: { 'content-type': 'text/javascript' } },
  });
}

export async function openPage({ browser }: Session, url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction(() => 'kept' in window);
  return page;
}

/** Ends the whole browser as a power cut would, and starts it again with what it left. */
export async function killAndRestart({ browser }: Session, userDataDir: string): Promise<Session> {
  const pid = browser.process()?.pid;
  if (!pid) throw new Error('no browser to kill');
  const gone = new Promise<void>((done) => browser.once('disconnected', () => done()));
  // It leads a process group of its own.
  process.kill(-pid, 'SIGKILL');
  await gone;
  return launch({ userDataDir });
}

/** Entries as an import gives them, each with a text of this many characters. */
export const entries = (count: number, length: number, prefix = 'e'): NewEntry[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `${prefix}${at}`,
    origin: { how: 'import', at: '2026-02-04T10:00:00+08:00' },
    content: {
      kind: 'message',
      direction: 'in',
      text: `第${at}条 ${'催'.repeat(length)}`,
      sender: '10690000',
      at: '2026-02-03T09:30:00+08:00',
      note: '',
    },
  }));
