/** `npm run screen -- --backup` as a helper uses it: the real command on a real file. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ROOT } from '../../scripts/knowledge/read';
import { COLLECTORS, generateBackup } from '../import/generate';

const folder = mkdtempSync(join(tmpdir(), 'backup-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Outcome {
  readonly code: number;
  readonly lines: Record<string, unknown>[];
  readonly errors: Record<string, unknown>[];
}

const parse = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const screen = (...args: string[]): Promise<Outcome> =>
  new Promise((done) => {
    const command = ['--import', 'tsx', 'src/cli/screen.ts', '--backup', ...args];
    const child = execFile(process.execPath, command, { cwd: ROOT, maxBuffer: 1e8 }, (_error, out, err) =>
      done({ code: child.exitCode ?? -1, lines: parse(out), errors: parse(err) }),
    );
  });

it('screens what came in, names the row, and reports what cannot be read', async () => {
  const path = join(folder, 'sms.xml');
  const sms = (body: string, more: string) =>
    `<sms address="+86 10690001" date="1767449405000" ${more} body="${body}" />`;
  writeFileSync(
    path,
    `<smses>${sms('今天不还，我们就把欠款告诉你父母和单位领导。', 'type="1"')}${sms('请不要再发', 'type="2"')}${sms('何', 'type="x"')}
     ${sms('您的快递到了', 'type="1"')}${sms('还'.repeat(20_001), 'type="1"')}<sms`,
  );
  const { code, lines, errors } = await screen(path);
  expect(code).toBe(1);
  expect(lines.map(({ row, sender, receivedAt, verdict }) => [row, sender, receivedAt, verdict])).toEqual([
    [1, '+86 10690001', '2026-01-03T22:10:05+08:00', 'found'],
    [4, '+86 10690001', '2026-01-03T22:10:05+08:00', 'verify'],
  ]);
  expect(lines[0]?.findings).toContainEqual(expect.objectContaining({ category: 'privacy-disclosure', basis: 'text' }));
  expect(errors).toEqual([
    { row: 3, error: 'direction-unknown' },
    { row: 5, error: expect.stringContaining('20001 characters') },
    { row: 6, error: 'truncated' },
  ]);
}, 60_000);

it('sums up the senders that look like collection, and no others', async () => {
  const path = join(folder, 'all.xml');
  await generateBackup(path, 600);
  const { code, lines, errors } = await screen(path, '--senders');
  expect({ code, errors }).toEqual({ code: 0, errors: [] });
  expect(lines.map(({ sender }) => sender).sort()).toEqual(
    COLLECTORS.map(({ address }) => address.replace(/\+86| /g, '')).sort(),
  );
  expect(lines.find(({ sender }) => sender === '13100007788')).toMatchObject({
    calls: 0,
    notScreened: 0,
    firstDay: expect.stringMatching(/^2025-/),
    categories: { 'privacy-disclosure': expect.any(Number) },
  });
}, 120_000);

it.each([
  ['no file', 'nowhere.xml', { error: 'unreadable' }],
  ['a folder', '.', { error: 'unreadable' }],
])(
  '%s',
  async (_name, name, error) => {
    expect(await screen(join(folder, name))).toEqual({ code: 1, lines: [], errors: [error] });
  },
  60_000,
);
