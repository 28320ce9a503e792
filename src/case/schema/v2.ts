import type { Migration } from './migration';

/** A case may hold a draft. Nothing is rearranged; an earlier version would not know the kind and so must not write. */
export const version2: Migration = () => {};
