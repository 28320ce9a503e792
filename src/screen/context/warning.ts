import type { Context } from '.';
import { speaksAs } from './voice';

/**
 * An anti-fraud notice, a lender's assurance of how it works, or a rule of conduct for its staff names the words in
 * order to warn of them or to forbid them.
 */
export const warning: Context = (candidate, view) => (speaksAs(view, 'cue-warning', candidate) ? 'drop' : undefined);
