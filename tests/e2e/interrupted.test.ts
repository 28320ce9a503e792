/** What the user sees when something ends in the middle: the page, the background, the extension itself. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { launch, PACKAGE, type Session } from '../../scripts/browser/launch';
import { askByPopup, cardGone, cardSays, cardText, clickInCard, select } from './card-page';
import { html, serve } from './site';

const TEXT = '您的借款已逾期。今天不还，我们就把欠款告诉你父母和单位领导。';
/** The learned reader is busy with it for seconds. */
const LONG = TEXT.repeat(150);

let session: Session;
let site: Awaited<ReturnType<typeof serve>>;
let page: Page;

beforeAll(async () => {
  site = await serve({
    '/': { body: html(`<p id="a">${TEXT}</p>`) },
    '/long': { body: html(`<p id="a">${LONG}</p>`) },
    '/other': { body: html('<p id="a">另一个页面</p>') },
  });
});
afterAll(() => site?.close());
beforeEach(async () => {
  session = await launch();
  page = await session.browser.newPage();
  await page.goto(site.url);
});
afterEach(async () => {
  await session?.browser.close();
});

const workspaces = () => session.browser.targets().filter((target) => target.url().includes('/workspace.html'));
const isWorker = (target: { type(): string; url(): string }) =>
  target.type() === 'service_worker' && target.url().includes(session.extension.id);

/** Ends the background as the browser does when it has been idle. */
async function stopBackground(): Promise<void> {
  const target = await session.browser.waitForTarget(isWorker);
  const worker = await target.worker();
  if (!worker) throw new Error('no background');
  // Ended while it is still being installed, it may never wake again.
  const isInstalled = () =>
    worker.evaluate(() => {
      const { registration } = globalThis as unknown as { registration?: { active?: { state: string } } };
      return registration?.active?.state === 'activated';
    });
  await vi.waitUntil(() => isInstalled().catch(() => false), { timeout: 30_000, interval: 100 });
  // This also lets go of it: while it is watched it cannot end.
  await worker.close();
  const root = await session.browser.target().createCDPSession();
  const targetId = (target as unknown as { _targetId: string })._targetId;
  // A request may be lost on a busy one: it is made again until it is heard.
  await vi.waitUntil(
    async () => {
      if (!session.browser.targets().includes(target)) return true;
      await root.send('Target.closeTarget', { targetId }).catch(() => {});
      return false;
    },
    { timeout: 30_000, interval: 200 },
  );
}

describe('the background is stopped', () => {
  it('while it checks: the card asks again and gets its answer', async () => {
    await page.goto(`${site.url}/long`);
    await select(page, '#a');
    await askByPopup(session, page);
    await cardSays(page, /正在检查，内容较长[\s\S]*可能过了线/);
    await stopBackground();
    const until = Date.now() + 60_000;
    while ((await cardText(page)).includes('正在检查')) {
      if (Date.now() > until) throw new Error('never finished');
      await new Promise((resume) => setTimeout(resume, 200));
    }
    expect(await cardText(page)).toContain('可能过了线');
  }, 120_000);

  it('afterwards: the result stays, and its buttons wake it', async () => {
    await select(page, '#a');
    await askByPopup(session, page);
    await cardSays(page, '12356');
    await stopBackground();
    expect(await cardText(page)).toContain('可能过了线');
    const opened = session.browser.waitForTarget((target) => target.url().includes('/workspace.html'));
    await clickInCard(page, '在工作台打开');
    await (await (await opened).asPage()).waitForSelector('.verdict.found');
  }, 120_000);

  it('before: a check wakes it', async () => {
    await stopBackground();
    await select(page, '#a');
    await askByPopup(session, page);
    await cardSays(page, '可能过了线');
  }, 120_000);
});

describe('the extension is updated while a card is open', () => {
  it('the result stays readable, its buttons say what happened, and the next check works', async () => {
    await select(page, '#a');
    await askByPopup(session, page);
    await cardSays(page, '12356');
    await session.browser.uninstallExtension(session.extension.id);
    await session.browser.installExtension(PACKAGE);
    expect(await cardText(page)).toContain('可能过了线');
    await clickInCard(page, '在工作台打开');
    await cardSays(page, /刚刚更新[\s\S]*刷新/);
    await select(page, '#a');
    await askByPopup(session, page);
    await cardSays(page, /^(?![\s\S]*刚刚更新)[\s\S]*可能过了线/);
    expect(await page.evaluate(() => document.documentElement.children.length)).toBe(3);
  });
});

describe('the page goes away', () => {
  it('closed right after asking: nothing opens elsewhere', async () => {
    await select(page, '#a');
    await askByPopup(session, page);
    await page.close();
    const other = await session.browser.newPage();
    await other.goto(`${site.url}/other`);
    await other.evaluate(() => new Promise((done) => setTimeout(done, 1500)));
    expect(workspaces()).toEqual([]);
  });

  it('left while the card is open: the card goes with it, and the next page has none', async () => {
    await page.goto(`${site.url}/long`);
    await select(page, '#a');
    await askByPopup(session, page);
    await cardSays(page, '正在检查');
    await page.goto(`${site.url}/other`);
    await cardGone(page);
    expect(workspaces()).toEqual([]);
    await select(page, '#a');
    await askByPopup(session, page);
    await cardSays(page, '没有发现');
  });
});
