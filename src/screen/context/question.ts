import type { Context } from '.';
import { speaksAs } from './voice';

/**
 * Somebody in a forum or to a lawyer asks whether such a thing is lawful or can happen. The question mark alone proves
 * nothing: 「不想让家人知道吧？」 is a collector's.
 */
export const question: Context = (candidate, view) => (speaksAs(view, 'cue-question', candidate) ? 'drop' : undefined);
