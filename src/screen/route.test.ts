import { describe, expect, it } from 'vitest';
import { knowledge } from '../knowledge';
import {
  CATEGORIES,
  type Category,
  LENDERS,
  type Lead,
  type Lender,
  ROLES,
  type Role,
  URGENCIES,
  type Urgency,
} from '../knowledge/vocabulary';
import { route } from './route';
import type { Finding } from './types';

const findingOf = (category: Category): Finding => ({
  rule: 'x',
  source: 'rule',
  category,
  level: 'violation',
  basis: 'text',
  disguises: [],
  law: [],
});

function channels(categories: Category[], lender: Lender, urgency: Urgency, leads: Lead[] = []): string[] {
  const findings = categories.map(findingOf);
  return route(findings, leads, { text: '', lender, urgency }, knowledge).map(({ channel }) => channel as string);
}

it.each(CATEGORIES)('%s leads somewhere for every lender and urgency, each channel once', (category) => {
  for (const lender of LENDERS) {
    for (const urgency of URGENCIES) {
      const ids = channels([category], lender, urgency);
      expect(ids.length, `${lender} ${urgency}`).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(knowledge.channels, id).toHaveProperty([id]);
    }
  }
});

describe('gates', () => {
  it.each(CATEGORIES)('%s: nothing stands above 110 in danger or after paying', (category) => {
    expect(channels([category], 'bank', 'danger')[0]).toBe('police-110');
    expect(channels([category], 'unknown', 'already-paid', ['authority'])[0]).toBe('police-110');
  });
  it('about to pay: 96110 first', () => {
    expect(channels(['threat'], 'bank', 'about-to-pay')[0]).toBe('antifraud-96110');
  });
  it.each(['about-to-pay', 'already-paid'] as const)('%s is as pressing as danger', (urgency) => {
    expect(channels(['threat'], 'bank', 'none')).not.toContain('police-12110');
    expect(channels(['threat'], 'bank', urgency)).toEqual(expect.arrayContaining(['police-110', 'police-12110']));
  });
  it('an authority is verified before anything is reported', () => {
    expect(channels(['judicial-impersonation'], 'bank', 'none', ['authority'])[0]).toBe('court-12368');
  });
  it('an unknown lender is identified, not called unlicensed', () => {
    expect(channels(['privacy-disclosure'], 'unknown', 'none')[0]).toBe('verify-licence');
  });
  it('a private person is never sent to the financial regulator', () => {
    for (const category of CATEGORIES) {
      expect(channels([category], 'private-person', 'none').join()).not.toMatch(/nfra|institution|local-finance|nifa/);
    }
  });
  it('a bank: the institution before the regulator', () => {
    const ids = channels(['privacy-disclosure'], 'bank', 'none');
    expect(ids.indexOf('institution')).toBeLessThan(ids.indexOf('nfra-12378'));
  });
  it('a summons: whether it is real, then legal aid', () => {
    expect(channels([], 'bank', 'none', ['summons', 'authority']).slice(0, 2)).toEqual(['court-12368', 'legal-12348']);
    expect(channels([], 'bank', 'none', ['police-summons', 'authority']).slice(0, 2)).toEqual([
      'antifraud-96110',
      'legal-12348',
    ]);
  });
  it('a life in danger comes before everything', () => {
    expect(channels(['threat'], 'bank', 'danger', ['self-harm']).slice(0, 2)).toEqual(['mind-12356', 'police-110']);
  });
  it('what only needs a check goes to no court unless an authority speaks', () => {
    const night: Finding = {
      rule: 'night-contact',
      source: 'facts',
      category: 'harassment',
      level: 'verify',
      basis: 'time',
      disguises: [],
      law: [],
    };
    const steps = route([night], [], { text: '', lender: 'bank' }, knowledge);
    expect(steps.map(({ channel }) => channel).join()).not.toMatch(/court|12309/);
    expect(steps.length).toBeGreaterThan(0);
  });
  it('nobody is led to a route that does not exist', () => {
    const { signals, notDebtor, routes, ladders } = knowledge.routing;
    const rules = new Set(knowledge.rules.map(({ id }) => id));
    for (const signal of signals) {
      expect(routes).toHaveProperty(signal.route);
      for (const rule of signal.rules) expect(rules, rule).toContain(rule);
    }
    expect(routes).toHaveProperty(notDebtor.route);
    expect(Object.keys(notDebtor.ladders).sort()).toEqual(Object.keys(ladders).sort());
    for (const { channel } of Object.values(notDebtor.ladders).flat())
      expect(knowledge.channels).toHaveProperty([channel as string]);
  });
  it('keeps the reason and the condition of a step', () => {
    const steps = route([], ['authority'], { text: '' }, knowledge);
    expect(steps.some(({ when }) => when)).toBe(true);
  });
});

