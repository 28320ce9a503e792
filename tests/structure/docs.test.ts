/** What the documents tell a reader to do must work: their commands, paths and examples. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../../scripts/knowledge/read';
import { articleSchema } from '../../src/knowledge/schema';
import { inForce } from '../../src/screen/law';

/** Every page of text beside the code. */
const documents = [
  'README.md',
  ...['docs', 'training', 'tests'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  ),
]
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

const scriptsIn = (text: string): string[] =>
  [...text.matchAll(/npm (?:run (?:-s )?)?([a-z:]+)/g)]
    .map(([, name]) => name as string)
    .filter((name) => name !== 'ci');

/** `src/a.ts`, wherever it stands; of `src/_*` and `src/<id>.yaml` the folder. */
const placesIn = (text: string): string[] => {
  const named = /(?<![\w./-])((?:src|tests|scripts|docs|training|entrypoints|demo|locales)\/[\w./-]*)([*<{]?)/g;
  return [...text.matchAll(named)].map(([, path = '', open]) => path.replace(open ? /[^/]*$/ : /\.$/, ''));
};

describe.each(documents)('$path', ({ path, text }) => {
  it('names only commands that exist', () => {
    for (const name of scriptsIn(text)) expect(scripts, name).toHaveProperty([name]);
  });

  it('names only places that exist', () => {
    for (const path of placesIn(text)) expect(existsSync(join(ROOT, path)), path).toBe(true);
  });

  it('points only to pages that exist', () => {
    for (const [, target] of text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)) {
      expect(existsSync(join(ROOT, dirname(path), target as string)), target).toBe(true);
    }
  });
});

it('places are seen inside commands and sentences, up to where they are left open', () => {
  const text =
    'run `npx tsx tests/a.ts FILE`, then `npx vitest run src/b tests/c.test.ts`; see src/d/<id>.yaml, scripts/e.';
  expect(placesIn(text)).toEqual(['tests/a.ts', 'src/b', 'tests/c.test.ts', 'src/d/', 'scripts/e']);
  expect(placesIn('`tests/corpus/*.jsonl` `src/{a,b}` `src/_*` ../src/f.ts')).toEqual([
    'tests/corpus/',
    'src/',
    'src/',
  ]);
});

it('every command of the project is named in a document', () => {
  const named = new Set(documents.flatMap(({ text }) => scriptsIn(text)));
  // `npm ci` runs it by itself.
  const hidden = ['prepare'];
  expect(Object.keys(scripts).filter((name) => !named.has(name) && !hidden.includes(name))).toEqual([]);
});

it('the example of a changed article is a valid article that begins on its day', () => {
  const { text } = documents.find(({ path }) => path === 'docs/knowledge.md') as (typeof documents)[number];
  const [, yaml] = /```yaml\n([\s\S]*?)```/.exec(text) ?? [];
  const [article] = v.parse(v.array(articleSchema), parse(yaml as string));
  if (!article) throw new Error('no example');
  expect(['2027-04-30', '2027-05-01'].map((day) => inForce(article, day))).toEqual([false, true]);
});
