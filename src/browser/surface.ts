import browser from 'webextension-polyfill';
import type { Draft } from '../ui/check/draft';
import type { Place } from '../ui/workspace/address';
import type { CheckPage } from './protocol';
import { openWorkspace } from './workspace';

/** Whether this page is the popup window of the toolbar, which takes its size from its content. */
export function isPopupWindow(): boolean {
  return browser.extension.getViews({ type: 'popup' }).includes(window);
}

/** Asks the background to check what is selected on the page behind the popup, and makes way for it. */
export async function checkPageBehind(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return;
  await browser.runtime.sendMessage({ kind: 'check-page', tabId: tab.id } satisfies CheckPage);
  window.close();
}

/** Takes the popup's draft to a workspace tab that begins at a place, or with the check. */
export async function continueInWorkspace(draft: Draft, place?: Place): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  await openWorkspace({ draft, reason: 'chosen', ...(place && { place }) }, tab);
  window.close();
}

/** Its removal tells the other pages that all was hidden; any other removal may leave the storage empty as well. */
const SIGN = 'hidden';

/**
 * Forgets everything that is not saved, on every page of the extension, and closes this one, whatever of it fails.
 *
 * @param erase forgets what this page holds
 * @param lock closes the cases; nothing waits for it, because their store may still be opening, or never open
 */
export async function hideEverything(erase: () => Promise<unknown>, lock?: () => Promise<unknown>): Promise<void> {
  const { session } = browser.storage;
  lock?.().catch(() => {});
  await erase().catch(() => {});
  // A storage that is full takes no sign, but it must be emptied all the same.
  await session.set({ [SIGN]: true }).catch(() => {});
  await session.clear().catch(() => {});
  await closePage();
}

/**
 * Closes this page as soon as everything was hidden from another one.
 *
 * @param forget what is not saved yet: the page would ask before it is closed
 */
export function closeWhenHidden(forget?: () => void): void {
  browser.storage.session.onChanged.addListener(async (changes) => {
    if (!changes[SIGN]?.oldValue) return;
    forget?.();
    await closePage();
  });
}

async function closePage(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined) window.close();
  else await browser.tabs.remove(tab.id);
}
