/** The guide in a real Chromium: its list, its pages, and the pages made from the knowledge. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, type Session } from '../../scripts/browser/launch';
import { guidePages } from '../../src/knowledge/guide';
import type { GuidePage } from '../../src/knowledge/guide-schema';
import { focusOn, goTo as goToPlace, isInView } from './guide-page';
import { clickByText, textOf } from './popup-page';
import { openSpace, says } from './workspace-page';

const replying = guidePages.find(({ id }) => id === 'replying') as GuidePage;

let session: Session;
let guide: Page;

const goTo = (fragment: string, selector: string) => goToPlace(session, guide, fragment, selector);

beforeAll(async () => {
  session = await launch();
});
afterAll(async () => {
  await session?.browser.close();
});
beforeEach(async () => {
  guide = await openSpace(session);
});
afterEach(async () => {
  await guide.close();
});

describe('reading', () => {
  it('from the list to a page, to a section of it, and back', async () => {
    await clickByText(guide, '.ways a', '指南');
    await guide.waitForSelector('.guide-groups');
    expect(await textOf(guide, '.guide-groups')).toMatch(/先做这些[\s\S]*查一查[\s\S]*渠道/);
    await clickByText(guide, '.guide-groups a', replying.title.zh);
    await guide.waitForSelector('.contents');
    expect(await textOf(guide, '.guide-page h2')).toBe(replying.title.zh);
    await clickByText(guide, '.contents a', '想回一句');
    await focusOn(guide, '/guide/replying/stop-text');
    expect(await isInView(guide, '/guide/replying/stop-text')).toBe(true);
    await guide.goBack();
    await guide.goBack();
    await guide.waitForSelector('.guide-groups');
  });

  it('an address leads to its section, also the second time, and survives a reload', async () => {
    await goTo('#/guide/replying/stop-text', '.contents');
    for (const _ of ['opened', 'reloaded']) {
      await focusOn(guide, '/guide/replying/stop-text');
      expect(await isInView(guide, '/guide/replying/stop-text')).toBe(true);
      await guide.reload();
      await guide.waitForSelector('.contents');
    }
    await guide.evaluate(() => scrollTo(0, 0));
    await guide.focus('.guide-search input');
    await clickByText(guide, '.contents a', '想回一句');
    await focusOn(guide, '/guide/replying/stop-text');
    expect(await isInView(guide, '/guide/replying/stop-text')).toBe(true);
  });

  it.each(['#/guide/nothing-here', '#/guide/constructor', '#/guide/law/no-such'])(
    '%s: a kind word and the way on',
    async (fragment) => {
      await goTo(fragment, '.guide [role=note]');
      expect(await textOf(guide, '.guide [role=note]')).toContain('没有找到这个地址的内容');
      expect(await guide.$('.guide-groups a, .instrument')).not.toBeNull();
    },
  );

  it('switches language in place; words to send stay Chinese', async () => {
    await goTo('#/guide/replying', '.copy-text');
    await clickByText(guide, 'header button', 'English');
    await says(guide, '.guide-page h2', replying.title.en);
    expect(await textOf(guide, '.copy-text blockquote')).toContain('请只联系我本人');
    expect(await textOf(guide, '.copy-text')).toContain('Please contact only me');
    await clickByText(guide, 'header button', '中文');
    await says(guide, '.guide-page h2', replying.title.zh);
    expect(await textOf(guide, '.copy-text')).not.toContain('Please contact');
  });

  it('every written page shows all its sections, and leads to the next', async () => {
    const [first] = guidePages;
    await goTo(`#/guide/${first?.id}`, '.guide-page h2');
    for (const [at, { title, sections }] of guidePages.entries()) {
      await says(guide, '.guide-page h2', title.zh);
      const titles = await guide.$$eval('.guide-page > section > h3', (all) => all.map((each) => each.textContent));
      expect(titles).toEqual(sections.map((section) => section.title.zh));
      if (at + 1 < guidePages.length) await guide.$eval('a[rel=next]', (link) => (link as HTMLElement).click());
    }
    expect(await guide.$('a[rel=next]')).toBeNull();
  });
});

describe('what is made from the knowledge', () => {
  it('claims stand with what they rest on, crimes folded behind their condition', async () => {
    await goTo('#/guide/facts/jail', '.guide-page');
    await focusOn(guide, '/guide/facts/jail');
    const fact = await guide.evaluate(() => document.activeElement?.textContent);
    expect(fact).toMatch(/实际情况.*《民法典》第六百七十六条.*情节严重的，可能涉及/s);
    expect(fact?.indexOf('《民法典》')).toBeLessThan(fact?.indexOf('《刑法》') ?? -1);
  });

  it('an article opens by its address, whatever is filtered; replaced law stands apart', async () => {
    await goTo('#/guide/law/zhian-old-42-1', '.instrument');
    await focusOn(guide, '/guide/law/zhian-old-42-1');
    expect(await guide.evaluate(() => document.activeElement?.querySelector('details')?.open)).toBe(true);
    const parts = await textOf(guide, '.guide-page');
    expect(parts.indexOf('今天不适用')).toBeLessThan(parts.indexOf('2012年修正'));
    const before = await guide.$$eval('.article', (all) => all.length);
    await guide.select('.filters select', 'insult');
    await guide.type('.filters input', '公然侮辱');
    await guide.waitForFunction((count) => document.querySelectorAll('.article').length < count, {}, before / 10);
    expect(await textOf(guide, '.guide-page')).toContain('公然侮辱或捏造事实诽谤他人');
    expect(await guide.$('[id="/guide/law/zhian-old-42-1"]')).not.toBeNull();
  });

  it('a channel by its address, with its conditions', async () => {
    await goTo('#/guide/channels/legal-12348', '.channel');
    await focusOn(guide, '/guide/channels/legal-12348');
    expect(await textOf(guide, '[id="/guide/channels/legal-12348"]')).toMatch(/拨打 12348[\s\S]*先决条件/);
    expect(await textOf(guide, '[id="/guide/channels/heimao"]')).toContain('这不是官方渠道');
  });
});
