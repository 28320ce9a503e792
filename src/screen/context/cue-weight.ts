import type { View } from '../view';

/**
 * How strongly a message speaks in a voice: a hit of `<cue>-strong` counts 2, of `<cue>` 1, each place once.
 *
 * @param cue concept id, such as `cue-warning`
 */
export function cueWeight(view: View, cue: string): number {
  const places = new Set<number>();
  let sum = 0;
  for (const { start } of view.hits(`@${cue}-strong`)) if (!places.has(start)) [sum] = [sum + 2, places.add(start)];
  for (const { start } of view.hits(`@${cue}`)) if (!places.has(start)) [sum] = [sum + 1, places.add(start)];
  return sum;
}
