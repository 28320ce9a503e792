import type { Context } from '.';
import { speaksAs } from './voice';

/** The person who was wronged speaks: a complaint, an answer to the collector, a tale told to a friend. */
export const complaint: Context = (candidate, view) =>
  speaksAs(view, 'cue-complaint', candidate) ? 'drop' : undefined;
