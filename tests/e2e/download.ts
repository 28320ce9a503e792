import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Session } from '../../scripts/browser/launch';

/**
 * Does something that saves a file, and waits for it.
 *
 * @returns the file's path, with the name that it was given
 */
export async function download({ browser }: Session, work: () => Promise<unknown>): Promise<string> {
  const downloadPath = mkdtempSync(join(tmpdir(), 'duncheck-downloads-'));
  const cdp = await browser.target().createCDPSession();
  await cdp.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath, eventsEnabled: true });
  const finished = new Promise<void>((done) => {
    cdp.on('Browser.downloadProgress', ({ state }) => state === 'completed' && done());
  });
  await work();
  await finished;
  await cdp.detach();
  const [name] = readdirSync(downloadPath);
  if (!name) throw new Error('nothing was saved');
  return join(downloadPath, name);
}
