import type { Migration } from './migration';
import { version1 } from './v1';
import { version2 } from './v2';

/** In order; the last one's place is the version of the store. A new version is one file and one line here. */
export const MIGRATIONS: readonly Migration[] = [version1, version2];
