import type { Context } from '.';
import { weigh } from './weigh';

/** An anti-fraud warning, or a lender's own assurance of how it works, names the words in order to warn of them. */
export const warning: Context = (_candidate, view) => (weigh(view, 'cue-warning') >= 2 ? 'drop' : undefined);
