import { signal } from '@preact/signals';

/** Whether the sender's words are blurred, in the box, in the message and in the cards. */
export const blurred = signal(false);
