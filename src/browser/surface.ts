import browser from 'webextension-polyfill';

/** Whether this page is the popup window of the toolbar, which takes its size from its content. */
export function isPopupWindow(): boolean {
  return browser.extension.getViews({ type: 'popup' }).includes(window);
}
