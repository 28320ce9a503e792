import { expect, it } from 'vitest';
import { mayHaveChanged } from './age';

it.each([
  ['2026-11-21', '2027-11-20', false],
  ['2026-11-21', '2027-11-21', false],
  ['2026-11-21', '2027-11-22', true],
  ['2028-02-29', '2029-02-28', false],
  ['2028-02-29', '2029-03-01', true],
])('checked %s, shown %s: %s', (checked, today, expected) => {
  expect(mayHaveChanged(checked, today)).toBe(expected);
});
