/** What is selected in a document, read from the selection itself so that line breaks survive. */

/** Most UTF-16 code units taken from a page; a check takes less, the workspace cuts it into parts. */
export const SELECTION_LIMIT = 1_000_000;

/** CSS pixels in the viewport of the top document. */
export interface Place {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface SelectedText {
  /** Empty when nothing is selected. */
  readonly text: string;
  /** Longer than {@link SELECTION_LIMIT}; the rest is not in `text`. */
  readonly cut: boolean;
  /** This document, not a frame in it, has the keyboard. */
  readonly focused: boolean;
  /** Absent where the page does not let one frame measure another. */
  readonly place?: Place;
}

/** Fields whose text a person can see; never a password. */
const TEXT_FIELDS = ['text', 'search', 'url', 'tel', 'email'];

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Reads the selection of one document: in a text field, an editable area, an open shadow tree or plain content.
 *
 * @returns nothing where the user is at something that this document cannot look into: a PDF, a frame of another origin
 */
export function readSelection(view: Window): SelectedText | undefined {
  const { document } = view;
  const active = deepActive(document);
  const field = isTextField(active) ? active : undefined;
  const inField = field ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0) : '';
  const selection = isSecret(active) ? null : selectionOf(active, document);
  const text = inField.trim() || (selection?.toString().trim() ?? '');
  const place = inField.trim() ? field?.getBoundingClientRect() : selectionPlace(selection);
  if (!text && isElsewhere(active, document)) return undefined;
  const offset = frameOffset(view);
  return {
    text: text.slice(0, SELECTION_LIMIT),
    cut: text.length > SELECTION_LIMIT,
    focused: document.hasFocus() && !(active instanceof HTMLIFrameElement),
    ...(text &&
      place &&
      offset && {
        place: {
          left: place.left + offset.left,
          top: place.top + offset.top,
          right: place.right + offset.left,
          bottom: place.bottom + offset.top,
        },
      }),
  };
}

function deepActive(document: Document): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Chromium's selection holds the dots of a password field. */
function isSecret(element: Element | null): boolean {
  return element instanceof HTMLInputElement && element.type === 'password';
}

function isElsewhere(active: Element | null, { contentType }: Document): boolean {
  return contentType === 'application/pdf' || (active instanceof HTMLIFrameElement && !active.contentDocument);
}

function isTextField(element: Element | null): element is Field {
  return (
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLInputElement && TEXT_FIELDS.includes(element.type))
  );
}

/** Chromium keeps a selection of its own in each shadow tree. */
function selectionOf(active: Element | null, document: Document): Selection | null {
  const root = active?.getRootNode() as (ShadowRoot & { getSelection?(): Selection | null }) | undefined;
  const inShadow = root instanceof ShadowRoot ? root.getSelection?.() : null;
  return inShadow?.toString().trim() ? inShadow : document.getSelection();
}

function selectionPlace(selection: Selection | null): DOMRect | undefined {
  if (!selection?.rangeCount) return undefined;
  const place = selection.getRangeAt(0).getBoundingClientRect();
  return place.width || place.height ? place : undefined;
}

/** Where a frame's document begins in the top viewport; nothing where an outer frame is of another origin. */
function frameOffset(view: Window): { left: number; top: number } | undefined {
  let left = 0;
  let top = 0;
  for (let inner = view; inner !== inner.parent; inner = inner.parent) {
    const frame = inner.frameElement;
    if (!frame) return undefined;
    const edge = frame.getBoundingClientRect();
    left += edge.left + frame.clientLeft;
    top += edge.top + frame.clientTop;
  }
  return { left, top };
}
