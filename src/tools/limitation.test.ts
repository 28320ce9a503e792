import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knowledge } from '../knowledge';
import { plusDays } from './days';
import { type DebtEvent, EVENT_KINDS, type EventKind, timelineOf } from './limitation';

const line = (...events: readonly (readonly [EventKind, string])[]) =>
  timelineOf(events.map(([kind, day]) => ({ kind, day })));
const effects = (...events: readonly (readonly [EventKind, string])[]) =>
  line(...events).entries.map(({ effect }) => effect);
const lawOf = (kind: EventKind, day: string) =>
  line(['due', '2020-03-01'], [kind, day]).entries.find((entry) => entry.kind === kind)?.law;

describe('the start', () => {
  it('three years from the due day; the day after is the earliest', () => {
    expect(line(['due', '2021-03-01'])).toEqual({
      entries: [{ kind: 'due', day: '2021-03-01', effect: 'start', law: ['mfd-188'] }],
      lastDay: '2024-03-01',
      earliest: '2024-03-02',
    });
  });

  it('a leap day ends on the last of February', () => {
    expect(line(['due', '2020-02-29'])).toMatchObject({ lastDay: '2023-02-28', earliest: '2023-03-01' });
    expect(line(['due', '2021-02-28'])).toMatchObject({ lastDay: '2024-02-28', earliest: '2024-02-29' });
  });

  it('one debt in instalments counts from the last, not from the first that was missed', () => {
    const timeline = line(['due', '2021-03-01'], ['lastInstalment', '2022-03-01'], ['payment', '2021-06-01']);
    expect(timeline.entries.map(({ effect, law }) => [effect, law[0]])).toEqual([
      ['otherStart', 'mfd-189'],
      ['early', 'mfd-189'],
      ['start', 'mfd-189'],
    ]);
    expect(timeline.lastDay).toBe('2025-03-01');
  });

  it('without a due day nothing is computed', () => {
    expect(line(['demand', '2021-03-01'])).toEqual({
      entries: [{ kind: 'demand', day: '2021-03-01', effect: 'open', law: [] }],
      unknown: 'noStart',
    });
    expect(line()).toEqual({ entries: [], unknown: 'noStart' });
  });
});

describe('within the period', () => {
  it.each([
    ['demand', ['mfd-195', 'ss-8']],
    ['call', ['mfd-195']],
    ['promise', ['mfd-195', 'ss-14']],
    ['payment', ['mfd-195', 'ss-14']],
    ['signed', ['mfd-195', 'ss-14']],
  ] as const)('a %s starts it anew, with its articles', (kind, law) => {
    expect(line(['due', '2020-03-01'], [kind, '2022-05-06'])).toMatchObject({
      lastDay: '2025-05-06',
      earliest: '2025-05-07',
    });
    expect(lawOf(kind, '2022-05-06')).toEqual(law);
  });

  it('each interruption counts from the one before', () => {
    expect(line(['demand', '2025-01-01'], ['payment', '2022-12-31'], ['due', '2020-03-01']).lastDay).toBe('2028-01-01');
  });

  it('the last day itself still interrupts', () => {
    expect(effects(['due', '2020-03-01'], ['demand', '2023-03-01'])).toEqual(['start', 'interrupt']);
  });

  it('what happens on the due day itself is within it', () => {
    expect(effects(['due', '2020-03-01'], ['payment', '2020-03-01'])).toEqual(['start', 'interrupt']);
    expect(effects(['due', '2020-03-01'], ['payment', '2020-02-29'])).toEqual(['early', 'start']);
  });

  it.each(['suit', 'paymentOrder'] as const)('a %s stops the computing: it depends on how the case ends', (kind) => {
    const timeline = line(['due', '2020-03-01'], [kind, '2022-01-01'], ['demand', '2024-01-01']);
    expect(timeline.entries.map(({ effect }) => effect)).toEqual(['start', 'case', 'open']);
    expect(timeline).toMatchObject({ unknown: 'case' });
    expect(timeline).not.toHaveProperty('earliest');
  });
});

