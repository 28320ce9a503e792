/** Addresses of the workspace: `#/guide/replying`. Without signals, so that the background can make links. */

export const VIEWS = ['check', 'inbox', 'cases', 'guide', 'tools'] as const;
export type View = (typeof VIEWS)[number];

export interface Place {
  readonly view: View;
  /** What follows the view in the address, e.g. the page of the guide and its section. */
  readonly path: readonly string[];
}

/** Reads a fragment of an address. Whatever names no view is the check. */
export function placeOf(fragment: string): Place {
  const [view, ...path] = fragment.replace(/^#\/?/, '').split('/').filter(Boolean).map(decoded);
  return { view: VIEWS.find((known) => known === view) ?? 'check', path: view === undefined ? [] : path };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The fragment of a place, for links. */
export const linkTo = (view: View, ...path: string[]): string =>
  `#/${[view, ...path].map(encodeURIComponent).join('/')}`;
