/** Where the learned reader cannot be started the rules stand alone, and every surface says so. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, PACKAGE, type Session } from '../../scripts/browser/launch';
import zh from '../../src/ui/texts/zh.json';
import { askByPopup, cardSays, select } from './card-page';
import { backupOf, importFiles, openInbox, pageSays } from './inbox-page';
import { enter, settled, textOf } from './popup-page';
import { html, serve } from './site';

const MESSAGE = '今天不还，我们就把欠款告诉你父母和单位领导。';

function withoutWebAssembly(folder: string): void {
  const file = join(folder, 'manifest.json');
  const manifest = readFileSync(file, 'utf8');
  const without = manifest.replace(" 'wasm-unsafe-eval'", '');
  expect(without).not.toBe(manifest);
  writeFileSync(file, without);
}

function withHalfTheWeights(folder: string): void {
  const weights = readdirSync(join(folder, 'assets')).filter((name) => /^weights-.*\.bin$/.test(name));
  expect(weights).toHaveLength(1);
  truncateSync(join(folder, 'assets', weights[0] as string), 600_000);
}

describe.each([
  ['where WebAssembly cannot be compiled', withoutWebAssembly, 'CompileError'],
  ['where the weights are cut off', withHalfTheWeights, 'TypeError'],
])('%s', (_where, damage, logged) => {
  const folder = mkdtempSync(join(tmpdir(), 'duncheck-no-reader-'));
  let session: Session;
  let site: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    cpSync(PACKAGE, folder, { recursive: true });
    damage(folder);
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
        if (line.text().includes(logged)) done(line.text());
      });
    });
    await enter(popup, MESSAGE);
    await refused;
    await settled(popup);
    const verdict = await textOf(popup, '.verdict.found');
    expect(verdict).toContain('可能过了线');
    expect(verdict).toContain(zh.readerFailed);
    await enter(popup, '今天天气很好');
    await settled(popup);
    expect(await textOf(popup, '.verdict')).not.toContain(zh.readerFailed);
    await popup.close();
  });

  it('on the page, for which the background reads', async () => {
    const page = await session.browser.newPage();
    await page.goto(site.url);
    await select(page, '#a');
    await askByPopup(session, page);
    await cardSays(page, '可能过了线');
    await cardSays(page, zh.readerFailed);
  });

  it('among imported messages', async () => {
    const { path } = await backupOf(60);
    const page = await openInbox(session);
    await importFiles(page, path);
    await pageSays(page, zh.readerFailed);
    await page.close();
  });
});
