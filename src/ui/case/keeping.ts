import { signal } from '@preact/signals';

/** Whether something may be saved from this page: not from a private window, whose user wants no trace of it. */
export const mayKeep = signal(true);
