/**
 * `npm start`: a real browser with the extension and a page of sample messages. Where there is no display, the same on
 * a screen that nobody sees: every sample is selected, right-clicked and checked as a user would; each screening is
 * printed as one JSON line and pictured in `.output/demo/`.
 */
import { startDisplay } from '../scripts/browser/display';
import { hasDisplay } from '../scripts/browser/find';
import { launch } from '../scripts/browser/launch';
import { checkAll } from './check';
import { readSamples, type Sample, servePage } from './page';

/** Until the user closes the browser. */
async function onDesktop(url: string): Promise<void> {
  const { browser } = await launch({ headless: false });
  const [page] = await browser.pages();
  await page?.goto(url);
  console.error('Select a message and right-click it. Close the browser to end.');
  await new Promise((done) => browser.once('disconnected', done));
}

async function withoutDisplay(url: string, samples: readonly Sample[]): Promise<void> {
  const display = await startDisplay();
  try {
    const session = await launch({ display });
    try {
      await checkAll(display, session, url, samples);
    } finally {
      await session.browser.close();
    }
  } finally {
    await display.stop();
  }
}

const samples = readSamples();
const { server, url } = await servePage(samples);
try {
  if (hasDisplay()) await onDesktop(url);
  else await withoutDisplay(url, samples);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  server.closeAllConnections();
  server.close();
}
