import browser from 'webextension-polyfill';
import { language, t } from '../ui/i18n';
import { checkSelection } from './check-selection';
import { loadLanguage, onLanguageChanged } from './language';
import type { CheckPage } from './protocol';

const MENU_ITEM = 'check-selection';
const COMMAND = 'check-selection';

/** Listens for the three ways to ask: context menu, shortcut, and the popup's button. */
export function listenForRequests(): void {
  // Firefox for Android has no context menus.
  if (browser.contextMenus) keepMenu();
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command === COMMAND && tab?.id !== undefined) void checkSelection({ tabId: tab.id, byShortcut: true });
  });
  browser.runtime.onMessage.addListener((message: unknown) => {
    const { kind, tabId } = message as CheckPage;
    if (kind === 'check-page') return checkSelection({ tabId });
  });
}

function keepMenu(): void {
  const title = async () => {
    language.value = await loadLanguage();
    return t('menuCheck');
  };
  browser.runtime.onInstalled.addListener(async () => {
    // An update finds the item of the version before.
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({ id: MENU_ITEM, title: await title(), contexts: ['selection'] });
  });
  onLanguageChanged(async () => {
    await browser.contextMenus.update(MENU_ITEM, { title: await title() });
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, frameId, selectionText }, tab) => {
    if (menuItemId !== MENU_ITEM || tab?.id === undefined) return;
    void checkSelection({
      tabId: tab.id,
      ...(frameId !== undefined && { frameId }),
      ...(selectionText !== undefined && { selectionText }),
    });
  });
}
