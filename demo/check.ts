import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Display } from '../scripts/browser/display';
import type { Session } from '../scripts/browser/launch';
import { menuReady, onScreen, takeOurs } from '../scripts/browser/menu';
import { ROOT } from '../scripts/knowledge/read';
import { screener } from '../src/check/screener';
import { loadReader } from '../src/cli/reader';
import { parseRecord, toOutput } from '../src/cli/record';
import { knowledge } from '../src/knowledge';
import type { Verdict } from '../src/knowledge/vocabulary';
import { chinaDay } from '../src/screen/clock';
import type { Message, Screening } from '../src/screen/types';
import { clickInCard, inCard } from '../tests/e2e/card-page';
import type { Sample } from './page';

const PICTURES = join(ROOT, '.output/demo');
const WAIT_MS = 15_000;
const LOOK_MS = 50;

/**
 * Checks every sample by the right-click path, prints its screening and pictures page and card.
 *
 * @throws Error where the card does not come to the verdict that was printed
 */
export async function checkAll(
  display: Display,
  session: Session,
  url: string,
  samples: readonly Sample[],
): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const read = loadReader();
  const screen = (message: Message): Screening =>
    screener.screen(message, chinaDay(new Date()), read(screener.canonicalText(message.text)));
  const [page] = await session.browser.pages();
  if (!page) throw new Error('the browser opened no tab');
  await menuReady(session);
  for (const { id, line, text } of samples) {
    const { message } = parseRecord(line);
    const screening = screen(message);
    console.log(toOutput(id, screening, knowledge));
    await page.goto(url);
    const at = await onScreen(page, `[id=${JSON.stringify(id)}]`);
    await display.click(at, { times: 3 });
    await takeOurs(display, at);
    // A selection carries neither date nor sender.
    await cardJudges(page, id, screen(parseRecord(JSON.stringify({ id, text })).message).verdict);
    await page.screenshot({ path: join(PICTURES, `${id}.png`) });
    await pictureWhole(session, page, id);
  }
  console.error(`${samples.length} messages checked by right click; pictures in .output/demo/`);
}

async function cardJudges(page: Page, id: string, verdict: Verdict): Promise<void> {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const shown = await inCard(page, function () {
      return this.querySelector('.verdict')?.className;
    });
    if (shown === `verdict ${verdict}`) return;
    if (Date.now() > end) throw new Error(`${id}: the card shows ${shown ?? 'nothing'} instead of ${verdict}`);
    await new Promise((resume) => setTimeout(resume, LOOK_MS));
  }
}

/** The card shows a part; the workspace, one click away, shows all. */
async function pictureWhole({ browser }: Session, page: Page, id: string): Promise<void> {
  const opened = browser.waitForTarget((target) => target.url().includes('/workspace.html'), { timeout: WAIT_MS });
  await clickInCard(page, '在工作台打开');
  const workspace = (await (await opened).page()) as Page;
  await workspace.waitForSelector('#result[aria-busy="false"] .verdict');
  await workspace.screenshot({ path: join(PICTURES, `${id}-whole.png`), fullPage: true });
  await workspace.close();
}
