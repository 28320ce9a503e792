/** What is shipped: permissions, policy, and code that cannot reach a network. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/knowledge/read';

const PACKAGE = join(ROOT, '.output/chrome-mv3');
const manifest = JSON.parse(readFileSync(join(PACKAGE, 'manifest.json'), 'utf8'));
const files = readdirSync(PACKAGE, { recursive: true, encoding: 'utf8' });
const scripts = files.filter((name) => /\.(js|mjs|html)$/.test(name));

/** Permissions in the README's table, each with its reason. */
function documentedPermissions(): string[] {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const table = readme.slice(readme.indexOf('| permission | why |'));
  const rows = table.slice(0, table.indexOf('\n\n')).split('\n').slice(2);
  return rows.map((row) => /^\| `([^`]+)` \| .{20,} \|$/.exec(row)?.[1] ?? `unreadable row: ${row}`);
}

describe('the manifest', () => {
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
      const messages = JSON.parse(readFileSync(join(PACKAGE, '_locales', language, 'messages.json'), 'utf8'));
      expect(messages.extName.message).toContain('DunCheck');
      expect(messages.extDescription.message.length).toBeLessThanOrEqual(132);
    }
  });
});

describe('the bundle', () => {
  it('ships scripts', () => expect(scripts.length).toBeGreaterThan(1));

  it.each(scripts)('%s reaches no network and evaluates no text', (name) => {
    const code = readFileSync(join(PACKAGE, name), 'utf8');
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

  it('sets no HTML of ours: only Preact knows the word, for a property we never use', () => {
    const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /^(src|entrypoints)\/.*\.tsx?$/.test(name),
    );
    expect(sources.length).toBeGreaterThan(20);
    for (const name of sources) {
      expect(readFileSync(join(ROOT, name), 'utf8'), name).not.toMatch(/innerHTML|dangerouslySetInnerHTML/);
    }
  });
});
