/**
 * `npx tsx tests/bench/import.ts [COUNT…]`: how the import of an SMS backup grows with its size, as ratios in the same run:
 * against reading the same bytes alone, and against the smaller file. Each size has a process of its own, so that peak
 * memory is that of one import.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, openAsBlob, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importFile } from '../../src/intake/import/import';
import { slices } from '../../src/intake/import/slices';
import { generateBackup } from '../import/generate';

interface Figures {
  readonly bytes: number;
  readonly importing: number;
  readonly reading: number;
  /** Bytes of memory at the highest, above what the process had before. */
  readonly memory: number;
}

if (process.argv[2] === '--one') console.log(JSON.stringify(await measure(process.argv[3] as string)));
else await compare(process.argv.slice(2).map(Number));

async function measure(path: string): Promise<Figures> {
  const file = Object.assign(await openAsBlob(path), { name: path });
  // CPU time, so that other work on the machine does not count.
  const cpu = () => process.cpuUsage().user / 1000;
  let start = cpu();
  for await (const _ of slices(file, 0, () => {}));
  const reading = cpu() - start;
  const before = process.memoryUsage().rss;
  let peak = before;
  start = cpu();
  await importFile(
    file,
    {},
    {
      onRows() {},
      onProgress: () => {
        peak = Math.max(peak, process.memoryUsage().rss);
      },
    },
  );
  return { bytes: file.size, importing: cpu() - start, reading, memory: peak - before };
}

async function compare(counts: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-import-'));
  let last: { count: number; importing: number } | undefined;
  for (const count of counts.length ? counts : [3_000, 30_000, 300_000]) {
    const path = join(folder, `${count}.xml`);
    await generateBackup(path, count);
    const arguments_ = ['--import', 'tsx', fileURLToPath(import.meta.url), '--one', path];
    const { stdout } = spawnSync(process.execPath, arguments_, { encoding: 'utf8' });
    const { bytes, importing, reading, memory } = JSON.parse(stdout) as Figures;
    const growth = last && ` ${(importing / last.importing).toFixed(1)} × the time of ${last.count},`;
    console.log(
      `${count} messages (${(bytes / 1e6).toFixed(1)} MB):${growth ?? ''} ${(importing / reading).toFixed(0)} × reading the bytes alone, ` +
        `${Math.round((count / importing) * 1000)} messages a second here, ${(memory / 1e6).toFixed(0)} MB more memory at the highest (${(memory / bytes).toFixed(1)} × the file)`,
    );
    last = { count, importing };
  }
  rmSync(folder, { recursive: true });
}