it.each(['suit', 'paymentOrder'] as const)(
  'a %s before the last instalment stops it too: the whole may have been called due for it',
  (kind) => {
    const timeline = line(
      ['payment', '2021-04-01'],
      [kind, '2021-05-01'],
      ['payment', '2021-06-01'],
      ['lastInstalment', '2022-01-01'],
    );
    expect(timeline.entries.map(({ effect, law }) => [effect, law[0]])).toEqual([
      ['early', 'mfd-189'],
      ['case', 'mfd-195'],
      ['open', undefined],
      ['start', 'mfd-189'],
    ]);
    expect(timeline).toMatchObject({ unknown: 'case' });
    expect(timeline).not.toHaveProperty('lastDay');
  },
);

describe('after the period', () => {
  it.each(['promise', 'payment', 'signed'] as const)('a %s may give the defence up', (kind) => {
    const timeline = line(['due', '2020-03-01'], [kind, '2024-01-01']);
    expect(timeline).toMatchObject({ unknown: 'revive' });
    expect(timeline).not.toHaveProperty('lastDay');
    expect(lawOf(kind, '2024-01-01')).toEqual(['mfd-192', 'ss-14', 'ss-19']);
  });

  it('a bare demand changes nothing, a suit is no place to stay silent', () => {
    expect(effects(['due', '2020-03-01'], ['demand', '2024-01-01'], ['suit', '2024-02-01'])).toEqual([
      'start',
      'nothingAfter',
      'caseAfter',
    ]);
    expect(line(['due', '2020-03-01'], ['demand', '2024-01-01']).lastDay).toBe('2023-03-01');
  });

  it('near the last day nothing is decided', () => {
    expect(line(['due', '2020-03-01'], ['demand', '2023-03-02'])).toMatchObject({ unknown: 'close' });
    expect(effects(['due', '2020-03-01'], ['demand', '2023-03-11'])[1]).toBe('close');
    expect(effects(['due', '2020-03-01'], ['demand', '2023-03-12'])[1]).toBe('nothingAfter');
  });
});

it('events before 2017-10-01 need a lawyer: nothing is computed', () => {
  const timeline = line(['due', '2017-09-30'], ['demand', '2019-01-01']);
  expect(timeline).toEqual({
    entries: [
      { kind: 'due', day: '2017-09-30', effect: 'oldLaw', law: [] },
      { kind: 'demand', day: '2019-01-01', effect: 'open', law: [] },
    ],
    unknown: 'oldLaw',
  });
  expect(line(['due', '2017-10-01']).lastDay).toBe('2020-10-01');
});

describe('any list of events', () => {
  const events = fc.array(
    fc.record({
      kind: fc.constantFrom(...EVENT_KINDS),
      day: fc.integer({ min: 0, max: 4_000 }).map((days) => plusDays('2017-01-01', days)),
    }),
    { maxLength: 12 },
  );

  it('keeps every event once in order, gives a day or a reason, and cites what exists', () => {
    fc.assert(
      fc.property(events, (list: DebtEvent[]) => {
        const { entries, earliest, unknown } = timelineOf(list);
        expect(entries.map(({ day }) => day)).toEqual(list.map(({ day }) => day).sort());
        expect(Boolean(earliest)).toBe(!unknown);
        for (const id of entries.flatMap(({ law }) => law)) expect(knowledge.articles, id).toHaveProperty(id);
      }),
    );
  });

  it('never gives an earlier day because one more demand is known', () => {
    fc.assert(
      fc.property(events, fc.integer({ min: 300, max: 4_000 }), (list, days) => {
        const more: DebtEvent[] = [...list, { kind: 'demand', day: plusDays('2017-01-01', days) }];
        const [before, after] = [timelineOf(list).earliest, timelineOf(more).earliest];
        if (before && after) expect(after >= before).toBe(true);
      }),
    );
  });
});
