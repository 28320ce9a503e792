import type { RouteStep } from '../knowledge/schema';
import type { Category, Urgency } from '../knowledge/vocabulary';
import type { Finding, Knowledge, Message } from './types';

/** DESIGN's urgencies in the words of the routing table. Money about to go, or gone, is gate G2. */
const STAGE: Record<Urgency, 'danger' | 'ongoing' | 'past'> = {
  danger: 'danger',
  'about-to-pay': 'danger',
  'already-paid': 'danger',
  none: 'ongoing',
};

/** Categories from the most to the least pressing: the first found decides which route leads. */
const PRESSING: readonly Category[] = [
  'extortion-payment',
  'threat',
  'judicial-impersonation',
  'doxxing',
  'privacy-disclosure',
  'third-party-pressure',
  'harassment',
  'insult',
  'false-legal-consequence',
];

/**
 * Channel steps for a screening, best first, each channel once.
 * Gates as in the routing reference: danger to a person first, then money, then an authority that must be verified.
 */
export function route(
  findings: readonly Finding[],
  authority: boolean,
  message: Message,
  knowledge: Knowledge,
): RouteStep[] {
  const lender = message.lender ?? 'unknown';
  const urgency = message.urgency ?? 'none';
  const accused = new Set(findings.filter(({ level }) => level === 'violation').map(({ category }) => category));
  const keys: string[] = PRESSING.filter((category) => accused.has(category));
  if (authority) keys.unshift('verify-authority');
  if (!keys.length) keys.push(findings.some(({ level }) => level === 'verify') ? 'verify-authority' : 'lawful');
  if (urgency === 'about-to-pay' || urgency === 'already-paid') keys.unshift('extortion-payment');
  const steps = keys.flatMap((key) => knowledge.routing.routes[key]?.[STAGE[urgency]] ?? []);
  const ladder = knowledge.routing.ladders[lender] ?? [];
  const expanded = steps.flatMap((step) => (step.ladder ? ladder : [step]));
  return moneyFirst(expanded, urgency).filter(
    (step, at, all) => step.channel && all.findIndex((other) => other.channel === step.channel) === at,
  );
}

/** Gate G2: money already sent goes to 110 at once; money asked for goes to 96110 before anything else. */
function moneyFirst(steps: RouteStep[], urgency: Urgency): RouteStep[] {
  const first = { danger: 'police-110', 'already-paid': 'police-110', 'about-to-pay': 'antifraud-96110', none: '' }[
    urgency
  ];
  if (!first) return steps;
  const step = steps.find(({ channel }) => channel === first) ?? { channel: first };
  return [step, ...steps.filter((other) => other !== step)];
}
