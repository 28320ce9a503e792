import type { Context } from '.';
import { speaksAs } from './voice';

/** A news item, a court report or a story tells what others did and what became of them. */
export const news: Context = (candidate, view) => (speaksAs(view, 'cue-news', candidate) ? 'drop' : undefined);
