import type { Context } from '.';
import { weigh } from './weigh';

/** A news item or a court report tells what others did. */
export const news: Context = (_candidate, view) => (weigh(view, 'cue-news') >= 2 ? 'drop' : undefined);
