/** Rules about the code itself, so that they need no reviewer. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/knowledge/read';
import sharedEn from '../../src/ui/texts/en.json';
import workspaceEn from '../../src/ui/texts/workspace/en.json';
import workspaceZh from '../../src/ui/texts/workspace/zh.json';
import sharedZh from '../../src/ui/texts/zh.json';

const zh = { ...sharedZh, ...workspaceZh };
const en = { ...sharedEn, ...workspaceEn };

const sources = (folder: string): { name: string; code: string }[] =>
  (existsSync(join(ROOT, folder)) ? readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }) : [])
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => ({ name: `${folder}/${name}`, code: readFileSync(join(ROOT, folder, name), 'utf8') }));

/** What a file imports or hands on, at once or when it is needed (`import('…')`, a worker's `new URL('…')`). */
const importsOf = (code: string): string[] =>
  [...code.matchAll(/\b(?:from|import|new URL)\s*\(?\s*['"`]([^'"`]+)['"`]/g)].map(([, path]) => path as string);

/** Folders of `src` with code, each above those before it: it may know them, and they must not know it. */
const ORDER = ['knowledge', 'screen', 'tools', 'reader', 'check', 'case', 'intake', 'ui', 'browser'];

/** The command line stands beside the pages. */
const strangersOf = (folder: string): string[] =>
  folder === 'cli' ? ['ui', 'browser'] : [...ORDER.slice(ORDER.indexOf(folder) + 1), 'cli'];

describe('arrows run one way', () => {
  it('every way to import is seen', () => {
    const code = `
      import { a } from './a';
      import type { b } from "../b";
      import './c';
      export * from './d';
      const e = await import('../../e');
      const f = lazy(() => import(
        './f'
      ));
      new Worker(new URL('./g.ts', import.meta.url));
      const importance = 'none', { from = 'nowhere' } = {};`;
    expect(importsOf(code)).toEqual(['./a', '../b', './c', './d', '../../e', './f', './g.ts']);
  });

  it('every folder with code has its place', () => {
    const folders = readdirSync(join(ROOT, 'src')).filter((name) => sources(`src/${name}`).length);
    expect(folders.sort()).toEqual([...ORDER, 'cli'].sort());
  });

  it.each([...ORDER, 'cli'])('src/%s knows nothing above it', (folder) => {
    const wrong = new RegExp(`\\.\\./(${strangersOf(folder).join('|')})(/|$)`);
    const known = sources(`src/${folder}`).flatMap(({ name, code }) =>
      importsOf(code).map((path) => `${name}: ${path}`),
    );
    expect(known.filter((line) => wrong.test(line))).toEqual([]);
  });

  it.each(['src/screen', 'src/tools', 'src/knowledge'].flatMap(sources))('$name is pure', ({ code }) => {
    expect(importsOf(code).filter((path) => /^(wxt|preact)/.test(path))).toEqual([]);
    expect(code).not.toMatch(/\b(window|document|navigator|localStorage|fetch|Date\.now)\b\(?\s*[.(]/);
  });

  it.each(
    [...[...ORDER, 'cli'].filter((name) => name !== 'browser').map((name) => `src/${name}`), 'entrypoints'].flatMap(
      sources,
    ),
  )('$name leaves the browser to src/browser', ({ code }) => {
    expect(importsOf(code)).not.toContain('webextension-polyfill');
    expect(code).not.toMatch(/\b(chrome|browser)\.(storage|tabs|runtime|windows)\b/);
  });
});

describe('texts of the pages', () => {
  const code = ['src/ui', 'src/browser', 'entrypoints']
    .flatMap(sources)
    .map((file) => file.code)
    .join('\n');

  it('exist in both languages with the same placeholders', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
    const marks = (text: string) => [...text.matchAll(/\$\d/g)].map(String).sort();
    for (const key of Object.keys(zh) as (keyof typeof zh)[]) expect(marks(en[key]), key).toEqual(marks(zh[key]));
  });

  it('are all used', () => {
    const unused = Object.keys(zh).filter((key) => {
      const family = key.replace(/_.*$/, '_');
      return (
        !code.includes(`'${key}'`) &&
        !(key.includes('_') && code.includes(`\`${family}`)) &&
        !/^(lender|role)_/.test(key)
      );
    });
    expect(unused).toEqual([]);
  });
});

it('files stay small enough to read in one sitting', () => {
  const long = ['src', 'scripts', 'entrypoints'].flatMap(sources).filter(({ code }) => code.split('\n').length > 200);
  expect(long.map(({ name }) => name)).toEqual([]);
});
