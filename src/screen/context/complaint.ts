import type { Context } from '.';
import { weigh } from './weigh';

/** The person who was wronged speaks: a complaint, an answer to the collector, a word to the family. */
export const complaint: Context = (_candidate, view) => (weigh(view, 'cue-complaint') >= 2 ? 'drop' : undefined);