describe('a reader who does not owe', () => {
  const third = ['family', 'not-me', 'other'] as const;
  const steps = (role: Role, lender: Lender, category: Category, urgency: Urgency = 'none') =>
    route([findingOf(category)], [], { text: '', lender, urgency, role }, knowledge).map(
      ({ channel }) => channel as string,
    );
  const debtorSteps = ['mediation', 'verify-licence', 'verify-microloan', 'verify-collector', 'credit-dispute'];

  it.each(CATEGORIES)('%s: blocking, 12321 and whoever can stop it, none of a debtor’s steps', (category) => {
    for (const role of third) {
      for (const lender of LENDERS) {
        const ids = steps(role, lender, category);
        expect(ids, `${role} ${lender}`).toEqual(
          expect.arrayContaining(['carrier-block', 'spam-12321', 'police-station']),
        );
        if (category !== 'judicial-impersonation')
          expect(
            ids.filter((id) => debtorSteps.includes(id)),
            `${role} ${lender}`,
          ).toEqual([]);
      }
    }
  });
  it.each(LENDERS)('%s: another route than the debtor’s', (lender) => {
    for (const category of ['privacy-disclosure', 'false-legal-consequence', 'insult'] as const)
      expect(steps('not-me', lender, category)).not.toEqual(steps('debtor', lender, category));
  });
  it('a licensed lender is asked before anybody else, an unknown one is not looked up in a contract he has not', () => {
    expect(steps('not-me', 'bank', 'privacy-disclosure').slice(0, 3)).toEqual([
      'institution',
      'nfra-12378',
      'carrier-block',
    ]);
    expect(steps('not-me', 'unknown', 'privacy-disclosure')[0]).toBe('app-pi');
  });
  it('danger and threats keep the police in front', () => {
    expect(steps('family', 'bank', 'threat')[0]).toBe('police-station');
    expect(steps('family', 'bank', 'insult', 'danger')[0]).toBe('police-110');
  });
  it('a polite message does not send him to negotiate', () => {
    const ids = route([], [], { text: '', lender: 'bank', role: 'not-me' }, knowledge).map(({ channel }) => channel);
    expect(ids.slice(0, 2)).toEqual(['institution', 'nfra-12378']);
    expect(ids).not.toContain('mediation');
  });
  it.each(LENDERS)('%s: legal aid for whoever is called a spouse or an heir', (lender) => {
    for (const role of third) {
      const found = route([findingOf('privacy-disclosure')], [], { text: '', lender, role }, knowledge);
      const aid = found.find(({ channel }) => channel === 'legal-12348');
      expect(aid?.when?.zh, role).toContain('配偶或继承人');
    }
  });
  it('a guarantor keeps the debtor’s steps', () => {
    expect(steps('guarantor-or-co-borrower', 'bank', 'insult')).toEqual(steps('debtor', 'bank', 'insult'));
  });
});

