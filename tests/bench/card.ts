/**
 * How long from the click in the menu until the card stands on the page, and until it shows a verdict: as ratios to an
 * empty script, injected the same way, that only adds an element.
 */
import { launch } from '../../scripts/browser/launch';
import { cardSays, select } from '../e2e/card-page';
import { html, serve } from '../e2e/site';

const ROUNDS = 9;
const site = await serve({ '/': { body: html('<p id="a">今天不还，我们就把欠款告诉你父母和单位领导。</p>') } });
const session = await launch();
const page = await session.browser.newPage();
await page.goto(site.url);
// Opening the popup grants the page to the extension, as the click in the menu would.
await (await session.openPopup(page)).close();
await page.bringToFront();
const worker = await (await session.browser.waitForTarget((target) => target.type() === 'service_worker')).worker();
if (!worker) throw new Error('no background');

/** As text: they run in the background, where nothing of this file exists. */
const BEGIN = {
  empty: `chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => document.documentElement.append(document.createElement('i')),
  })`,
  card: `chrome.contextMenus.onClicked.dispatch({ menuItemId: 'check-selection', frameId: 0 }, tab)`,
};

/** Milliseconds from `begin` in the background until a new element stands on the page. */
async function untilShown(begin: keyof typeof BEGIN): Promise<number> {
  const shown = page.evaluate(
    () =>
      new Promise<number>((done) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          done(performance.timeOrigin + performance.now());
        });
        observer.observe(document.documentElement, { childList: true });
      }),
  );
  const started = (await worker?.evaluate(`(async () => {
    const [tab] = await chrome.tabs.query({ active: true });
    const now = performance.timeOrigin + performance.now();
    ${BEGIN[begin]};
    return now;
  })()`)) as number;
  return (await shown) - started;
}

const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1] as number;
const times = { empty: [] as number[], card: [] as number[], verdict: [] as number[] };
for (let round = 0; round < ROUNDS; round++) {
  await page.goto(site.url);
  await select(page, '#a');
  times.empty.push(await untilShown('empty'));
  const began = performance.now();
  times.card.push(await untilShown('card'));
  await cardSays(page, '可能过了线');
  times.verdict.push(performance.now() - began);
}
const empty = median(times.empty);
const ratio = (of: number[]) => (median(of) / empty).toFixed(1);
console.log(
  `menu click until the card stands: ${ratio(times.card)} × an empty injected script (${median(times.card).toFixed(0)} ms here)`,
);
console.log(
  `menu click until the verdict: ${ratio(times.verdict)} × an empty injected script (${median(times.verdict).toFixed(0)} ms here, first check of a background not included)`,
);
await session.browser.close();
site.close();
