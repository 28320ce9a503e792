import { expect, it } from 'vitest';
import { instantOf, plausible } from './times';

it.each([
  ['2026-01-03', Date.UTC(2026, 0, 2, 16)],
  ['2026-01-03T00:00:01+08:00', Date.UTC(2026, 0, 2, 16, 0, 1)],
  ['2026-01-02T16:00:00Z', Date.UTC(2026, 0, 2, 16)],
  [undefined, Number.POSITIVE_INFINITY],
  ['昨天', Number.POSITIVE_INFINITY],
])('%s is the moment %d', (at, expected) => expect(instantOf(at)).toBe(expected));

it.each([
  ['1999-12-31', undefined],
  ['1999-12-31T16:00:00Z', '2000-01-01'],
  ['2099-12-31', '2099-12-31'],
  ['2099-12-31T16:00:00Z', undefined],
  ['0025-05-01', undefined],
  ['202503-05-01', undefined],
  ['9999-12-31T23:00:00Z', undefined],
])('%s counts as %s', (at, day) => expect(plausible(at)?.day).toBe(day));
