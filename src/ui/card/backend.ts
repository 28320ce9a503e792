import type { Place as Selected } from '../../intake/selection';
import type { Explanation } from '../../screen/explain';
import type { Language } from '../i18n';
import type { Place } from '../workspace/address';

/** What the card is asked to show. */
export interface CardOrder {
  /** Empty when nothing was selected. */
  readonly text: string;
  /** The selection was longer than what is taken from a page. */
  readonly cut: boolean;
  readonly place?: Selected;
  readonly language: Language;
  /** The shortcut closes a card that already shows this text. */
  readonly byShortcut: boolean;
}

/** Why a text opens in the workspace: on the user's wish, or because the page has no place for the card. */
export type Leaving = 'chosen' | 'removed' | 'refused-page';

/** The same, with what keeps a text from the page before there is a card, or from the popup. */
export type Reason = Leaving | 'reduced-text' | 'no-room';

/** The background failed at this text, or was stopped again and again. */
export class CheckFailedError extends Error {
  override readonly name = 'CheckFailedError';
}

/** The extension was updated or removed while the page was open: this card can no longer reach it. */
export class DisconnectedError extends Error {
  override readonly name = 'DisconnectedError';
}

/** What the card cannot do by itself. */
export interface CardBackend {
  /**
   * Checks a text; a background that was stopped meanwhile is asked again.
   *
   * @param early gets the result of the rules alone when the reader takes long
   * @throws CheckFailedError, DisconnectedError
   */
  check(text: string, early: (explanation: Explanation) => void): Promise<Explanation>;
  /**
   * @param place where the workspace begins; absent: with the check
   * @throws DisconnectedError
   */
  openWorkspace(text: string, reason: Leaving, place?: Place): void;
  /** @throws DisconnectedError */
  saveLanguage(language: Language): void;
  /** Whether the extension that put this card here is still the one that runs. */
  isConnected(): boolean;
  /** Gives up all that is under way. */
  close(): void;
}
