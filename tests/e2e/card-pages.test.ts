/** The result card on pages unlike each other: webmail, a dark chat, a forum; both languages, both system schemes. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import { layoutOf, looksOf, type Selected, selectByMouse, selectionOf, spokenOf } from './card-look';
import { askByPopup, cardGone, cardSays, clickInCard } from './card-page';
import { SCREENS } from './popup-page';

const VIEWPORT = { width: 1280, height: 800 };

interface Sample extends Selected {
  readonly name: 'webmail' | 'chat' | 'forum';
  readonly dark: boolean;
  /** The most serious words, as the card must show them. */
  readonly words: string;
}

const SAMPLES: readonly Sample[] = [
  { name: 'webmail', dark: false, from: '#first', to: '#last', words: '告诉您的父母' },
  { name: 'chat', dark: true, from: '#threat', words: '打断你的腿' },
  { name: 'forum', dark: false, from: '#threat', words: '区法院执行局' },
];

let server: Server;
let address: string;
beforeAll(async () => {
  const pages = new Map(
    SAMPLES.map(({ name }) => [`/${name}`, readFileSync(join(import.meta.dirname, 'pages', `${name}.html`))]),
  );
  server = createServer(({ url = '' }, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pages.get(url));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => {
  server?.close();
});

describe.each([
  ['zh', '检查结果', /可能过了线/, ['关闭', '在工作台打开', 'English', '复制结果']],
  ['en', 'Result', /may cross a line/, ['Close', 'Open in workspace', '中文', 'Copy result']],
] as const)('in a %s browser', (language, title, verdict, buttons) => {
  let session: Session;
  let page: Page;
  beforeAll(async () => {
    session = await launch({ language: language === 'zh' ? 'zh-CN' : 'en-US' });
    page = await session.browser.newPage();
    await page.setViewport(VIEWPORT);
  });
  afterAll(async () => {
    await session?.browser.close();
  });

  describe.each(SAMPLES)('on the $name page', (sample) => {
    it.each(['light', 'dark'])('%s system: beside the selection, in the colours of the page', async (scheme) => {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(address + sample.name);
      await selectByMouse(page, sample);
      const selected = await selectionOf(page);
      expect(selected.text).toContain(sample.words);
      const layout = await layoutOf(page);
      await askByPopup(session, page);
      const said = await cardSays(page, verdict);
      expect(said.replace(/[①-⑳\d\s]/g, '')).toContain(sample.words);
      await page.bringToFront();
      await page.screenshot({ path: join(SCREENS, `card-${sample.name}-${language}-${scheme}.png`) });

      const card = await looksOf(page);
      if (!card) throw new Error('no card');
      expect(card.left).toBeGreaterThanOrEqual(0);
      expect(card.top).toBeGreaterThanOrEqual(0);
      expect(card.right).toBeLessThanOrEqual(VIEWPORT.width);
      expect(card.bottom).toBeLessThanOrEqual(VIEWPORT.height);
      expect(card.bottom - card.top).toBeGreaterThan(300);
      const { top, bottom } = selected.place;
      expect(card.top >= bottom || card.bottom <= top, 'the selection stays in sight').toBe(true);
      expect(sample.dark ? card.front - card.back : card.back - card.front).toBeGreaterThan(0.5);
      expect(card.size).toBe(15);
      expect(card.smallest).toBeGreaterThanOrEqual(12);
      expect(card.wide).toBe(0);
      expect(await layoutOf(page)).toBe(layout);
      expect((await selectionOf(page)).text).toBe(selected.text);

      await clickInCard(page, buttons[0]);
      await cardGone(page);
      expect(await layoutOf(page)).toBe(layout);
      expect((await selectionOf(page)).text).toBe(selected.text);
    });

    it('a screen reader finds a named dialog, the verdict as heading, and named buttons', async () => {
      await page.goto(address + sample.name);
      await selectByMouse(page, sample);
      await askByPopup(session, page);
      await cardSays(page, verdict);
      const spoken = await spokenOf(page);
      expect(spoken.page).toContain(`dialog: ${title}`);
      expect(spoken.page).toContain(`Iframe: ${title}`);
      expect(spoken.card.filter((each) => each.startsWith('heading')).join('\n')).toMatch(verdict);
      for (const name of buttons) expect(spoken.card).toContain(`button: ${name}`);
      expect(spoken.card.filter((each) => /^(button|link|heading|Iframe): $/.test(each))).toEqual([]);
    });
  });
});
