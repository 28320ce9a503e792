import { effect, signal } from '@preact/signals';
import type { Lender, Role, Urgency } from '../../knowledge/vocabulary';

/** Everything the user has typed, exactly as typed: nothing is lost because it is not valid yet. */
export interface Draft {
  readonly text: string;
  /** `YYYY-MM-DD` or empty. */
  readonly day: string;
  /** `HH:MM`, China Standard Time, or empty. */
  readonly time: string;
  readonly sender: string;
  readonly lender: Lender;
  readonly role: Role;
  readonly urgency: Urgency;
}

export interface DraftStore {
  load(): Promise<Draft | undefined>;
  save(draft: Draft): Promise<void>;
  clear(): Promise<void>;
}

export const EMPTY_DRAFT: Draft = {
  text: '',
  day: '',
  time: '',
  sender: '',
  lender: 'unknown',
  role: 'unsure',
  urgency: 'none',
};

export const draft = signal<Draft>(EMPTY_DRAFT);
/** The browser reports a half-typed date or time as an empty value; the fields say so here. */
export const dayIncomplete = signal(false);
export const timeIncomplete = signal(false);
export const storageFailed = signal(false);

/**
 * Loads the stored draft and keeps it up to date from then on.
 *
 * @returns erases draft and store
 */
export async function keepDraft(store: DraftStore): Promise<() => Promise<void>> {
  try {
    draft.value = { ...EMPTY_DRAFT, ...(await store.load()) };
  } catch {
    storageFailed.value = true;
  }
  effect(() => {
    store.save(draft.value).then(
      () => {
        storageFailed.value = false;
      },
      () => {
        storageFailed.value = true;
      },
    );
  });
  return async () => {
    draft.value = EMPTY_DRAFT;
    await store.clear();
  };
}
