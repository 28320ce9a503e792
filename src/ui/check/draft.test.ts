import { expect, it } from 'vitest';
import { fieldErrors, toMessage } from './check';
import { draft, EMPTY_DRAFT, keepDraft, storageFailed, timeIncomplete } from './draft';

it('says that nothing is kept only as long as that is so', async () => {
  let room = 3;
  const erase = await keepDraft({
    load: async () => undefined,
    save: async ({ text }) => {
      if (text.length > room) throw new Error('full');
    },
    clear: async () => {},
  });
  const type = async (text: string) => {
    draft.value = { ...draft.peek(), text };
    await new Promise((done) => setTimeout(done));
    return storageFailed.value;
  };
  expect(await type('还钱还钱')).toBe(true);
  expect(await type('还钱')).toBe(false);
  room = 0;
  expect(await type('还')).toBe(true);
  await erase();
});

it('says that a time is half typed, and goes on with the day', () => {
  draft.value = { ...EMPTY_DRAFT, day: '2026-03-01', time: '' };
  timeIncomplete.value = true;
  expect(fieldErrors.value.time).toBeDefined();
  expect(fieldErrors.value.day).toBeUndefined();
  expect(toMessage(draft.value, '还钱').receivedAt).toBe('2026-03-01');
  timeIncomplete.value = false;
  expect(fieldErrors.value).toEqual({});
});
