import browser from 'webextension-polyfill';

/** Whether this page lies in a private window, where what is saved would not be there the next time. */
export const isPrivateWindow = (): boolean => browser.extension.inIncognitoContext === true;