describe('what a finding calls for', () => {
  const stepsFor = (rule: string, level: Finding['level'], role: Role = 'debtor') => {
    const finding: Finding = { rule, source: 'rule', level, basis: 'text', disguises: [], law: [] };
    return route([finding], [], { text: '', lender: 'bank', role }, knowledge).map(({ channel }) => channel as string);
  };
  it.each([
    ['lawyer-speaks', 'verify'],
    ['lawyer-letter', 'lawful'],
  ] as const)('%s: looked up before anything else, and nobody to complain to about a lawful letter', (rule, level) => {
    const ids = stepsFor(rule, level);
    expect(ids.slice(0, 2)).toEqual(['lawyer-verify', 'legal-12348']);
    expect(ids.filter((id) => /complaint|police|nfra/.test(id))).toEqual([]);
  });
  it('a lawyer beside a violation may be complained about', () => {
    const spoke: Finding = { ...findingOf('threat'), level: 'verify', rule: 'lawyer-speaks' };
    const ids = route([findingOf('threat'), spoke], [], { text: '', lender: 'bank' }, knowledge);
    expect(ids.map(({ channel }) => channel)).toContain('lawyer-complaint');
  });
  it.each(['hold-person', 'bodily-harm'])(
    '%s: the police first, whoever the lender, the reader and the urgency',
    (rule) => {
      const harm: Finding = { ...findingOf('threat'), rule };
      for (const lender of LENDERS)
        for (const role of ROLES)
          for (const urgency of URGENCIES) {
            const [first, ...rest] = route([harm], ['authority'], { text: '', lender, role, urgency }, knowledge);
            expect(first?.channel, `${lender} ${role} ${urgency}`).toBe('police-110');
            expect(rest.map(({ channel }) => channel)).not.toContain('police-110');
          }
    },
  );
  it('the police first only for what is a violation, and after a life in danger', () => {
    const harm: Finding = { ...findingOf('threat'), rule: 'bodily-harm' };
    const first = (finding: Finding, leads: Lead[]) => route([finding], leads, { text: '' }, knowledge)[0]?.channel;
    expect(first({ ...harm, level: 'verify' }, [])).not.toBe('police-110');
    expect(first(harm, ['self-harm'])).toBe('mind-12356');
  });
  it('a biller: its own service, then 12345, never a financial regulator', () => {
    for (const category of CATEGORIES)
      for (const role of ['debtor', 'not-me'] as const) {
        const ids = route([findingOf(category)], [], { text: '', lender: 'biller', role }, knowledge).map(
          ({ channel }) => channel as string,
        );
        expect(ids.join(), category).not.toMatch(/nfra|local-finance|nifa|verify-(licence|microloan|collector)/);
        expect(ids.indexOf('gov-12345'), category).toBeGreaterThan(ids.indexOf('institution'));
      }
  });
  it('a demand on a guarantor goes the calm way', () => {
    const asked: Finding = { ...findingOf('privacy-disclosure'), level: 'verify', asGuarantor: true };
    const ids = route([asked], [], { text: '', lender: 'bank' }, knowledge).map(({ channel }) => channel);
    expect(ids).toEqual(['institution', 'mediation', 'legal-12348']);
  });
  it('a link: the lender first, then the number and its channel', () => {
    const ids = stepsFor('payment-link', 'verify');
    expect(ids[0]).toBe('institution');
    expect(ids).toEqual(expect.arrayContaining(['spam-12321', 'verify-number', 'miit-12300']));
  });
  it('the credit record: an objection with its clocks, for who may owe', () => {
    expect(stepsFor('credit-report', 'lawful')).toEqual(expect.arrayContaining(['credit-dispute', 'pbc-12363']));
    expect(stepsFor('credit-report', 'lawful', 'not-me')).not.toContain('credit-dispute');
  });
  it('interest: mediation and free advice', () => {
    expect(stepsFor('overdue-charges', 'lawful')).toEqual(expect.arrayContaining(['mediation', 'legal-12348']));
  });
  it('12363 only ever about the credit record', () => {
    for (const category of CATEGORIES)
      for (const lender of LENDERS) expect(channels([category], lender, 'none')).not.toContain('pbc-12363');
  });
});

describe('every channel on a route', () => {
  const { routes, ladders, notDebtor } = knowledge.routing;
  const routed = new Set(
    [
      ...Object.values(routes).flatMap((route) => Object.values(route)),
      ...Object.values(ladders),
      ...Object.values(notDebtor.ladders),
    ]
      .flat()
      .flatMap(({ channel }) => channel ?? []),
  );
  it.each([...routed])('%s says what comes first, what to say and what to bring', (id) => {
    const channel = knowledge.channels[id];
    expect(channel?.prerequisites.zh.length).toBeGreaterThan(1);
    expect(channel?.steps.length).toBeGreaterThan(1);
    if (channel?.kind === 'channel') {
      expect(channel.say?.zh).toContain('……');
      expect(channel.evidence.length).toBeGreaterThan(0);
    }
    // A time limit belongs to somebody.
    if (channel?.deadline) expect(channel.deadline.zh).toMatch(/期限|收到举报的部门|举报中心/);
  });
});
