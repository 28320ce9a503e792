/** What background and card say to each other. Only our own scripts can send or receive any of it. */
import type { Explanation } from '../screen/explain';
import type { CardOrder, Leaving } from '../ui/card/backend';
import type { Language } from '../ui/i18n';
import type { Place } from '../ui/workspace/address';

/** Background to card: show yourself. */
export interface ShowCard extends CardOrder {
  readonly kind: 'show-card';
}

/** Card to background, over a port of this name. */
export const CARD_PORT = 'card';
export type CardRequest =
  | { readonly kind: 'check'; readonly id: number; readonly text: string }
  | { readonly kind: 'workspace'; readonly text: string; readonly reason: Leaving; readonly place?: Place }
  | { readonly kind: 'language'; readonly language: Language };

/** Background to card, over the same port. */
export type CardAnswer =
  | { readonly kind: 'checked'; readonly id: number; readonly explanation: Explanation; readonly final: boolean }
  | { readonly kind: 'failed'; readonly id: number; readonly error: string };

/** Popup to background: check what is selected on this page. */
export interface CheckPage {
  readonly kind: 'check-page';
  readonly tabId: number;
}
