import type { Context } from '.';
import { weigh } from './weigh';

/**
 * A message in the form that courts and police really use (case number, court's name, 12368, no payment asked to a
 * private account) may be genuine: it is never an accusation, only something to verify at the official number.
 */
export const officialForm: Context = (candidate, view) => {
  const judicial = candidate.category === 'judicial-impersonation' || candidate.category === 'false-legal-consequence';
  if (!judicial) return undefined;
  return weigh(view, 'official-form') >= 3 && !view.hits('@private-payee').length ? 'verify' : undefined;
};
