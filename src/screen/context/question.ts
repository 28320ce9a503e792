import type { Context } from '.';
import { weigh } from './weigh';

/** The reader, or somebody in a forum, asks whether such a thing can happen. */
export const question: Context = (_candidate, view) => (weigh(view, 'cue-question') >= 2 ? 'drop' : undefined);
