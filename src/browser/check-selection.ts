import browser from 'webextension-polyfill';
import { injectCard, readPageSelection } from './inject';
import { loadLanguage } from './language';
import type { ShowCard } from './protocol';
import { openWorkspace } from './workspace';

export interface Asked {
  readonly tabId: number;
  /** The frame that was clicked; absent: whichever frame has the keyboard. */
  readonly frameId?: number;
  /** What the browser itself says is selected: without line breaks, perhaps shortened. */
  readonly selectionText?: string;
  readonly byShortcut?: boolean;
}

/** Per tab, the number of the latest request: an older one that comes late shows nothing. */
const latest = new Map<number, number>();

/**
 * Shows the card beside the selection; where that cannot be, opens the workspace and says why. Never silence, except
 * where the tab was closed or a later request has taken over.
 */
export async function checkSelection({ tabId, frameId, selectionText, byShortcut = false }: Asked): Promise<void> {
  const turn = (latest.get(tabId) ?? 0) + 1;
  latest.set(tabId, turn);
  const overtaken = () => latest.get(tabId) !== turn;

  const selected = await readPageSelection(tabId, frameId);
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  if (overtaken()) return;
  if (!tab) return void latest.delete(tabId);
  if (!selected?.text && selectionText?.trim()) {
    return openWorkspace({ draft: { text: selectionText.trim() }, reason: 'reduced-text' }, tab);
  }
  const text = selected?.text ?? '';
  const elsewhere = async () => {
    if (!overtaken())
      await openWorkspace({ draft: { text }, reason: 'refused-page', cut: selected?.cut === true }, tab);
  };
  if (!selected || !(await injectCard(tabId))) return elsewhere();
  if (overtaken()) return;
  const order: ShowCard = {
    kind: 'show-card',
    text,
    cut: selected.cut,
    language: await loadLanguage(),
    byShortcut,
    ...(selected.place && { place: selected.place }),
  };
  await browser.tabs.sendMessage(tabId, order, { frameId: 0 }).catch(elsewhere);
}
