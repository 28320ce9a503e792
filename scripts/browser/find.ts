import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const CHROMIUM = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];
const CHROMIUM_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const FIREFOX = ['firefox-esr', 'firefox'];
const FIREFOX_PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** Path of a command, or nothing where it is not installed. */
export function which(command: string): string | undefined {
  try {
    const finder = process.platform === 'win32' ? 'where' : 'which';
    return execFileSync(finder, [command], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .split('\n')[0]
      ?.trim();
  } catch {
    return undefined;
  }
}

/** An installed Chromium-based browser. `DUNCHECK_CHROMIUM` names another one. */
export function findChromium(): string | undefined {
  const { DUNCHECK_CHROMIUM } = process.env;
  if (DUNCHECK_CHROMIUM) return DUNCHECK_CHROMIUM;
  return CHROMIUM.map(which).find(Boolean) ?? CHROMIUM_PLACES.find((place) => existsSync(place));
}

/** An installed Firefox. `DUNCHECK_FIREFOX` names another one. */
export function findFirefox(): string | undefined {
  const { DUNCHECK_FIREFOX } = process.env;
  if (DUNCHECK_FIREFOX) return DUNCHECK_FIREFOX;
  return FIREFOX.map(which).find(Boolean) ?? FIREFOX_PLACES.find((place) => existsSync(place));
}

/** Whether a window could be seen: a Mac, Windows, or a Unix session with a display. */
export function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
