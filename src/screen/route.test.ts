import { describe, expect, it } from 'vitest';
import { knowledge } from '../knowledge';
import {
  CATEGORIES,
  type Category,
  LENDERS,
  type Lead,
  type Lender,
  URGENCIES,
  type Urgency,
} from '../knowledge/vocabulary';
import { route } from './route';
import type { Finding } from './types';

function channels(categories: Category[], lender: Lender, urgency: Urgency, leads: Lead[] = []): string[] {
  const findings = categories.map(
    (category): Finding => ({
      rule: 'x',
      source: 'rule',
      category,
      level: 'violation',
      basis: 'text',
      disguises: [],
      law: [],
    }),
  );
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
  it('keeps the reason and the condition of a step', () => {
    const steps = route([], ['authority'], { text: '' }, knowledge);
    expect(steps.some(({ when }) => when)).toBe(true);
  });
});
