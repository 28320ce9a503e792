/** Where WebAssembly cannot be compiled, the learned reader stays silent and the rules stand alone. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, PACKAGE, type Session } from '../../scripts/browser/launch';
import { askByPopup, cardSays, select } from './card-page';
import { enter, settled, textOf } from './popup-page';
import { html, serve } from './site';

const MESSAGE = '今天不还，我们就把欠款告诉你父母和单位领导。';
const folder = mkdtempSync(join(tmpdir(), 'duncheck-no-wasm-'));
let session: Session;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  cpSync(PACKAGE, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = readFileSync(file, 'utf8');
  const without = manifest.replace(" 'wasm-unsafe-eval'", '');
  expect(without).not.toBe(manifest);
  writeFileSync(file, without);
  site = await serve({ '/': { body: html(`<p id="a">${MESSAGE}</p>`) } });
  session = await launch({ folder });
});

afterAll(async () => {
  await session?.browser.close();
  site?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('in the popup, which reads in a worker', async () => {
  const page = await session.browser.newPage();
  await page.goto(site.url);
  const popup = await session.openPopup(page);
  const refused = new Promise<string>((done) => {
    popup.on('console', (line) => {
      if (line.text().includes('CompileError')) done(line.text());
    });
  });
  await enter(popup, MESSAGE);
  expect(await refused).toContain('WebAssembly');
  await settled(popup);
  expect(await textOf(popup, '.verdict.found')).toContain('可能过了线');
  await popup.close();
});

it('on the page, for which the background reads', async () => {
  const page = await session.browser.newPage();
  await page.goto(site.url);
  await select(page, '#a');
  await askByPopup(session, page);
  await cardSays(page, '可能过了线');
});
