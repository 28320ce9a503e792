/** What stands in THIRD-PARTY.txt of the package; that it stands there, `tests/e2e/package.test.ts` says. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../scripts/knowledge/read';
import { type Bundled, noticesFor, noting } from '../../scripts/notices/notices';

const at = (path: string) => join(ROOT, 'node_modules', path);

/** As a build gives it. */
function bundledOf(...ids: string[]): Bundled {
  const bundled: Bundled = new Map();
  const modules = Object.fromEntries(ids.map((id) => [id, { renderedLength: 1 }]));
  noting(bundled).generateBundle({}, { chunk: { modules }, asset: {} });
  return bundled;
}

it('knows the package of a module, also within another, and what the build tools add', () => {
  const ids = [at('@noble/hashes/sha2.js'), at('docx/node_modules/nanoid/index.js'), '\0vite/preload-helper.js'];
  expect([...bundledOf(...ids, join(ROOT, 'src/case/store.ts'), '\0virtual:wxt-plugins').keys()]).toEqual([
    '@noble/hashes',
    'docx/node_modules/nanoid',
    'vite',
  ]);
});

it('leaves out what was shaken from the bundle', () => {
  const bundled: Bundled = new Map();
  noting(bundled).generateBundle({}, { chunk: { modules: { [at('idb/build/index.js')]: { renderedLength: 0 } } } });
  expect([...bundled.keys()]).toEqual([]);
});

it('gives name, version, kind, source and text of every licence, and where tables come from', () => {
  const text = noticesFor(bundledOf(at('webextension-polyfill/dist/browser-polyfill.js'), at('idb/build/index.js')));
  expect(text).toMatch(/\nidb [\d.]+\nISC\nhttps:\/\/github.*\n\nISC License \(ISC\)\nCopyright/);
  expect(text).toMatch(
    /\nwebextension-polyfill [\d.]+\nMPL-2\.0\nhttps:\/\/github.*\n\nMozilla Public License Version 2\.0/,
  );
  expect(text).toMatch(/\nopencc-js [\d.]+\nMIT AND Apache-2\.0\n/);
  expect(text).toContain('Apache License\n                           Version 2.0');
  expect(text).toMatch(/\nnanoid [\d.]+\nMIT\nhttps:\/\/github.com\/ai\/nanoid\nStands inside docx\.\n/);
});

it('takes over what stands in the code alone, and of a tool only its own licence', () => {
  const text = noticesFor(bundledOf(at('docx/dist/index.mjs'), '\0vite/preload-helper.js', at('saxes/saxes.js')));
  expect(text).toContain('Copyright Joyent');
  expect(text).toContain('Copyright (c) Isaac Z. Schlueter');
  expect(text).toMatch(/\nvite [\d.]+\nMIT\n/);
  expect(text).not.toContain('@jridgewell');
});

it('is the same whatever the order of the bundles', () => {
  const ids = [at('idb/build/index.js'), at('preact/dist/preact.mjs'), at('big.js/big.mjs')];
  expect(noticesFor(bundledOf(...ids.toReversed()))).toBe(noticesFor(bundledOf(...ids)));
});

it('refuses a package without a licence', () => {
  expect(() => noticesFor(bundledOf(at('worker-f/lib/index.js')))).toThrow(/worker-f brings no licence/);
});
