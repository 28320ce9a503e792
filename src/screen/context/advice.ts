import type { Context } from '.';
import { weigh } from './weigh';

/** Legal advice and explanation speaks of rights and articles to somebody who was wronged. */
export const advice: Context = (_candidate, view) => (weigh(view, 'cue-advice') >= 2 ? 'drop' : undefined);
