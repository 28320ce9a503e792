interface Kept {
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
  readonly dialog: HTMLDialogElement;
  readonly signal: AbortSignal;
  /** The page does not leave the card alone. */
  readonly onGivenUp: () => void;
}

const LOOK_EVERY_MS = 250;
/** How often the card is put back before the page is left to itself. */
const PATIENCE = 4;

/**
 * Shows the dialog in the top layer and puts it back when the page removes it, covers it with a dialog of its own or
 * makes everything inert. A page that does so again and again is not fought.
 */
export function keepReachable({ host, shadow, dialog, signal, onGivenUp }: Kept): void {
  let left = PATIENCE;
  show(host, shadow, dialog);
  const timer = setInterval(() => {
    if (document.visibilityState === 'hidden' || isReachable(shadow, dialog)) return;
    if (left-- > 0) show(host, shadow, dialog);
    else onGivenUp();
  }, LOOK_EVERY_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}

function show(host: HTMLElement, shadow: ShadowRoot, dialog: HTMLDialogElement): void {
  if (host.parentNode !== document.documentElement || host.nextSibling) document.documentElement.append(host);
  hide(dialog);
  dialog.showPopover();
  if (!isReachable(shadow, dialog)) {
    // Only a modal dialog stands above another one, and escapes `inert`.
    hide(dialog);
    dialog.popover = null;
    dialog.showModal();
  }
}

function hide(dialog: HTMLDialogElement): void {
  dialog.close();
  dialog.popover = 'manual';
  if (dialog.matches(':popover-open')) dialog.hidePopover();
}

/** Whether a click on the card's upper edge would arrive there: hit testing passes over what is inert, hidden or covered. */
function isReachable(shadow: ShadowRoot, dialog: HTMLDialogElement): boolean {
  if (!dialog.isConnected) return false;
  const { left, top, width, height } = dialog.getBoundingClientRect();
  if (!width || !height) return false;
  const x = Math.min(Math.max(left + width / 2, 1), innerWidth - 1);
  const y = Math.min(Math.max(top + Math.min(16, height / 2), 1), innerHeight - 1);
  return dialog.contains(shadow.elementFromPoint(x, y));
}
