/** A table that takes long to open can be left, and one that was read wrongly says what to do. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isWrongDirection } from '../import/problems';
import { forgetInbox, stop, take } from './inbox';
import { files, question, refused, work } from './state';

/** What was asked of the workers, and how many were ended; none of them ever answers a preview. */
let asked: string[];
let ended: number;

beforeEach(() => {
  [asked, ended] = [[], 0];
  vi.stubGlobal(
    'Worker',
    class {
      onmessage: ((event: { data: unknown }) => void) | undefined;
      postMessage({ id, method }: { id: number; method: string }) {
        asked.push(method);
        if (method !== 'preview') this.onmessage?.({ data: { id, value: undefined } });
      }
      terminate() {
        ended++;
      }
    },
  );
});
afterEach(() => {
  forgetInbox();
  vi.unstubAllGlobals();
});

it('the first file that is being opened is left at once: the worker, which holds nothing, ends', async () => {
  void take([new File(['x'], 'a.xlsx'), new File(['x'], 'b.xlsx')]);
  expect(work.value).toMatchObject({ stage: 'opening', file: 'a.xlsx' });
  stop();
  await Promise.resolve();
  expect(ended).toBe(1);
  expect([work.value, question.value]).toEqual([undefined, undefined]);
  expect(refused.value).toEqual([{ file: 'a.xlsx', error: 'stopped' }]);
  expect(asked).toEqual(['preview']);
});

it('beside files that were read it is only asked to stop: they must not be lost', () => {
  files.value = [{ name: 'a.xml' } as (typeof files.value)[number]];
  void take([new File(['x'], 'b.xlsx')]);
  stop();
  expect(ended).toBe(0);
  expect(asked).toEqual(['preview', 'cancel']);
});

it('a column that says nothing of the direction is named as the cause only where it can be chosen anew', () => {
  const bad = [1, 2].map((row) => ({ row, code: 'direction-unknown', kept: false }) as const);
  const report = { sha256: '', bad: 2, skipped: { 'no-text': 0, 'not-sent': 0, duplicate: 0 }, damaged: 0 };
  expect(isWrongDirection({ ...report, format: 'csv', rows: 0 }, bad)).toBe(true);
  expect(isWrongDirection({ ...report, format: 'csv', rows: 9 }, bad)).toBe(false);
  expect(isWrongDirection({ ...report, format: 'csv', bad: 8000, rows: 2000 }, bad)).toBe(true);
  expect(isWrongDirection({ ...report, format: 'sms-xml', rows: 0 }, bad)).toBe(false);
});
