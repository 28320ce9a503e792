/** The table of cases through the real pipeline: rules, law of the day, notices, routes. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { screener } from '../../src/check/screener';
import { knowledge } from '../../src/knowledge';
import { LENDERS, ROLES, URGENCIES } from '../../src/knowledge/vocabulary';
import type { Message, Screening } from '../../src/screen';
import { explain } from '../../src/screen/explain';
import { citationOf, stanceOf } from '../../src/ui/result/describe';

interface Case {
  readonly says: string;
  readonly given: Omit<Message, 'text'>;
  readonly told: { verdict: string; lead?: string; law?: string; channel: string };
}

const cases = parse(readFileSync(new URL('cases.yaml', import.meta.url), 'utf8')) as Case[];
const TODAY = '2026-11-21';

/** The finding that a result shows first. */
const firstOf = ({ findings }: Screening) =>
  (['violation', 'verify', 'lawful'] as const).flatMap((level) =>
    findings.filter((finding) => finding.level === level),
  )[0];

it('covers lenders, roles, urgencies, both sides of the changes in law, and every verdict', () => {
  expect(cases.length).toBeGreaterThanOrEqual(80);
  expect(new Set(cases.map(({ given }) => given.lender))).toEqual(new Set(LENDERS));
  expect(new Set(cases.map(({ given }) => given.role))).toEqual(new Set(ROLES));
  expect(new Set(cases.map(({ given }) => given.urgency))).toEqual(new Set(URGENCIES));
  expect(new Set(cases.map(({ told }) => told.verdict)).size).toBe(3);
  expect(new Set(cases.map(({ told }) => told.lead)).size).toBeGreaterThan(7);
  expect(new Set(cases.map(({ told }) => told.channel)).size).toBeGreaterThan(10);
});

describe.each(cases)(
  '$says ($given.receivedAt, $given.lender, $given.role, $given.urgency)',
  ({ says, given, told }) => {
    const message = { text: says, ...given };
    const screening = screener.screen(message, TODAY);
    it('is told the right things first', () => {
      expect({
        verdict: screening.verdict,
        lead: screening.leads[0],
        law: firstOf(screening)?.law[0],
        channel: screening.steps[0]?.channel,
      }).toEqual({ lead: undefined, law: undefined, ...told });
    });
    it('no crime first, each crime behind its condition, nothing out of force', () => {
      const { findings, notices, day } = explain(message, screening, knowledge);
      for (const finding of findings) {
        expect(finding.law.some(({ crime }) => crime)).toBe(false);
        for (const crime of finding.crimes) {
          if (!crime.explains)
            expect(`${stanceOf(finding, crime)}${citationOf(crime, false)}`).toMatch(/^情节严重的，可能涉及《/);
        }
        for (const { from, until } of [...finding.law, ...finding.crimes, ...finding.factLaw])
          expect(from <= day && day <= (until ?? day)).toBe(true);
      }
      for (const { law } of notices) for (const { crime } of law) expect(crime ?? false).toBe(false);
    });
  },
);
