/** The popup under Firefox's toolbar: no tab, so it is reached from the browser's own window. */
import { type Firefox, until } from './firefox-page';

const BUTTON = 'duncheck_duncheck_example-browser-action';

/** Puts the button on the toolbar, where a user would pin it, and clicks it with the real mouse. */
export async function openToolbarPopup(firefox: Firefox): Promise<void> {
  await firefox.inBrowser(`CustomizableUI.addWidgetToArea('${BUTTON}', 'nav-bar')`);
  const place = `(() => {
    const { left, top, width, height } = document.getElementById('${BUTTON}').getBoundingClientRect();
    return width && Math.round(left + width / 2) + ' ' + Math.round(top + height / 2);
  })()`;
  const at = await until(() => firefox.inBrowser(place), 'the toolbar button');
  await firefox.display.xdo('mousemove', ...String(at).split(' '), 'click', '1');
}

/**
 * Presses a button of the popup as soon as it is there: by script, because without a window manager a panel takes
 * neither mouse nor keyboard.
 */
export async function pressInPopup({ inBrowser }: Firefox, label: string): Promise<void> {
  const inside = `
    const button = [...content.document.querySelectorAll('button')].find(
      ({ textContent }) => textContent.includes(${JSON.stringify(label)}),
    );
    sendAsyncMessage('pressed', button !== undefined);
    button?.click();
  `;
  const press = `new Promise((done) => {
    const popup = document.querySelector('.webextension-popup-browser')?.messageManager;
    // A popup that is still opening does not answer.
    setTimeout(done, 500);
    popup?.addMessageListener('pressed', ({ data }) => done(data));
    popup?.loadFrameScript(${JSON.stringify(`data:,${encodeURIComponent(inside)}`)}, false);
  })`;
  await until(() => inBrowser(press), `${label} in the popup`);
}
