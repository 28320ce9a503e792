/** `npm run knowledge` as an author of rules uses it: what is wrong with a file is said, and no more. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ROOT } from '../../scripts/knowledge/read';

const copy = mkdtempSync(join(tmpdir(), 'knowledge-'));
afterAll(() => rmSync(copy, { recursive: true }));
for (const part of ['src', 'scripts', 'package.json']) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));

const compile = (...options: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/compile-knowledge.ts', ...options], {
    cwd: copy,
    encoding: 'utf8',
  });

it.each([
  ['is no YAML', 'about: [', /^src\/lexicon\/court\.yaml: .+\n$/s],
  ['lacks a field', 'about: a court', /^src\/lexicon\/court\.yaml\n {2}words: [^\n]+\n$/],
])(
  'names the file that %s, without a stack',
  (_what, yaml, said) => {
    writeFileSync(join(copy, 'src/lexicon/court.yaml'), yaml);
    const { status, stdout, stderr } = compile();
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/^\s+at /m);
  },
  60_000,
);
