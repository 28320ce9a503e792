/** What only a real browser can prove of the kept cases: killed, full, and open in two tabs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import { entries, killAndRestart, openPage, serveStore } from './case-page';

const DETAILS = { title: '张三的借款', note: '' };
let site: Awaited<ReturnType<typeof serveStore>>;
let profile: string;
let session: Session;
let page: Page;

beforeAll(async () => {
  site = await serveStore();
  profile = mkdtempSync(join(tmpdir(), 'case-store-'));
  session = await launch({ userDataDir: profile });
  page = await opened();
});
afterAll(async () => {
  await session?.browser.close();
  site?.close();
  rmSync(profile, { recursive: true, force: true });
});

async function opened(url = site.url): Promise<Page> {
  const next = await openPage(session, url);
  await next.evaluate(async () => {
    window.store = await window.kept.open();
  });
  return next;
}

const createCase = (details = DETAILS) =>
  page.evaluate(async (given) => (await window.store.createCase(given)).id, details);
const idsOf = (id: string) =>
  page.evaluate(async (caseId) => (await window.store.entries(caseId)).list.map((entry) => entry.id), id);
const verified = (id: string) => page.evaluate((caseId) => window.store.verify(caseId), id);
const add = (id: string, list = entries(3, 20, 'confirmed')) =>
  page.evaluate((caseId, given) => window.store.addEntries(caseId, given), id, list);
const records = () => page.evaluate(() => window.kept.records());
const kill = async () => {
  session = await killAndRestart(session, profile);
  page = await opened();
};

describe('the browser is killed', () => {
  it('in the middle of saving thousands: what was confirmed is there, of the rest nothing', async () => {
    const id = await createCase();
    await add(id);
    await page.evaluate(
      (caseId, list) => {
        const onProgress = (progress: NonNullable<Window['progress']>) => {
          window.progress = progress;
        };
        window.store.addEntries(caseId, list, { onProgress }).then(() => {
          window.result = 'confirmed';
        });
      },
      id,
      entries(6000, 300),
    );
    await page.waitForFunction(() => window.progress?.step === 'save' && window.progress.done > 500, { polling: 5 });
    expect(await page.evaluate(() => window.result)).toBeUndefined();
    await kill();
    const ids = await idsOf(id);
    expect(ids.filter((each) => each.startsWith('confirmed')).length).toBe(3);
    expect([3, 6003]).toContain(ids.length);
    expect(await verified(id)).toEqual([]);
  }, 180_000);

  it('right after a confirmed save: all of it is there', async () => {
    const id = await createCase();
    await add(id, entries(2000, 100));
    await kill();
    expect((await idsOf(id)).length).toBe(2000);
    expect(await verified(id)).toEqual([]);
  }, 120_000);

  it('in the middle of encrypting: the case is as it was, and the half copy is gone', async () => {
    const id = await createCase();
    await add(id, entries(4000, 200));
    const before = await records();
    await page.evaluate((caseId) => {
      const onProgress = (progress: NonNullable<Window['progress']>) => {
        window.progress = progress;
      };
      window.store.protect(caseId, { passphrase: '口令 1' }, { onProgress });
    }, id);
    await page.waitForFunction(() => (window.progress?.done ?? 0) > 2500, { polling: 5 });
    await kill();
    expect(await page.evaluate(async () => (await window.store.cases()).map((each) => each.protected))).not.toContain(
      true,
    );
    expect((await idsOf(id)).length).toBe(4000);
    expect(await verified(id)).toEqual([]);
    expect(await records()).toEqual(before);
  }, 180_000);

  it('while the passphrase is changed: one of the two opens it, and only one', async () => {
    const id = await createCase();
    await add(id);
    await page.evaluate(async (caseId) => {
      await window.store.protect(caseId, { passphrase: '旧' });
      window.store.changePassphrase(caseId, '旧', '新');
    }, id);
    await kill();
    const outcomes = await page.evaluate(async (caseId) => {
      const tried = [];
      for (const words of ['旧', '新']) tried.push(await window.kept.outcome(window.store.unlock(caseId, words)));
      return tried;
    }, id);
    expect(outcomes.sort()).toEqual(['done', 'wrong-passphrase']);
    expect((await idsOf(id)).length).toBe(3);
    expect(await verified(id)).toEqual([]);
  }, 120_000);
});

it('no room left: the code is quota, and what was there remains', async () => {
  // Another port is another origin: nothing the browser remembers of the room it had.
  const small = await serveStore();
  const client = await page.createCDPSession();
  await client.send('Storage.overrideQuotaForOrigin', { origin: small.url, quotaSize: 3_000_000 });
  const usual = page;
  page = await opened(small.url);
  onTestFinished(async () => {
    await page.close();
    page = usual;
    small.close();
  });
  const id = await createCase();
  await add(id);
  const attach = (megabytes: number) =>
    page.evaluate(
      (caseId, pieces) => {
        const piece = () => crypto.getRandomValues(new Uint8Array(50_000));
        const file = new File(Array.from({ length: pieces }, piece), '图.png', { type: 'image/png' });
        return window.kept.outcome(window.store.attach(caseId, 'confirmed0', file));
      },
      id,
      megabytes * 20,
    );
  expect(await attach(1.8)).toBe('done');
  const there = await records();
  expect(await attach(6)).toBe('quota');
  const adding = page.evaluate(
    (caseId, list) => window.kept.outcome(window.store.addEntries(caseId, list)),
    id,
    entries(2000, 1000),
  );
  expect(await adding).toBe('quota');
  const protecting = page.evaluate(
    (caseId) => window.kept.outcome(window.store.protect(caseId, { passphrase: '口令' })),
    id,
  );
  expect(await protecting).toBe('quota');
  expect(await records()).toEqual(there);
  expect(await verified(id)).toEqual([]);
  expect((await idsOf(id)).length).toBe(3);
  const room = await page.evaluate(() => window.kept.room());
  expect(room).toMatchObject({ limit: expect.any(Number), used: expect.any(Number), lasting: expect.any(Boolean) });
}, 120_000);

describe('two tabs', () => {
  it('lose nothing of each other, and a lock in one holds in both', async () => {
    const id = await createCase();
    const other = await opened();
    const addIn = (tab: Page, prefix: string) =>
      tab.evaluate(
        async (caseId, list) => {
          for (const entry of list) await window.store.addEntries(caseId, [entry]);
        },
        id,
        entries(25, 20, prefix),
      );
    await Promise.all([addIn(page, 'a'), addIn(other, 'b')]);
    expect((await idsOf(id)).length).toBe(50);
    expect(await verified(id)).toEqual([]);

    await page.evaluate((caseId) => window.store.protect(caseId, { passphrase: '口令' }), id);
    const addedThere = (words?: string) =>
      other.evaluate(
        async (caseId, list, passphrase) => {
          if (passphrase) await window.store.unlock(caseId, passphrase);
          return window.kept.outcome(window.store.addEntries(caseId, list));
        },
        id,
        entries(1, 20, 'c'),
        words,
      );
    expect(await addedThere()).toBe('locked');
    expect(await addedThere('口令')).toBe('done');
    expect((await idsOf(id)).length).toBe(51);
    // Encrypting the case has already locked it there once.
    await other.evaluate(() => {
      window.kept.seen.length = 0;
    });
    await page.evaluate(() => window.store.lockAll());
    await other.waitForFunction(() => window.kept.seen.includes('locked'));
    for (const tab of [page, other])
      expect(await tab.evaluate((caseId) => window.store.isOpen(caseId), id)).toBe(false);
    await other.close();
  }, 120_000);

  it('everything is deleted: no record is left, and the other tab says so', async () => {
    const id = await createCase();
    await add(id);
    const other = await opened();
    await page.evaluate(() => window.store.deleteAll());
    expect(await records()).toEqual({ cases: 0, parts: 0 });
    const outcome = other.evaluate((caseId) => window.kept.outcome(window.store.entries(caseId)), id);
    expect(await outcome).toBe('gone');
    await other.close();
  });

  it('a newer version opens the store: the older page is told, and changes nothing any more', async () => {
    const id = await createCase();
    await add(id);
    const newer = await openPage(session, site.url);
    await newer.evaluate(() => window.kept.openNewer());
    await page.waitForFunction(() => window.kept.seen.includes('outdated'));
    const outcome = (tab: Page, work: 'cases' | 'open') =>
      tab.evaluate((name) => window.kept.outcome(name === 'open' ? window.kept.open() : window.store.cases()), work);
    expect(await outcome(page, 'cases')).toBe('newer-version');
    expect(await outcome(newer, 'open')).toBe('newer-version');
    expect(await newer.evaluate(() => window.kept.records())).toEqual({ cases: 1, parts: 5 });
  });
});
