/** What is shipped, for either browser: permissions, policy, code that cannot reach a network, and everybody's licence. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/knowledge/read';

const PACKAGES = ['chrome-mv3', 'firefox-mv3'].map((name) => {
  const folder = join(ROOT, '.output', name);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return {
    name,
    manifest: JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')),
    scripts: files.filter((file) => /\.(js|mjs|html)$/.test(file)),
    read: (file: string) => readFileSync(join(folder, file), 'utf8'),
  };
});

/** Permissions in the README's table, each with its reason. */
function documentedPermissions(): string[] {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const table = readme.slice(readme.indexOf('| permission | why |'));
  const rows = table.slice(0, table.indexOf('\n\n')).split('\n').slice(2);
  return rows.map((row) => /^\| `([^`]+)` \| .{20,} \|$/.exec(row)?.[1] ?? `unreadable row: ${row}`);
}

describe.each(PACKAGES)('the manifest of $name', ({ manifest, read }) => {
  it('asks for exactly the permissions that the README explains', () => {
    expect(manifest.permissions).toEqual(documentedPermissions());
  });

  it('touches no page: no host permission, content script or web-accessible resource', () => {
    for (const key of [
      'host_permissions',
      'optional_host_permissions',
      'optional_permissions',
      'content_scripts',
      'web_accessible_resources',
      'externally_connectable',
    ]) {
      expect(manifest, key).not.toHaveProperty(key);
    }
  });

  it('is Manifest V3 with the policy that keeps everything on the device', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.content_security_policy).toEqual({
      extension_pages:
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
    });
  });

  it('has its name and description in both languages', () => {
    for (const language of ['zh_CN', 'en']) {
      const messages = JSON.parse(read(`_locales/${language}/messages.json`));
      expect(messages.extName.message).toContain('DunCheck');
      expect(messages.extDescription.message.length).toBeLessThanOrEqual(132);
    }
  });
});

const manifestOf = (name: string) => PACKAGES.find((each) => each.name === name)?.manifest;

it('says to Firefox who it is, and that it collects nothing', () => {
  expect(manifestOf('firefox-mv3').browser_specific_settings).toEqual({
    gecko: {
      id: expect.stringMatching(/^[\w.-]+@[\w.-]+$/),
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['none'] },
    },
  });
  expect(manifestOf('firefox-mv3')).not.toHaveProperty('minimum_chrome_version');
});

it('says to Chrome from which version on it runs', () => {
  expect(manifestOf('chrome-mv3').minimum_chrome_version).toBe('123');
  expect(manifestOf('chrome-mv3')).not.toHaveProperty('browser_specific_settings');
});

describe.each(PACKAGES)('the licences of $name', ({ read }) => {
  it('has its own', () => expect(read('LICENSE')).toBe(readFileSync(join(ROOT, 'LICENSE'), 'utf8')));

  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  it.each(Object.keys(dependencies))('names %s with its terms', (name) => {
    const { license } = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'));
    expect(read('THIRD-PARTY.txt')).toContain(`\n${name} ${dependencies[name]}\n${license}\n`);
  });

  it('says nothing of the machine it was built on', () => {
    expect(read('THIRD-PARTY.txt')).not.toContain(ROOT);
  });
});

describe.each(PACKAGES)('the bundle of $name', ({ scripts, read }) => {
  it('ships scripts', () => expect(scripts.length).toBeGreaterThan(1));

  it.each(scripts)('%s reaches no network and evaluates no text', (name) => {
    const code = read(name);
    for (const banned of [
      'XMLHttpRequest',
      'WebSocket',
      'sendBeacon',
      'EventSource',
      'RTCPeerConnection',
      'importScripts',
    ]) {
      expect(code.includes(banned), banned).toBe(false);
    }
    expect(code).not.toMatch(/\beval\(|new Function\(/);
    expect(code).not.toMatch(/document\.write|insertAdjacentHTML|outerHTML\s*=/);
    // Every fetch reads a packaged file. The search library has a method of that name, which is another thing.
    const fetches = /(?:(?<![.\w$])|\b(?:self|window|globalThis)\.)fetch\((?![\w$, ]*\)\{).{0,40}/g;
    for (const [call] of code.matchAll(fetches)) expect(call).toMatch(/getURL|new URL\(/);
    expect(code).not.toMatch(/<script[^>]+src=["']?https?:/);
  });
});

it('sets no HTML of ours: only Preact knows the word, for a property we never use', () => {
  const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(src|entrypoints)\/.*(?<!\.test)\.tsx?$/.test(name),
  );
  expect(sources.length).toBeGreaterThan(20);
  for (const name of sources) {
    expect(readFileSync(join(ROOT, name), 'utf8'), name).not.toMatch(/innerHTML|dangerouslySetInnerHTML/);
  }
});
