/** The background in Firefox is a page that the browser stops when it likes; the reader works in it. */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { screener } from '../../src/check/screener';
import { loadReader } from '../../src/cli/reader';
import { chinaDay } from '../../src/screen/clock';
import {
  askByMenu,
  cardOf,
  cardSays,
  type Firefox,
  selectAt,
  startFirefox,
  until,
  workspaceSays,
} from './firefox-page';
import { typedText } from './popup-page';

const DISCLOSURE = '您的借款已逾期。今天不还，我们就把欠款告诉你父母和单位领导。';
const FOUND = /may cross a line[\s\S]*告诉你父母/;
const EXTENSION = "WebExtensionPolicy.getByID('duncheck@duncheck.example').extension";

/** A message of which the rules alone say less than together with the learned reader. */
function messageForReader(): string {
  const read = loadReader();
  const lines = readFileSync(new URL('../corpus/written-W24.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const texts = lines.map((line) => (JSON.parse(line) as { text: string }).text);
  const verdict = (text: string, opinion?: ReturnType<typeof read>) =>
    screener.screen({ text }, chinaDay(new Date()), opinion).verdict;
  const found = texts.find(
    (text) => verdict(text) === 'nothing-found' && verdict(text, read(screener.canonicalText(text))) === 'found',
  );
  if (!found) throw new Error('the reader adds nothing to these messages');
  return found;
}

let firefox: Firefox;

beforeAll(async () => {
  firefox = await startFirefox({
    '/plain': { body: `<p id="message">${DISCLOSURE}</p>` },
    '/reader': { body: `<p id="message">${messageForReader()}</p>` },
  });
});
afterAll(() => firefox?.stop());
afterEach(() => firefox.closePages());

it('the learned reader has its say in the card', async () => {
  const page = await firefox.open('/reader');
  await selectAt(firefox, page, '#message');
  await askByMenu(firefox, page, '#message');
  await cardSays(page, /may cross a line/);
});

it('stopped by the browser, it wakes for the menu, and for a card that stands there', async () => {
  const stop = async () => {
    await firefox.inBrowser(`${EXTENSION}.terminateBackground()`);
    await until(async () => (await firefox.inBrowser(`${EXTENSION}.backgroundState`)) === 'stopped', 'it stops');
  };
  const page = await firefox.open('/plain');
  await selectAt(firefox, page, '#message');
  await stop();
  await askByMenu(firefox, page, '#message');
  await cardSays(page, FOUND);
  await stop();
  const card = await cardOf(page);
  await card?.locator('button ::-p-text(Open in workspace)').click();
  const workspace = await workspaceSays(firefox, FOUND);
  expect(await typedText(workspace)).toBe(DISCLOSURE);
});
