import browser from 'webextension-polyfill';
import type { Draft, DraftStore } from '../ui/check/draft';
import { isInPrivateWindow } from './private';

const KEY = 'draft';

/**
 * The unfinished check, kept in session storage: it survives a closed popup and is gone with the browser.
 * In a private window nothing is kept at all.
 */
export async function openDraftStore(): Promise<DraftStore> {
  if (await isInPrivateWindow()) return { load: async () => undefined, save: async () => {}, clear: async () => {} };
  return {
    async load() {
      const stored = await browser.storage.session.get(KEY);
      return typeof stored[KEY] === 'string' ? (JSON.parse(stored[KEY]) as Draft) : undefined;
    },
    // As JSON text: storage itself drops lone surrogates, JSON escapes them.
    save: (draft) => browser.storage.session.set({ [KEY]: JSON.stringify(draft) }),
    clear: () => browser.storage.session.remove(KEY),
  };
}
