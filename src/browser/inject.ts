import browser from 'webextension-polyfill';
import type { SelectedText } from '../intake/selection';

/** The packaged scripts that are put into a page when the user asks, and never before. */
const SELECTION_SCRIPT = '/selection.js';
const CARD_SCRIPT = '/card.js';

/** After a keyboard command Chromium for a moment refuses what it has just granted. */
const TRIES = 5;
const PAUSE_MS = 100;

async function inject(target: browser.Scripting.InjectionTarget, file: string) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await browser.scripting.executeScript({ target, files: [file] });
    } catch (error) {
      if (attempt === TRIES) throw error;
      await new Promise((resume) => setTimeout(resume, PAUSE_MS));
    }
  }
}

/**
 * Reads the selection of one frame, or of whichever frame the user is in.
 *
 * @returns nothing where the browser lets no extension read: its own pages, the store, frames of other origins
 */
export async function readPageSelection(tabId: number, frameId?: number): Promise<SelectedText | undefined> {
  const target = frameId === undefined ? { tabId, allFrames: true } : { tabId, frameIds: [frameId] };
  try {
    const results = await inject(target, SELECTION_SCRIPT);
    const read = results.flatMap(({ result }) => (result as SelectedText | undefined) ?? []);
    // With nothing selected the first one, the outermost, tells why.
    const first = (results[0]?.result as SelectedText | null | undefined) ?? undefined;
    return read.find(({ text, focused }) => text && focused) ?? read.find(({ text }) => text) ?? first;
  } catch {
    return undefined;
  }
}

/** @returns whether the page took the card */
export async function injectCard(tabId: number): Promise<boolean> {
  try {
    await inject({ tabId, frameIds: [0] }, CARD_SCRIPT);
    return true;
  } catch {
    return false;
  }
}
