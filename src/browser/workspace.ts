import browser from 'webextension-polyfill';
import type { Reason } from '../ui/card/backend';
import { type Draft, type DraftStore, EMPTY_DRAFT } from '../ui/check/draft';
import { linkTo, type Place } from '../ui/workspace/address';
import { isInPrivateWindow } from './private';

const PAGE = '/workspace.html';
const KEY = 'workspace:';
/** Stands in the address when the text could not be handed over: what is full takes no word about it either. */
const LOST = 'lost';

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
  /** Id of the tab, once it has read this. */
  readonly tab?: number | undefined;
}

/**
 * Opens the workspace with a text, beside the tab it came from. The text goes through session storage, which is held in
 * memory only, never through the address. Where it finds no room there, the workspace opens without it and says so.
 */
export async function openWorkspace(
  { draft, reason, cut = false, place }: Handoff,
  from?: Pick<browser.Tabs.Tab, 'windowId' | 'index' | 'incognito'>,
): Promise<void> {
  const id = crypto.randomUUID();
  const isPrivate = from?.incognito === true;
  const stored: Stored = { draft: { ...EMPTY_DRAFT, ...draft }, reason, cut, isPrivate };
  const isKept = await leave(KEY + id, stored).then(
    () => true,
    () => false,
  );
  // A private window cannot show pages of the extension; the browser then chooses an ordinary one.
  const beside = from?.windowId !== undefined && !isPrivate ? { windowId: from.windowId, index: from.index + 1 } : {};
  const query = `?tab=${id}${isKept ? '' : `&${LOST}`}`;
  const fragment = place ? linkTo(place.view, ...place.path) : '';
  await browser.tabs.create({ url: browser.runtime.getURL(`${PAGE}${query}${fragment}`), ...beside });
}

/** Leaves a text for a tab, in place of those whose tabs were closed: they would fill the storage. */
async function leave(key: string, stored: Stored): Promise<void> {
  const { session } = browser.storage;
  const [all, tabs] = await Promise.all([session.get(), browser.tabs.query({})]);
  const open = new Set(tabs.map(({ id }) => id));
  const isGone = ([each, text]: [string, unknown]): boolean => {
    if (!each.startsWith(KEY)) return false;
    const { tab }: Partial<Stored> = JSON.parse(text as string);
    // Without an id the tab is still on its way.
    return tab !== undefined && !open.has(tab);
  };
  await session.remove(
    Object.entries(all)
      .filter(isGone)
      .map(([each]) => each),
  );
  await session.set({ [key]: JSON.stringify(stored) });
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
  const query = new URLSearchParams(location.search);
  const given = query.get('tab');
  const id = given ?? crypto.randomUUID();
  if (!given) history.replaceState(null, '', `?tab=${id}${location.hash}`);
  const key = KEY + id;
  const { [key]: text } = await browser.storage.session.get(key);
  const { draft, isPrivate, ...left }: Partial<Stored> = typeof text === 'string' ? JSON.parse(text) : {};
  const about = { ...left, ...(query.has(LOST) && { reason: 'no-room' as const }) };
  const load = async () => draft;
  const clear = () => browser.storage.session.remove(key);
  // A tab that was reloaded, or opened from another, has no word left of where its text came from.
  if (isPrivate || (await isInPrivateWindow())) {
    await clear();
    return { ...about, isPrivate: true, store: { load, save: async () => {}, clear } };
  }
  const tab = (await browser.tabs.getCurrent())?.id;
  const save = (changed: Draft) =>
    browser.storage.session.set({ [key]: JSON.stringify({ ...about, tab, draft: changed } satisfies Stored) });
  return { ...about, store: { load, save, clear } };
}
