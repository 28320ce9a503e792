import { knowledge, restore, sounds, tables } from '../knowledge';
import { createScreener } from '../screen';

/** One screener for a page or worker; building it takes some milliseconds. */
export const screener = createScreener(knowledge, tables, sounds, restore);
