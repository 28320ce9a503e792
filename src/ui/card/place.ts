import type { Place } from '../../intake/selection';

/** Distance to the selection and to the window's edges, CSS pixels. */
const GAP = 8;
/** So much of the bar stays in the window, to be caught again. */
const HANDLE = 48;
const MOST_HIGH = 560;
/** Rather over the selection than lower than this. */
const COMFORTABLE = 360;
/** Borders, and the strip with the corner to resize by. */
const EDGE = 15;

/** Puts the card under the selection, above it where there is more room, or at the upper right without one. */
export function placeNear(dialog: HTMLElement, place: Place | undefined): void {
  if (dialog.dataset.moved) return;
  const { width, height } = dialog.getBoundingClientRect();
  if (!place) {
    put(dialog, innerWidth - width - 2 * GAP, 2 * GAP);
    return;
  }
  const isUnder = innerHeight - place.bottom >= Math.min(place.top, height + 2 * GAP);
  const top = isUnder ? place.bottom + GAP : place.top - height - GAP;
  const whole = (value: number, space: number) => Math.max(GAP, Math.min(value, space - GAP));
  put(dialog, whole(place.left, innerWidth - width), whole(top, innerHeight - height));
}

/** Moves by CSS pixels, as the user wants it: from then on the card stays where it is. */
export function moveBy(dialog: HTMLElement, dx: number, dy: number): void {
  dialog.dataset.moved = 'true';
  const { left, top } = dialog.getBoundingClientRect();
  put(dialog, left + dx, top + dy);
}

function put(dialog: HTMLElement, left: number, top: number): void {
  const { width } = dialog.getBoundingClientRect();
  const within = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most));
  dialog.style.left = `${within(left, Math.min(GAP, HANDLE - width), innerWidth - Math.min(width + GAP, HANDLE))}px`;
  dialog.style.top = `${within(top, 0, innerHeight - HANDLE)}px`;
}

/** Lets the mouse, a finger or a pen move the card by the bar inside, and keeps it in sight in a smaller window. */
export function dragBy(dialog: HTMLElement, inside: Document, signal: AbortSignal): void {
  let from: { x: number; y: number } | undefined;
  // In the page's viewport: the frame itself moves along.
  const at = ({ clientX, clientY }: PointerEvent) => {
    const { left, top } = dialog.getBoundingClientRect();
    return { x: left + clientX, y: top + clientY };
  };
  inside.addEventListener('pointerdown', (event) => {
    const target = event.target as Element;
    if (event.button !== 0 || !target.closest('.card-bar') || target.closest('button:not(.card-grip)')) return;
    from = at(event);
    target.setPointerCapture(event.pointerId);
  });
  inside.addEventListener('pointermove', (event) => {
    if (!from) return;
    const now = at(event);
    moveBy(dialog, now.x - from.x, now.y - from.y);
    from = now;
  });
  for (const type of ['pointerup', 'pointercancel']) {
    inside.addEventListener(type, () => {
      from = undefined;
    });
  }
  const stay = () => {
    const { left, top } = dialog.getBoundingClientRect();
    put(dialog, left, top);
  };
  addEventListener('resize', stay, { signal });
}

/** As high as its content, up to what leaves the selection in sight, until the user gives it a size by the corner. */
export function fitHeight(
  dialog: HTMLElement,
  content: HTMLElement,
  place: Place | undefined,
  signal: AbortSignal,
): void {
  const fit = new ResizeObserver(() => {
    const room = place ? Math.max(place.top, innerHeight - place.bottom, COMFORTABLE) : innerHeight;
    const most = Math.min(MOST_HIGH, room - 2 * GAP, innerHeight - 2 * GAP);
    dialog.style.height = `${Math.ceil(Math.min(content.getBoundingClientRect().height + EDGE, most))}px`;
    placeNear(dialog, place);
  });
  fit.observe(content);
  dialog.addEventListener('pointerdown', () => fit.disconnect(), { signal });
  signal.addEventListener('abort', () => fit.disconnect());
}
