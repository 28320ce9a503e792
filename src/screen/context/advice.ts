import type { Context } from '.';
import { speaksAs } from './voice';

/** Legal advice, an explanation or an experience handed on speaks of rights to somebody who was wronged. */
export const advice: Context = (candidate, view) => (speaksAs(view, 'cue-advice', candidate) ? 'drop' : undefined);
