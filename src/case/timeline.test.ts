import { describe, expect, it } from 'vitest';
import { contactsOf } from './contacts';
import { timeline } from './timeline';
import type { Content, Entry } from './types';

let ids = 0;
const entry = (more: Partial<Content>): Entry => {
  const content: Content = { kind: 'message', direction: 'in', text: '', sender: '10690001', note: '', ...more };
  return {
    id: `e${++ids}`,
    caseId: 'c',
    origin: { how: 'import', at: '2026-04-01T00:00:00+08:00' },
    revisions: [{ content, savedAt: '2026-04-01T00:00:00+08:00', sha256: '' }],
    attachments: [],
  };
};
const call = (at: string, answered: boolean, sender = '138 0000 0000') =>
  entry({ kind: 'call', at, sender, call: { answered } });

describe('senders', () => {
  const sendersOf = (...written: string[]) =>
    timeline(written.map((sender) => entry({ at: '2026-03-02', sender }))).senders.map(({ sender }) => sender);

  it('are one however the number is written, as in the list of an import', () => {
    expect(sendersOf('+8610690000123456', '0086 1069 0000 123456', '10690000123456')).toEqual(['10690000123456']);
    expect(sendersOf('+86 138-0000-0000', '138 0000 0000')).toEqual(['13800000000']);
  });

  it('are nobody where the number is withheld or unknown', () => {
    expect(sendersOf('未知', 'unknown', '-1', ' ')).toEqual([undefined]);
  });
});

describe('timeline', () => {
  it('a stop without a number is nobody’s: what came from withheld numbers need not be of the same', () => {
    const stop = entry({ direction: 'out', stop: true, at: '2026-03-01', sender: '' });
    expect(timeline([stop, entry({ at: '2026-03-02', sender: '' })]).all?.afterStop).toBe(0);
    const named = entry({ direction: 'out', stop: true, at: '2026-03-01' });
    expect(timeline([named, entry({ at: '2026-03-02' })]).all?.afterStop).toBe(1);
  });

  it('counts a call of which nothing says whether it was answered as neither, but counts it', () => {
    const at = '2026-03-02T22:30:00+08:00';
    const { all, senders } = timeline([
      entry({ kind: 'call', at, sender: '1' }),
      entry({ at, sender: '2' }),
      entry({ kind: 'call', at: '2026-03-02', sender: '1' }),
    ]);
    expect(all).toMatchObject({ messages: 1, answered: 0, unanswered: 0, unrecorded: 2, night: 2 });
    expect(senders.map(({ sender }) => sender)).toEqual(['1', '2']);
  });

  it('counts by day and week of China, whatever offset a time was written in', () => {
    // 2026-03-01 is a Sunday; 16:30 UTC of it is Monday in China.
    const { all } = timeline([
      entry({ at: '2026-03-01T23:59:00+08:00' }),
      entry({ at: '2026-03-01T16:30:00Z' }),
      entry({ at: '2026-03-08' }),
    ]);
    expect(all?.days.map(({ from, messages }) => [from, messages])).toEqual([
      ['2026-03-01', 1],
      ['2026-03-02', 1],
      ['2026-03-08', 1],
    ]);
    expect(all?.weeks.map(({ from, messages }) => [from, messages])).toEqual([
      ['2026-02-23', 1],
      ['2026-03-02', 2],
    ]);
    expect(all).toMatchObject({ first: '2026-03-01', last: '2026-03-08', messages: 3 });
  });

  it.each([
    ['2026-03-01T21:59:59+08:00', 0],
    ['2026-03-01T22:00:00+08:00', 1],
    ['2026-03-02T07:59:59+08:00', 1],
    ['2026-03-02T08:00:00+08:00', 0],
    ['2026-03-01', 0],
  ])('at night: %s counts %i', (at, night) => expect(timeline([entry({ at })]).all?.night).toBe(night));

  it('keeps calls and messages, senders and numbers apart, and counts nothing undated or sent', () => {
    const { all, senders, undated } = timeline([
      call('2026-03-02T10:00:00+08:00', true),
      call('2026-03-02T11:00:00+08:00', false),
      call('2026-03-02', false, '+8613800000000'),
      call('2026-03-02T12:00:00+08:00', false, '13900000000'),
      entry({ at: '2026-03-02T12:00:00+08:00' }),
      entry({ at: '2026-03-02', sender: ' ' }),
      entry({}),
      entry({ at: '昨天' }),
      entry({ at: '2026-03-02T13:00:00+08:00', direction: 'out' }),
    ]);
    expect(undated).toBe(2);
    expect(all).toMatchObject({ messages: 2, answered: 1, unanswered: 3, afterStop: 0 });
    expect(
      senders.map(({ sender, answered, unanswered, messages }) => [sender, answered, unanswered, messages]),
    ).toEqual([
      ['13800000000', 1, 2, 0],
      [undefined, 0, 0, 1],
      ['13900000000', 0, 1, 0],
      ['10690001', 0, 0, 1],
    ]);
  });

  it('after a stop: only the same sender, only what is surely later', () => {
    const stop = entry({ direction: 'out', stop: true, at: '2026-03-02T10:00:00+08:00', sender: '+86 13800000000' });
    const { senders, all } = timeline([
      call('2026-03-02T09:59:59+08:00', true),
      stop,
      call('2026-03-02T10:00:01+08:00', true),
      call('2026-03-02', false),
      call('2026-03-03', false),
      entry({ at: '2026-03-04', sender: '13900000000' }),
      entry({ at: '2026-03-05', direction: 'out', sender: '13900000000' }),
    ]);
    expect(all?.afterStop).toBe(2);
    expect(senders.map(({ sender, afterStop }) => [sender, afterStop])).toEqual([
      ['13800000000', 2],
      ['13900000000', 0],
    ]);
  });

  it('is empty without entries, and takes the last revision', () => {
    expect(timeline([])).toEqual({ senders: [], undated: 0 });
    const wrong = entry({ at: '2026-03-01' });
    const [first] = wrong.revisions;
    const corrected = { ...first, content: { ...first.content, at: '2026-03-09' } };
    expect(contactsOf([{ ...wrong, revisions: [first, corrected] }]).contacts[0]?.day).toBe('2026-03-09');
  });
});
