import { knowledge } from '../knowledge';
import { createScreener } from '../screen';
import { restore, sounds, tables } from '../screen/decoded';

/** One screener for a page or worker; building it takes some milliseconds. */
export const screener = createScreener(knowledge, tables, sounds, restore);
