/** Using the card in Firefox: its links, its grip, and a page that is left and comes back. */
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import {
  askByShortcut,
  cardOf,
  cardSays,
  type Firefox,
  pointAt,
  selectAt,
  startFirefox,
  until,
  workspaceSays,
} from './firefox-page';
import { typedText } from './popup-page';

const DISCLOSURE = '您的借款已逾期。今天不还，我们就把欠款告诉你父母和单位领导。';
const FOUND = /may cross a line[\s\S]*告诉你父母/;

let firefox: Firefox;

beforeAll(async () => {
  firefox = await startFirefox({
    '/plain': { body: `<p id="message">${DISCLOSURE}</p>` },
    '/next': { body: 'next' },
  });
});
afterAll(() => firefox?.stop());
afterEach(() => firefox.closePages());

it('a click opens the workspace with the text', async () => {
  const page = await firefox.open('/plain');
  await selectAt(firefox, page, '#message');
  await askByShortcut(firefox);
  await cardSays(page, FOUND);
  const card = await cardOf(page);
  await card?.locator('button ::-p-text(Open in workspace)').click();
  const workspace = await workspaceSays(firefox, FOUND);
  expect(await typedText(workspace)).toBe(DISCLOSURE);
});

it('the real mouse moves it by its grip', async () => {
  const page = await firefox.open('/plain');
  await selectAt(firefox, page, '#message');
  await askByShortcut(firefox);
  await cardSays(page, FOUND);
  const card = await cardOf(page);
  if (!card) throw new Error('no card');
  const left = () => card.evaluate(() => frameElement?.getBoundingClientRect().left ?? 0);
  const before = await left();
  await pointAt(firefox, card, '.card-grip');
  await firefox.display.xdo('mousedown', '1', 'mousemove_relative', '150', '40', 'sleep', '0.1', 'mouseup', '1');
  await until(async () => (await left()) - before === 150, 'the card moves by 150 px');
});

it('comes back with the page', async () => {
  const page = await firefox.open('/plain');
  await selectAt(firefox, page, '#message');
  await askByShortcut(firefox);
  await cardSays(page, FOUND);
  const card = await cardOf(page);
  if (!card) throw new Error('no card');
  await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => (document.title = `again ${persisted}`)));
  // The mouse waits where its link is: the debugger does not find the frame of a page that was put aside.
  await pointAt(firefox, card, '.card-bar .link:nth-of-type(3)');
  await page.goto(page.url().replace('/plain', '/next'));
  await page.evaluate(() => history.back());
  await until(async () => (await page.title()) === 'again true', 'the page comes back');
  await firefox.display.xdo('click', '1');
  await workspaceSays(firefox, FOUND);
});
