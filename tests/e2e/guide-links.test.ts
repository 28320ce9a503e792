/** From a result to the page of the guide that fits, on every surface that shows results. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import { askByPopup, cardSays, clickInCard, inCard, select } from './card-page';
import { clickByText, enter, lastPress, settled, textOf, typedText } from './popup-page';
import { html, serve } from './site';
import { openSpace, says } from './workspace-page';

const INSULT = '你个不要脸的老赖，不还钱我们就打爆你的通讯录，让你全家不得安宁。';

let session: Session;
let site: Awaited<ReturnType<typeof serve>>;
let page: Page;

beforeAll(async () => {
  site = await serve({ '/': { body: html(`<p id="a">${INSULT}</p>`) } });
  session = await launch();
  page = await session.browser.newPage();
  await page.goto(site.url);
});
afterAll(async () => {
  await session?.browser.close();
  site?.close();
});

/** Waits for the workspace tab that `press` opens. */
async function opened(press: () => Promise<void>): Promise<Page> {
  const known = new Set(session.browser.targets());
  const target = session.browser.waitForTarget((each) => !known.has(each) && each.url().includes('/workspace.html'));
  await press();
  return (await target).asPage();
}
async function expectGuide(space: Page, title: string): Promise<void> {
  await space.waitForSelector('.guide-page h2');
  expect(await textOf(space, '.guide-page h2')).toBe(title);
  await clickByText(space, '.ways a', '检查');
  await space.waitForSelector('.verdict.found');
  expect(await typedText(space)).toBe(INSULT);
  await space.close();
}

it('in the workspace', async () => {
  const guide = await openSpace(session);
  await enter(guide, INSULT);
  await settled(guide);
  const title = await textOf(guide, '.guide-links a');
  await guide.$eval('.guide-links a', (link) => (link as HTMLElement).click());
  await says(guide, '.guide-page h2', title);
  await guide.goBack();
  await guide.waitForSelector('.guide-links a');
  expect(await typedText(guide)).toBe(INSULT);
  await guide.close();
});

it('in the popup', async () => {
  const popup = await session.openPopup(page);
  await enter(popup, INSULT);
  await settled(popup);
  const title = await textOf(popup, '.guide-links button');
  const closed = new Promise((done) => popup.once('close', done));
  const space = await opened(() => lastPress(popup.click('.guide-links button')));
  await closed;
  await expectGuide(space, title);
});

it('in the card on a page', async () => {
  await page.bringToFront();
  await select(page, '#a');
  await askByPopup(session, page);
  await cardSays(page, '读更多');
  const title = await inCard(page, function () {
    return this.querySelector('.guide-links button')?.textContent ?? '';
  });
  const space = await opened(() => clickInCard(page, title ?? ''));
  await expectGuide(space, title ?? '');
  expect(page.url()).toBe(`${site.url}/`);
});
