/** What the documents tell a reader to do must work: their commands, paths and examples. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../../scripts/knowledge/read';
import { articleSchema } from '../../src/knowledge/schema';
import { inForce } from '../../src/screen/law';

const documents = ['README.md', ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`), 'training/README.md']
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

describe.each(documents)('$path', ({ text }) => {
  it('names only commands that exist', () => {
    const named = [...text.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(([, name]) => name as string);
    for (const name of named) expect(scripts, name).toHaveProperty([name]);
  });

  it('names only places that exist', () => {
    const named = [...text.matchAll(/`((?:src|tests|scripts|docs|training|entrypoints|demo)\/[\w./-]+)`/g)];
    for (const [, path] of named) expect(existsSync(join(ROOT, path as string)), path).toBe(true);
  });
});

it('the example of a changed article is a valid article that begins on its day', () => {
  const { text } = documents.find(({ path }) => path === 'docs/knowledge.md') as (typeof documents)[number];
  const [, yaml] = /```yaml\n([\s\S]*?)```/.exec(text) ?? [];
  const [article] = v.parse(v.array(articleSchema), parse(yaml as string));
  if (!article) throw new Error('no example');
  expect(['2027-04-30', '2027-05-01'].map((day) => inForce(article, day))).toEqual([false, true]);
});
