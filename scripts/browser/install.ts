/**
 * `npm run browsers:install`: makes sure that a browser is there for `npm start` and `npm test`. As root on Debian or
 * Ubuntu it installs the packages; elsewhere it uses an installed browser, or says what to install.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { findChromium, which } from './find';

/** The language packs let a test start the browser in Chinese; the font lets pictures show it. */
const PACKAGES = ['chromium', 'chromium-l10n', 'fonts-noto-cjk'];

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

/**
 * @returns the path of a Chromium-based browser
 * @throws Error saying what to install, where there is none and it may not install one
 */
export function ensureBrowsers(): string {
  const present = findChromium();
  if (present && packagesInstalled()) return present;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    try {
      execFileSync('apt-get', ['update', '-qq'], options);
      execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], options);
    } catch (error) {
      if (!present) throw error;
      console.warn(`could not install ${PACKAGES.join(' ')}; going on with ${present}`);
    }
  }
  const found = findChromium();
  if (found) return found;
  throw new Error(
    `No Chrome, Edge or Chromium was found. Install one (on Debian or Ubuntu: sudo apt-get install ${PACKAGES.join(' ')}), ` +
      'or set DUNCHECK_CHROMIUM to its path.',
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
