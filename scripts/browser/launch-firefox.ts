import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { ROOT } from '../knowledge/read';
import { findFirefox } from './find';

/** Firefox gives every installation of an extension another address, unless one is set before. */
const ADDRESS = '6f1c1a52-6f0e-4c0b-9a37-0d4c6b1f2a11';
const EXTENSION_ID = 'duncheck@duncheck.example';

export interface FirefoxSession {
  readonly browser: Browser;
  /** Opens a page of the extension in a tab of its own, such as `popup.html`. */
  openOwnPage(path: string): Promise<Page>;
  /** Goes to a page of the browser or of an extension, which never reports that it has loaded. */
  goTo(page: Page, url: string): Promise<void>;
  /** Evaluates an expression in the browser's own window, where menus and toolbars are. */
  inBrowser(expression: string): Promise<unknown>;
}

interface RemoteValue {
  readonly type: string;
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
  readonly contexts?: readonly { readonly context: string }[];
}

/** The WebDriver BiDi connection: Puppeteer itself knows only the pages in the tabs. */
type Connection = { send(method: string, params: object): Promise<{ result: RemoteValue }> };

/**
 * Starts a real Firefox with the built extension. Run `npm run build:firefox` before.
 *
 * @param display where its window stands, such as `:99`; without one it is headless
 */
export async function launchFirefox(display?: string): Promise<FirefoxSession> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('No Firefox was found: npm run browsers:install, or set DUNCHECK_FIREFOX.');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: !display,
    defaultViewport: null,
    ...(display && { env: { ...process.env, DISPLAY: display, MOZ_ENABLE_WAYLAND: '0' } }),
    // With system access a test can look at the extension's pages and at the browser's own window.
    args: ['--remote-allow-system-access', '--width=1280', '--height=900'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [EXTENSION_ID]: ADDRESS }),
    },
  });
  await browser.installExtension(resolve(ROOT, '.output/firefox-mv3'));
  const { connection } = browser as unknown as { connection: Connection };
  const goTo = async (page: Page, url: string) => {
    void page.goto(url).catch(() => {});
    // Some of these pages forbid the functions that Puppeteer waits with.
    const there = (wanted: string) => location.href.startsWith(wanted) && document.readyState === 'complete';
    while (!(await page.evaluate(there, url).catch(() => false))) await new Promise((resume) => setTimeout(resume, 50));
  };
  return {
    browser,
    goTo,
    async openOwnPage(path) {
      const page = await browser.newPage();
      await goTo(page, `moz-extension://${ADDRESS}/${path}`);
      return page;
    },
    async inBrowser(expression) {
      const { contexts } = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result;
      const target = { context: contexts?.[0]?.context };
      const { result } = await connection.send('script.evaluate', { expression, target, awaitPromise: true });
      if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
      return result.result?.value;
    },
  };
}
