/** What a user does with mouse and keyboard, on the browser's own menu: ten times of ten, and as fast as they like. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onScreen, takeOurs } from '../../scripts/browser/menu';
import { cardGone, cardSays } from './card-page';
import { countCards, type Desk, openDesk, SHORTCUT } from './desk';
import { html, serve } from './site';

const FOUND = '可能过了线';
const DISCLOSURE = '您的借款已逾期。今天不还，我们就把欠款告诉你父母和单位领导。';
const THREAT = '你等着，三天内不还就打断你的腿。';
const TIMES = 10;
/** Side by side, so that the card of one leaves the other free. */
const PAGES = {
  '/': {
    body: html(
      `<div style="display:flex;gap:160px"><p id="a">${DISCLOSURE}</p><p id="b">${THREAT}</p></div><p><input id="field" size="60" value="${DISCLOSURE}">
       <p><textarea id="area" cols="60" rows="4">${DISCLOSURE}</textarea>`,
    ),
  },
};

let desk: Desk;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  site = await serve(PAGES);
  desk = await openDesk();
});
afterAll(async () => {
  await desk?.close();
  site?.close();
});
beforeEach(() => desk.page.goto(site.url));
afterEach(async () => {
  const opened = await desk.workspaces();
  // One left in front would take the mouse of every test after this.
  await Promise.all(opened.map((each) => each.close()));
  await desk.page.bringToFront();
  expect(opened).toHaveLength(0);
});

describe('right click → “用催收鉴检查所选文字”', () => {
  it(`shows the card ${TIMES} times of ${TIMES} on a page just loaded`, async () => {
    for (let time = 1; time <= TIMES; time++) {
      await desk.page.goto(`${site.url}/?${time}`);
      await desk.checkByMenu('#a');
      expect(await cardSays(desk.page, FOUND), `time ${time}`).toContain('告诉你父母');
    }
  });

  it(`shows it ${TIMES} times of ${TIMES} on one page, closed with Escape in between`, async () => {
    for (let time = 1; time <= TIMES; time++) {
      const [selector, words] = time % 2 ? (['#b', '打断你的腿'] as const) : (['#a', '告诉你父母'] as const);
      await desk.checkByMenu(selector);
      expect(await cardSays(desk.page, FOUND), `time ${time}`).toContain(words);
      await desk.display.keys('Escape');
      await cardGone(desk.page);
    }
  });

  it.each(['#field', '#area'])('reads what is selected in %s', async (selector) => {
    const at = await onScreen(desk.page, selector);
    await desk.display.click(at);
    await desk.display.keys('ctrl+a');
    await takeOurs(desk.display, at);
    expect(await cardSays(desk.page, FOUND)).toContain('告诉你父母');
  });
});

describe('Alt+Shift+K', () => {
  it(`shows the card ${TIMES} times of ${TIMES}; pressed again it closes it`, async () => {
    await desk.pick('#a');
    for (let time = 1; time <= TIMES; time++) {
      await desk.display.keys(SHORTCUT);
      expect(await cardSays(desk.page, FOUND), `time ${time}`).toContain('告诉你父母');
      await desk.display.keys(SHORTCUT);
      await cardGone(desk.page);
    }
  });

  it('with another selection the card changes instead', async () => {
    await desk.pick('#b');
    await desk.display.keys(SHORTCUT);
    await cardSays(desk.page, '打断你的腿');
    await desk.pick('#a');
    await desk.display.keys(SHORTCUT);
    expect(await cardSays(desk.page, '告诉你父母')).not.toContain('打断你的腿');
    expect(await countCards(desk.page)).toBe(1);
  });

  it('with nothing selected the card says what to do', async () => {
    await desk.display.click(await onScreen(desk.page, '#a'));
    await desk.display.keys(SHORTCUT);
    await cardSays(desk.page, '没有选中的文字');
  });
});

describe('twenty requests in a row, without waiting for an answer', () => {
  it('by the menu: one card, with the last text', async () => {
    for (let time = 1; time <= 20; time++) await desk.checkByMenu(time % 2 ? '#b' : '#a');
    await cardSays(desk.page, FOUND);
    expect(await cardSays(desk.page, '告诉你父母')).not.toContain('打断你的腿');
    expect(await countCards(desk.page)).toBe(1);
  });

  it('by the shortcut: never more than one card, and the next request is answered as ever', async () => {
    await desk.pick('#a');
    await desk.display.keys(...Array<string>(20).fill(SHORTCUT));
    expect(await countCards(desk.page)).toBeLessThanOrEqual(1);
    await desk.checkByMenu('#b');
    expect(await cardSays(desk.page, '打断你的腿')).not.toContain('告诉你父母');
    expect(await countCards(desk.page)).toBe(1);
  });
});
