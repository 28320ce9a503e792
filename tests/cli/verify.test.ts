/** `npm run screen -- --verify` as a helper uses it: the real command on a real archive. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../../scripts/knowledge/read';
import { writeEvidence } from '../../src/case/evidence/write';

const folder = mkdtempSync(join(tmpdir(), 'verify-'));
afterAll(() => rmSync(folder, { recursive: true }));

const AT = '2026-03-01T22:10:00+08:00';
let zip: Uint8Array;
let fingerprint: string;
beforeAll(async () => {
  const made = await writeEvidence(
    {
      case: { id: 'c1', title: '案件一', createdAt: AT, note: '' },
      entries: [],
      sent: [],
      attachments: new Map(),
      originals: [],
    },
    { madeAt: AT, report: '<!doctype html>' },
  );
  zip = new Uint8Array(await made.zip.arrayBuffer());
  ({ fingerprint } = made);
});

function verify(name: string, content?: Uint8Array): Promise<{ code: number; out: string; err: string }> {
  const path = join(folder, name);
  if (content) writeFileSync(path, content);
  return new Promise((done) => {
    const command = ['--import', 'tsx', 'src/cli/screen.ts', '--verify', path];
    const child = execFile(process.execPath, command, { cwd: ROOT }, (_error, out, err) =>
      done({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

it('says that a file agrees with its manifest, with the fingerprint to compare', async () => {
  const { code, out } = await verify('good.zip', zip);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    intact: true,
    files: 4,
    madeAt: AT,
    fingerprint,
    changed: [],
    missing: [],
    added: [],
  });
});

it('names what differs, and exits with 1', async () => {
  const { 'README.txt': _readme, ...others } = unzipSync(zip);
  const changed = zipSync({ ...others, 'report.html': strToU8('other'), 'new.txt': strToU8('x') });
  const { code, out } = await verify('changed.zip', changed);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    intact: false,
    changed: ['report.html'],
    missing: ['README.txt'],
    added: ['new.txt'],
  });
});

it.each([
  ['no archive', 'text.zip', strToU8('hello'), { error: 'not-zip' }],
  ['an archive of something else', 'other.zip', zipSync({ 'a.txt': strToU8('x') }), { error: 'not-ours' }],
  ['nothing there', 'nothing.zip', undefined, { error: 'unreadable' }],
  ['a folder', '.', undefined, { error: 'unreadable' }],
])('%s: a code on stderr, and exit code 1', async (_what, name, content, expected) => {
  const { code, out, err } = await verify(name, content);
  expect([code, out]).toEqual([1, '']);
  expect(JSON.parse(err)).toMatchObject(expected);
});
