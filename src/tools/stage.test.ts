import { expect, it } from 'vitest';
import { overdueOn } from './stage';

it.each([
  ['2026-11-22', -1, 'notDue'],
  ['2026-11-21', 0, 'notDue'],
  ['2026-11-20', 1, 'early'],
  ['2026-10-22', 30, 'early'],
  ['2026-10-21', 31, 'middle'],
  ['2026-08-23', 90, 'middle'],
  ['2026-08-22', 91, 'late'],
  ['2024-02-29', 996, 'late'],
])('due %s: %d days, %s', (due, days, stage) => {
  expect(overdueOn(due, '2026-11-21')).toEqual({ days, stage });
});
