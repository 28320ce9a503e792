import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { ROOT } from './scripts/knowledge/read';
import { type Bundled, noticesFor, noting } from './scripts/notices/notices';

/**
 * Nothing leaves the device, not even by mistake: the browser itself refuses every way out. 'self' only reads the
 * extension's own packaged files; 'wasm-unsafe-eval' only lets WebAssembly be compiled, for the learned reader: it
 * permits no eval.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The table parser can load tables from the network; that part is cut out, so that the package holds no way out at all. */
const withoutDownloads = () => ({
  name: 'without-downloads',
  transform: (code: string, id: string) =>
    id.includes('/papaparse/') ? code.replaceAll('XMLHttpRequest', 'undefined') : undefined,
});

const bundled: Bundled = new Map();

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module'],
  vite: () => ({
    plugins: [preact(), withoutDownloads(), noting(bundled)],
    worker: { plugins: () => [withoutDownloads(), noting(bundled)] },
    build: { target: 'es2022', modulePreload: { polyfill: false } },
  }),
  hooks: {
    // Called when everything is bundled.
    'build:publicAssets'(_wxt, files) {
      files.push({ relativeDest: 'LICENSE', absoluteSrc: join(ROOT, 'LICENSE') });
      files.push({ relativeDest: 'THIRD-PARTY.txt', contents: noticesFor(bundled) });
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'zh_CN',
    permissions: ['storage', 'activeTab', 'contextMenus', 'scripting'],
    commands: {
      'check-selection': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_commandCheck__' },
    },
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'duncheck@duncheck.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '123' }),
  }),
});
