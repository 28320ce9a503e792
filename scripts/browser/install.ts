/**
 * `npm run browsers:install`: makes sure that a browser is there for `npm start` and `npm test`. As root on Debian or
 * Ubuntu it installs the packages; elsewhere it uses an installed browser, or says what to install.
 */
import { type ExecFileSyncOptions, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { findChromium, which } from './find';

/**
 * The language packs let a test start the browser in Chinese, the font lets pictures show it; Xvfb and xdotool are a
 * screen, a mouse and a keyboard where there are none.
 */
const PACKAGES = ['chromium', 'chromium-l10n', 'firefox-esr', 'fonts-noto-cjk', 'xvfb', 'xdotool'];
const DISPLAY_TOOLS = ['Xvfb', 'xdotool'];

/** Whether all packages are there; nothing to say where there is no Debian package manager. */
function packagesInstalled(): boolean {
  if (!which('dpkg-query')) return true;
  try {
    execFileSync('dpkg-query', ['-W', ...PACKAGES], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Installs the packages where it may; elsewhere it does nothing. */
function installPackages(): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  // Standard output belongs to what the caller prints.
  const options: ExecFileSyncOptions = {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  execFileSync('apt-get', ['update', '-qq'], options);
  // A machine that has just started may still be installing something else.
  const patient = ['-o', 'DPkg::Lock::Timeout=120'];
  execFileSync('apt-get', [...patient, 'install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], options);
}

/**
 * @returns the path of a Chromium-based browser
 * @throws Error saying what to install, where there is none and it may not install one
 */
export function ensureBrowsers(): string {
  const present = findChromium();
  if (present && packagesInstalled()) return present;
  try {
    installPackages();
  } catch (error) {
    if (!present) throw error;
    console.warn(`could not install ${PACKAGES.join(' ')}; going on with ${present}`);
  }
  const found = findChromium();
  if (found) return found;
  throw new Error(
    `No Chrome, Edge or Chromium was found. Install one (on Debian or Ubuntu: sudo apt-get install ${PACKAGES.join(' ')}), ` +
      'or set DUNCHECK_CHROMIUM to its path.',
  );
}

/**
 * Makes sure that a screen nobody sees can be had.
 *
 * @throws Error saying what to install, where it may not install it
 */
export function ensureDisplay(): void {
  const isThere = () => DISPLAY_TOOLS.every((tool) => which(tool));
  if (!isThere()) installPackages();
  if (isThere()) return;
  throw new Error(
    `There is no display, and ${DISPLAY_TOOLS.join(' and ')} to do without one are not both installed. ` +
      'Install them (on Debian or Ubuntu: sudo apt-get install xvfb xdotool), or start from a desktop.',
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(`browser: ${ensureBrowsers()}`);
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
