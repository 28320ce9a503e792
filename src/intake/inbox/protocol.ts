/** What a page and the worker of its inbox say to each other. */
import type { ErrorCode } from '../import/types';
import type { Inbox } from './inbox';
import type { InboxStep } from './types';

export type InboxMethod = {
  [K in keyof Inbox]: Inbox[K] extends (...args: never[]) => unknown ? K : never;
}[keyof Inbox];

export interface InboxRequest {
  readonly id: number;
  readonly method: InboxMethod;
  readonly args: readonly unknown[];
}

/** An `ImportError` by its code, any other by its name. */
export type InboxFailure =
  | { readonly code: ErrorCode; readonly values: readonly (string | number)[] }
  | { readonly name: string; readonly message: string };

export type InboxAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: InboxFailure };

export interface InboxStepped {
  readonly step: InboxStep;
}
