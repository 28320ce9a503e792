/**
 * `npm run browsers:install`: makes sure that a browser is there for `npm start` and `npm test`. As root on Debian or
 * Ubuntu it installs the packages; elsewhere it uses an installed browser, or says what to install.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { findChromium, which } from './find';

const PACKAGES = ['chromium', 'chromium-l10n', 'xvfb', 'xdotool', 'fonts-noto-cjk'];

export function ensureBrowsers(): string {
  const complete = process.platform !== 'linux' || (which('Xvfb') && which('xdotool'));
  const present = findChromium();
  if (present && complete) return present;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], options);
    const installed = findChromium();
    if (installed) return installed;
  }
  if (present) {
    console.warn('Xvfb and xdotool are missing: tests of the desktop (right click) need them.');
    return present;
  }
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
