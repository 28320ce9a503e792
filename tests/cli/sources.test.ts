import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { ROOT } from '../../scripts/knowledge/read';
import { knowledge } from '../../src/knowledge';

const sources = (...options: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/sources.ts', ...options], { cwd: ROOT, encoding: 'utf8' });

it('lists every article and channel, the longest unchecked first', () => {
  const lines = sources().stdout.trim().split('\n');
  const ids = lines.map((line) => line.split('\t')[1]);
  for (const id of [...Object.keys(knowledge.articles), ...Object.keys(knowledge.channels)]) expect(ids).toContain(id);
  const days = lines.map((line) => line.slice(0, 10));
  expect(days).toEqual([...days].sort());
});

it('the check passes while everything is fresh, and names what is not', () => {
  const [oldest] = sources().stdout.split('\t');
  const fresh = sources('--check', '--today', oldest as string);
  expect([fresh.status, fresh.stdout]).toEqual([0, '']);
  const stale = sources('--check', '--today', '2099-01-01');
  expect(stale.status).toBe(1);
  expect(stale.stdout).toContain('zhian-50-1-1');
  expect(stale.stderr).toContain('docs/knowledge.md');
});

it('a closed pipe ends it quietly', () => {
  const command = 'node --import tsx scripts/sources.ts | head -n 1';
  const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: ROOT, encoding: 'utf8' });
  expect(stdout.split('\n').length).toBe(2);
  expect(stderr).toBe('');
});

it('shows how it is used, and names an option that is none', () => {
  const help = sources('--help');
  expect([help.status, help.stderr]).toEqual([0, '']);
  expect(help.stdout).toContain('--check');
  const wrong = sources('--chek');
  expect([wrong.status, wrong.stdout]).toEqual([2, '']);
  expect(wrong.stderr).toMatch(/^Unknown option '--chek'[^\n]*\n.*--help.*\n$/);
});
