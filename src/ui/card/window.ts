/**
 * The card's window on a page that is not ours: a dialog in a closed shadow tree, in the browser's top layer, and in it
 * a frame with a document of its own. The page can neither read nor steer it: what is typed, selected or found in the
 * frame never passes through the page's document, and its styles and fonts end at the frame's edge. It can always hide
 * or cover the card, which is noticed.
 */
import type { Place } from '../../intake/selection';
import { rememberFocus } from './focus';
import { keepReachable } from './keep';
import { dragBy, fitHeight, moveBy } from './place';

export interface CardWindow {
  close(): void;
}

export interface CardWindowOptions {
  /** Rules for the window's edge, and for the document in it. */
  readonly css: { readonly edge: string; readonly content: string };
  readonly dark: boolean;
  /** The selection to stand beside. */
  readonly place: Place | undefined;
  /** What a screen reader calls it. */
  readonly label: string;
  /**
   * Draws the content; again with a new place when the page made the browser throw the old one away. `gone` is aborted
   * in the last moment in which the old one can be touched.
   */
  readonly draw: (content: HTMLElement, gone: AbortSignal) => void;
  /** Whether the extension that opened this window is gone or was updated. */
  readonly isOutlived: () => boolean;
  /** Closed by the user or by {@link CardWindow.close}. */
  readonly onClose: () => void;
  /** The page took the card away more often than it was put back, or is a sandbox that lets no frame be filled. */
  readonly onLost: (why: 'removed' | 'refused-page') => void;
}

const ARROW_PX = 24;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-ARROW_PX, 0],
  ArrowRight: [ARROW_PX, 0],
  ArrowUp: [0, -ARROW_PX],
  ArrowDown: [0, ARROW_PX],
};

export function openWindow({
  css,
  dark,
  place,
  label,
  draw,
  isOutlived,
  onClose,
  onLost,
}: CardWindowOptions): CardWindow {
  const before = rememberFocus();
  const host = document.createElement('div');
  const shadow = host.attachShadow({ mode: 'closed' });
  const dialog = document.createElement('dialog');
  const frame = document.createElement('iframe');
  dialog.className = dark ? 'dark' : 'light';
  dialog.ariaLabel = label;
  frame.title = label;
  dialog.append(frame);
  shadow.append(styleOf(document, css.edge), dialog);

  const end = new AbortController();
  const { signal } = end;
  const finish = (then: () => void, restore = true) => {
    if (signal.aborted) return;
    end.abort();
    outlived.disconnect();
    host.remove();
    if (restore) before.restore();
    then();
  };
  const close = () => finish(onClose);
  // After an update the next card comes from another script; whatever appears then, this one has had its time.
  const outlived = new MutationObserver(() => isOutlived() && finish(onClose, false));
  const fill = () => {
    const inside = frame.contentDocument;
    if (!inside) return queueMicrotask(() => finish(() => onLost('refused-page')));
    if (inside.body.classList.contains('card')) return;
    inside.head.append(styleOf(inside, css.content));
    inside.documentElement.className = dark ? 'dark' : 'light';
    inside.body.className = 'card';
    const gone = new AbortController();
    // Firefox lets no extension touch a document whose frame is gone. A page that is only put aside comes back whole.
    frame.contentWindow?.addEventListener('pagehide', ({ persisted }) => {
      if (!persisted) gone.abort();
    });
    draw(inside.body, gone.signal);
    fitHeight(dialog, inside.body, place, gone.signal);
    dragBy(dialog, inside, gone.signal);
    listen(inside, dialog, close);
    frame.contentWindow?.focus();
  };
  frame.addEventListener('load', fill, { signal });
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });
  // Pressed on the page itself, Escape closes the card unless the page has a use for it.
  addEventListener(
    'keydown',
    (event) => {
      if (event.isTrusted && event.key === 'Escape' && !event.defaultPrevented) close();
    },
    { signal },
  );
  keepReachable({
    host,
    shadow,
    dialog,
    signal,
    onGivenUp: () => finish(() => onLost('removed')),
  });
  outlived.observe(document.documentElement, { childList: true });
  return { close };
}

function styleOf(document: Document, css: string): HTMLStyleElement {
  const style = document.createElement('style');
  style.textContent = css;
  return style;
}

/** Escape closes, arrows on the grip move; scripts that only pretend to press or click are not heard. */
function listen(inside: Document, dialog: HTMLDialogElement, close: () => void): void {
  for (const type of ['click', 'pointerdown', 'keydown', 'change', 'input']) {
    inside.addEventListener(
      type,
      (event) => {
        if (!event.isTrusted) event.stopImmediatePropagation();
      },
      { capture: true },
    );
  }
  inside.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    const step = ARROWS[event.key];
    if (!step || !inside.activeElement?.matches('.card-grip')) return;
    event.preventDefault();
    moveBy(dialog, ...step);
  });
}
