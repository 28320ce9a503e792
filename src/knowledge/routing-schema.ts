/** Shape of `src/channels/_routing.yaml`: which channel comes when. */
import * as v from 'valibot';
import { bilingual, day, id, text } from './schema';
import { CATEGORIES, ROLES } from './vocabulary';

const routeStep = v.strictObject({
  channel: v.optional(id),
  /** Insert the lender's own ladder here. */
  ladder: v.optional(v.literal(true)),
  why: v.optional(bilingual),
  /** Shown as a condition in front of the step. */
  when: v.optional(bilingual),
});
export const routingSchema = v.strictObject({
  checked: day,
  ladders: v.record(v.string(), v.array(routeStep)),
  /** category → danger | ongoing | past → steps. */
  routes: v.record(
    v.string(),
    v.strictObject({ danger: v.array(routeStep), ongoing: v.array(routeStep), past: v.array(routeStep) }),
  ),
  /** A finding of one of these rules adds this route. */
  signals: v.array(
    v.strictObject({
      rules: v.array(id),
      route: id,
      /** Before the ordinary steps of a message that accuses nobody. */
      first: v.optional(v.literal(true)),
      /** Only for a reader who may owe: it settles something about the loan itself. */
      debtorOnly: v.optional(v.literal(true)),
      /** Only where something in the message is a violation. */
      accused: v.optional(v.literal(true)),
    }),
  ),
  /** A violation by one of these rules puts this step before every other. */
  emergency: v.strictObject({ rules: v.array(id), step: routeStep }),
  /** Readers who do not owe: the categories that keep their own route, the route of all others, and whom to turn to. */
  notDebtor: v.strictObject({
    roles: v.array(v.picklist(ROLES)),
    keep: v.array(v.picklist(CATEGORIES)),
    route: id,
    ladders: v.record(v.string(), v.array(routeStep)),
  }),
  /** Exact hosts that may be linked. */
  hosts: v.array(text),
  /** Hosts met in court messages, matched by suffix. None of them proves anything. */
  courtHosts: v.strictObject({ official: v.array(text), local: v.array(text), seen: v.array(text) }),
});

export type RoutingFile = v.InferOutput<typeof routingSchema>;
export type RouteStep = v.InferOutput<typeof routeStep>;
