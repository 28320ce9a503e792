import browser from 'webextension-polyfill';
import { type Draft, type DraftStore, EMPTY_DRAFT } from '../ui/check/draft';
import { linkTo, type Place } from '../ui/workspace/address';
import type { Reason } from './protocol';

const PAGE = '/workspace.html';
const KEY = 'workspace:';

/** What a workspace tab begins with. */
export interface Handoff {
  readonly draft: Partial<Draft>;
  readonly reason: Reason;
  /** More was selected than is taken from a page. */
  readonly cut?: boolean;
  /** Where it begins; absent: with the check. */
  readonly place?: Place;
}

interface Stored {
  readonly draft: Draft;
  readonly reason?: Reason;
  readonly cut?: boolean;
  readonly isPrivate?: boolean;
}

/**
 * Opens the workspace with a text, beside the tab it came from. The text goes through session storage, which is held in
 * memory only, never through the address.
 */
export async function openWorkspace(
  { draft, reason, cut = false, place }: Handoff,
  from?: Pick<browser.Tabs.Tab, 'windowId' | 'index' | 'incognito'>,
): Promise<void> {
  const id = crypto.randomUUID();
  const isPrivate = from?.incognito === true;
  const stored: Stored = { draft: { ...EMPTY_DRAFT, ...draft }, reason, cut, isPrivate };
  await browser.storage.session.set({ [KEY + id]: JSON.stringify(stored) });
  // A private window cannot show pages of the extension; the browser then chooses an ordinary one.
  const beside = from?.windowId !== undefined && !isPrivate ? { windowId: from.windowId, index: from.index + 1 } : {};
  const fragment = place ? linkTo(place.view, ...place.path) : '';
  await browser.tabs.create({ url: browser.runtime.getURL(`${PAGE}?tab=${id}${fragment}`), ...beside });
}

interface Opened {
  readonly store: DraftStore;
  readonly reason?: Reason;
  readonly cut?: boolean;
  /** The text came from a private window. */
  readonly isPrivate?: boolean;
}

/**
 * The draft of this workspace tab: it survives a reload and is gone with the browser. What came from a private window
 * is read once and not kept.
 */
export async function openWorkspaceDraft(): Promise<Opened> {
  const given = new URLSearchParams(location.search).get('tab');
  const id = given ?? crypto.randomUUID();
  if (!given) history.replaceState(null, '', `?tab=${id}${location.hash}`);
  const key = KEY + id;
  const { [key]: text } = await browser.storage.session.get(key);
  const { draft, isPrivate, ...about }: Partial<Stored> = typeof text === 'string' ? JSON.parse(text) : {};
  const load = async () => draft;
  const clear = () => browser.storage.session.remove(key);
  if (isPrivate) {
    await clear();
    return { ...about, isPrivate, store: { load, save: async () => {}, clear } };
  }
  const save = (changed: Draft) =>
    browser.storage.session.set({ [key]: JSON.stringify({ ...about, draft: changed } satisfies Stored) });
  return { ...about, store: { load, save, clear } };
}
