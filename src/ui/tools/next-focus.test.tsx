// @vitest-environment happy-dom
import { type ComponentType, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, it } from 'vitest';
import type { DebtEvent } from '../../tools/limitation';
import { events } from './debt-events';
import { FlowTable } from './FlowTable';
import { LimitationTool } from './LimitationTool';
import { add, clear } from './loan';

const show = (Shown: ComponentType) => act(() => render(<Shown />, document.body));
const buttons = () => [...document.querySelectorAll<HTMLButtonElement>('[data-row] button')];
/** As a press of Enter on the button of a row. */
const remove = (index: number) =>
  act(() => {
    const button = buttons()[index];
    button?.focus();
    button?.click();
  });
const focused = () => buttons().indexOf(document.activeElement as HTMLButtonElement);

afterEach(() => act(() => render(null, document.body)));

it('whoever removes an event goes on at the next one, after the last at the form', async () => {
  const days = ['2024-01-01', '2023-01-01', '2025-01-01'];
  events.value = days.map((day): DebtEvent => ({ kind: 'due', day }));
  await show(LimitationTool);
  await remove(1);
  expect(focused()).toBe(1);
  expect(document.activeElement?.getAttribute('aria-label')).toContain('2025-01-01');
  await remove(1);
  expect(focused()).toBe(0);
  await remove(0);
  expect(document.activeElement).toBe(document.querySelector('form select'));
});

it('whoever removes a row of the loan goes on at the next one, after the last at the button for another', async () => {
  clear();
  add(['1', '2'].map((amount) => ({ kind: 'repaid', day: '2025-01-14', amount })));
  await show(FlowTable);
  await remove(1);
  expect(focused()).toBe(1);
  await remove(1);
  expect(focused()).toBe(0);
  await remove(0);
  expect(document.activeElement).toBe(document.querySelector('.add-row'));
});
