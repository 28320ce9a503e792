/**
 * `npm start`: a real browser with the extension and a page of sample messages. Where there is no display, every
 * sample is pasted into the real popup instead; each screening is printed as one JSON line and pictured in
 * `.output/demo/`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { hasDisplay } from '../scripts/browser/find';
import { launch, popupUrl, type Session } from '../scripts/browser/launch';
import { ROOT } from '../scripts/knowledge/read';
import { loadReader } from '../src/cli/reader';
import { parseRecord, toOutput } from '../src/cli/record';
import { knowledge, sounds, tables } from '../src/knowledge';
import { createScreener } from '../src/screen';
import { chinaDay } from '../src/screen/clock';
import { readSamples, type Sample, servePage } from './page';

const PICTURES = join(ROOT, '.output/demo');

async function showInPopup(session: Session, url: string, sample: Sample): Promise<void> {
  const page = await session.browser.newPage();
  await page.goto(url);
  const popup = await session.openPopup(page);
  await popup.$eval(
    '#message',
    (box, text) => {
      (box as HTMLTextAreaElement).value = text;
      box.dispatchEvent(new Event('input', { bubbles: true }));
    },
    sample.text,
  );
  await popup.waitForSelector('#result[aria-busy="false"] .verdict');
  await popup.screenshot({ path: join(PICTURES, `${sample.id}-popup.png`) });
  await popup.close();
  // The whole result is longer than a popup window: the same page, with the same draft, in a tab.
  await page.setViewport({ width: 460, height: 600, deviceScaleFactor: 2 });
  await page.goto(popupUrl(session));
  await page.waitForSelector('#result[aria-busy="false"] .verdict');
  await page.screenshot({ path: join(PICTURES, `${sample.id}.png`), fullPage: true });
  await page.close();
}

async function withoutDisplay(session: Session, url: string, samples: readonly Sample[]): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const screener = createScreener(knowledge, tables, sounds);
  const read = loadReader();
  for (const sample of samples) {
    const { id, message } = parseRecord(sample.line);
    const opinion = read(screener.canonicalText(message.text));
    console.log(toOutput(id, screener.screen(message, chinaDay(new Date()), opinion), knowledge));
    await showInPopup(session, url, sample);
  }
  console.error(`${samples.length} messages checked in the browser; pictures in .output/demo/`);
}

const samples = readSamples();
const { server, url } = await servePage(samples);
const visible = hasDisplay();
const session = await launch({ headless: !visible });
if (visible) {
  const [page] = await session.browser.pages();
  await page?.goto(url);
  console.error('Copy a message, then open 催收鉴 from the toolbar. Close the browser to end.');
  await new Promise((done) => session.browser.once('disconnected', done));
} else {
  await withoutDisplay(session, url, samples);
  await session.browser.close();
}
server.close();
