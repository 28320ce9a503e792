import { resolve } from 'node:path';
import puppeteer, { type Browser, type Extension, type Page } from 'puppeteer-core';
import { ROOT } from '../knowledge/read';
import { type Display, SCREEN } from './display';
import { ensureBrowsers } from './install';

export interface Session {
  readonly browser: Browser;
  readonly extension: Extension;
  /** Opens the popup as a user does: a click on the toolbar icon while `page` is in front. */
  openPopup(page: Page): Promise<Page>;
}

/** The build that users install. Run `npm run build` before. */
export const PACKAGE = resolve(ROOT, '.output/chrome-mv3');

export interface LaunchOptions {
  readonly language?: 'zh-CN' | 'en-US';
  readonly headless?: boolean;
  /** Shows its window there. */
  readonly display?: Display;
  /** Keeps a profile between launches. */
  readonly userDataDir?: string;
  readonly extraArguments?: readonly string[];
  /** Another build than the one that users install. */
  readonly folder?: string;
}

/** Starts a real Chromium with the built extension. */
export async function launch({
  language = 'zh-CN',
  display,
  headless = !display,
  userDataDir,
  extraArguments = [],
  folder = PACKAGE,
}: LaunchOptions = {}): Promise<Session> {
  const browser = await puppeteer.launch({
    executablePath: ensureBrowsers(),
    headless,
    pipe: true,
    enableExtensions: true,
    ...(userDataDir && { userDataDir }),
    // A window to be seen has its own size.
    ...(!headless && { defaultViewport: null }),
    env: { ...process.env, ...display?.env, LANGUAGE: language.replace('-', '_') },
    args: [
      `--lang=${language}`,
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      ...(display
        ? ['--ozone-platform=x11', '--window-position=0,0', `--window-size=${SCREEN.width},${SCREEN.height}`]
        : []),
      // Chromium refuses its sandbox to root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...extraArguments,
    ],
  });
  const id = await browser.installExtension(folder);
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error('the extension did not load; run npm run build');
  return {
    browser,
    extension,
    async openPopup(page) {
      await page.bringToFront();
      await page.triggerExtensionAction((await browser.extensions()).get(id) ?? extension);
      const target = await browser.waitForTarget((candidate) => candidate.url().endsWith('/popup.html'), {
        timeout: 10_000,
      });
      const popup = await target.asPage();
      popup.setDefaultTimeout(20_000);
      await popup.waitForSelector('#message');
      return popup;
    },
  };
}

/** The popup's own page, for what a popup window cannot do: another width, a picture of the whole. */
export function popupUrl({ extension }: Session): string {
  return `chrome-extension://${extension.id}/popup.html`;
}
