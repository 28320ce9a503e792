import type { Knowledge } from '../knowledge/compiled';
import type { RouteStep } from '../knowledge/routing-schema';
import type { Category, Lead, Urgency } from '../knowledge/vocabulary';
import type { Finding, Message } from './types';

/** Urgencies as the stages of the routing table. Money about to go, or gone, is as pressing as somebody at the door. */
const STAGE: Record<Urgency, 'danger' | 'ongoing'> = {
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

/** What stands above every route: only the police can still help whoever is in danger or has paid; 96110 stops a payment. */
const FIRST_BY_URGENCY: Record<Urgency, string[]> = {
  danger: ['police-110'],
  'already-paid': ['police-110'],
  'about-to-pay': ['antifraud-96110'],
  none: [],
};

/**
 * Channel steps for a screening, best first, each channel once, with the reason and the condition of each.
 * What only needs a check is routed by its category too; courts and police are asked only where one is said to speak.
 * A reader who does not owe is led to those who can make it stop, not through a debtor's steps.
 */
export function route(
  findings: readonly Finding[],
  leads: readonly Lead[],
  message: Message,
  { routing }: Pick<Knowledge, 'routing'>,
): RouteStep[] {
  const { urgency = 'none', lender = 'unknown', role = 'unsure' } = message;
  const { notDebtor } = routing;
  const owes = !notDebtor.roles.includes(role);
  const keys = routeKeys(findings, leads, urgency, owes, routing);
  const ladder = (owes ? routing.ladders : notDebtor.ladders)[lender] ?? [];
  const steps = keys
    .flatMap((key) => routing.routes[key]?.[STAGE[urgency]] ?? [])
    .flatMap((step) => (step.ladder ? ladder : [step]));
  const first = [...FIRST_BY_URGENCY[urgency], ...firstForDocument(leads)];
  const ordered = [
    ...(leads[0] === 'self-harm' ? [{ channel: 'mind-12356' }] : []),
    ...(findings.some(isEmergency(routing)) ? [routing.emergency.step] : []),
    ...first.map((id) => steps.find(({ channel }) => channel === id) ?? { channel: id }),
    ...steps,
  ];
  return ordered.filter(
    (step, at) => step.channel && ordered.findIndex((other) => other.channel === step.channel) === at,
  );
}

/** Somebody held, or to be hurt: whoever the lender is, the police come before every complaint. */
const isEmergency =
  ({ emergency }: Knowledge['routing']) =>
  ({ rule, level }: Finding): boolean =>
    level === 'violation' && emergency.rules.includes(rule);

function routeKeys(
  findings: readonly Finding[],
  leads: readonly Lead[],
  urgency: Urgency,
  owes: boolean,
  { notDebtor, signals }: Knowledge['routing'],
): string[] {
  const of = (level: Finding['level']) =>
    PRESSING.filter((category) =>
      findings.some((finding) => finding.level === level && finding.category === category && !finding.asGuarantor),
    );
  const accused = of('violation');
  const signalled = signals.filter(
    (signal) =>
      (owes || !signal.debtorOnly) &&
      (accused.length > 0 || !signal.accused) &&
      findings.some(({ rule }) => signal.rules.includes(rule)),
  );
  const named = accused.length ? accused : of('verify').filter((category) => category !== 'judicial-impersonation');
  const gates = [
    ...(urgency === 'about-to-pay' || urgency === 'already-paid' ? ['extortion-payment'] : []),
    ...(leads.includes('authority') ? ['verify-authority'] : []),
  ];
  const own = owes ? named : [...named.filter((category) => notDebtor.keep.includes(category)), notDebtor.route];
  const pressing = [...gates, ...own, ...signalled.filter(({ first }) => first).map((signal) => signal.route)];
  const calm = gates.length || own.length ? [] : ['lawful'];
  return [...pressing, ...calm, ...signalled.map((signal) => signal.route)];
}

/** A legal document has a deadline: whether it is real, and free legal aid, come before everything but danger. */
function firstForDocument(leads: readonly Lead[]): string[] {
  const document = leads.find((lead) => lead !== 'self-harm' && lead !== 'authority');
  if (!document) return [];
  return [document === 'police-summons' ? 'antifraud-96110' : 'court-12368', 'legal-12348'];
}
