import browser from 'webextension-polyfill';

/**
 * Whether this page lies in a private window, where what is saved would not be there the next time. Asked of the window
 * too, because an extension that is not split between profiles is never itself private.
 */
export async function isInPrivateWindow(): Promise<boolean> {
  // Firefox for Android has no windows.
  if (browser.extension.inIncognitoContext || !browser.windows) return browser.extension.inIncognitoContext === true;
  return (await browser.windows.getCurrent()).incognito;
}
