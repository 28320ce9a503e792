/** Finds the likeliest reading of a text whose characters may stand for others. */
import { EDGE, type Language } from './language';

/** One way of reading the units from a place on. */
export interface Edge {
  /** Place after the last unit. */
  readonly to: number;
  /** What is read, or EDGE for anything that is no ideograph. */
  readonly code: number;
  readonly cost: number;
  /** What was done to read it so, 0 for as it is written. */
  readonly kind: number;
}

interface State {
  readonly code: number;
  readonly cost: number;
  readonly at: number;
  readonly edge: Edge | undefined;
  readonly before: State | undefined;
}

export interface Step extends Edge {
  readonly from: number;
  /** Read before and after. */
  readonly previous: number;
  readonly next: number;
}

/** Readings followed at once; more would change little. */
const BREADTH = 24;

/**
 * The changed places of the best path, in order. Linear in `length`, given a bounded number of edges at a place.
 *
 * @param edges the readings from a place on, given what may have been read before it; never empty
 */
export function bestPath(
  length: number,
  edges: (at: number, before: readonly number[]) => readonly Edge[],
  language: Language,
): Step[] {
  const waiting = new Map<number, Map<number, State>>();
  waiting.set(0, new Map([[EDGE, { code: EDGE, cost: 0, at: 0, edge: undefined, before: undefined }]]));
  for (let at = 0; at < length; at++) {
    const here = waiting.get(at);
    if (!here) continue;
    waiting.delete(at);
    const states = narrowed(here);
    const codes = states.map(({ code }) => code);
    for (const edge of edges(at, codes)) {
      const there = waiting.get(edge.to) ?? new Map<number, State>();
      waiting.set(edge.to, there);
      for (const before of states) {
        const step = before.code === EDGE && edge.code === EDGE ? 0 : language.cost(before.code, edge.code);
        const cost = before.cost + step + edge.cost;
        const known = there.get(edge.code);
        if (!known || cost < known.cost) there.set(edge.code, { code: edge.code, cost, at, edge, before });
      }
    }
  }
  return walkBack(waiting.get(length), language);
}

function narrowed(states: ReadonlyMap<number, State>): State[] {
  if (states.size === 1) return [...states.values()];
  return [...states.values()].sort((a, b) => a.cost - b.cost).slice(0, BREADTH);
}

function walkBack(ends: ReadonlyMap<number, State> | undefined, language: Language): Step[] {
  let best: State | undefined;
  for (const state of ends?.values() ?? []) {
    const cost = state.cost + (state.code === EDGE ? 0 : language.cost(state.code, EDGE));
    if (!best || cost < best.cost + (best.code === EDGE ? 0 : language.cost(best.code, EDGE))) best = state;
  }
  const steps: Step[] = [];
  let next = EDGE;
  for (let state = best; state?.edge; state = state.before) {
    const previous = state.before?.code ?? EDGE;
    if (state.edge.kind) steps.push({ ...state.edge, from: state.at, previous, next });
    next = state.code;
  }
  return steps.reverse();
}
