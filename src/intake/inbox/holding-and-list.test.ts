import { describe, expect, it, vi } from 'vitest';
import { screener } from '../../check/screener';
import { knowledge } from '../../knowledge';
import { restoreLetters, tables } from '../../screen/decoded';
import { ROWS_LIMIT } from '../import/limits';
import { ImportError, type ImportedRow } from '../import/types';
import { Holding } from './holding';
import { Inbox } from './inbox';
import { createSignReader } from './signs';

const DISCLOSURE = '您的借款已逾期。今天不还，我们就把欠款告诉你父母和单位领导。';
const readSigns = createSignReader(knowledge, tables, restoreLetters);
const inboxOf = (said?: 'failed') => new Inbox({ knowledge, screener, readSigns, read: async () => said, onStep() {} });
const file = (name: string, ...rows: object[]) =>
  Object.assign(new Blob([rows.map((row) => JSON.stringify(row)).join('\n')]), { name });

const FIRST = { text: DISCLOSURE, sender: '+86 10690001', at: '2026-02-01T23:30:00+08:00' };
const REPLY = { text: '请不要再发', sender: '10690001', at: '2026-02-02T09:00:00+08:00', direction: 'out' };
const SECOND = { text: '您的账单已逾期3天，请尽快还款。', sender: '10690001', at: '2026-02-03T12:00:00+08:00' };
const FRIEND = { text: '晚上吃什么', sender: '13800001111', name: '老周', at: '2026-02-03T18:00:00+08:00' };

async function filled(): Promise<Inbox> {
  const inbox = inboxOf();
  await inbox.read(file('a.jsonl', FIRST, REPLY, SECOND, FRIEND), {});
  await inbox.screen();
  return inbox;
}
const texts = (inbox: Inbox, filter = {}) => inbox.list(filter, 0, 100).items.map(({ beginning }) => beginning);

describe('an inbox', () => {
  it('shows what came from and went to those who look like collection, newest first, nothing of others', async () => {
    const inbox = await filled();
    expect(texts(inbox)).toEqual([SECOND.text, REPLY.text, FIRST.text]);
    expect(inbox.overview()).toMatchObject({
      collecting: 1,
      others: 1,
      senders: [{ sender: '10690001', messages: 2 }],
    });
    expect(inbox.others('', 0, 10).items).toEqual([{ sender: '13800001111', name: '老周', rows: 1 }]);
  });

  it.each([undefined, 'failed'] as const)('says whether the learned reader could be started: %s', async (said) => {
    const inbox = inboxOf(said);
    await inbox.read(file('a.jsonl', FIRST), {});
    expect(inbox.overview().readerFailed).toBe(false);
    await inbox.screen();
    expect(inbox.overview().readerFailed).toBe(said === 'failed');
    const message = await inbox.message(inbox.ids({})[0] as string);
    expect(message?.explanation?.readerFailed ?? false).toBe(said === 'failed');
  });

  it('shows another sender once he is opened', async () => {
    const inbox = await filled();
    inbox.open('13800001111');
    await inbox.screen();
    expect(inbox.overview()).toMatchObject({ collecting: 1, others: 0 });
    expect(inbox.list({ sender: '13800001111' }, 0, 9).items).toMatchObject([{ verdict: 'nothing-found' }]);
    expect(inbox.ids({})).toHaveLength(3);
    expect(inbox.ids({ senders: ['13800001111'] })).toHaveLength(1);
  });

  it('filters by verdict, category, day and words, capitals and widths aside', async () => {
    const inbox = await filled();
    expect(texts(inbox, { verdict: 'found' })).toEqual([FIRST.text]);
    expect(texts(inbox, { category: 'privacy-disclosure' })).toEqual([FIRST.text]);
    expect(texts(inbox, { from: '2026-02-02', to: '2026-02-02' })).toEqual([REPLY.text]);
    expect(texts(inbox, { words: '账单 ３天' })).toEqual([SECOND.text]);
    expect(texts(inbox, { words: '账单 4天' })).toEqual([]);
  });

  it('takes the same file once, and of a file that fails nothing', async () => {
    const inbox = await filled();
    expect(await inbox.read(file('b.jsonl', FIRST, SECOND), {})).toMatchObject({ added: 0, report: { rows: 2 } });
    const doctype = Object.assign(new Blob(['<!DOCTYPE smses []><smses/>']), { name: 'c.xml' });
    await expect(inbox.read(doctype, {})).rejects.toThrow(ImportError);
    expect(texts(inbox)).toHaveLength(3);
  });

  it('takes at most so many rows of all files together', () => {
    const rows = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at): ImportedRow => {
        return { id: String(from + at), row: at, content: { kind: 'call', direction: 'in', text: '', note: '' } };
      });
    const [holding, of] = [new Holding(), { name: 'a.jsonl', sha256: '' }];
    holding.add(of, rows(0, ROWS_LIMIT - 1));
    expect(() => holding.add(of, rows(ROWS_LIMIT - 1, ROWS_LIMIT + 1))).toThrow(ImportError);
    expect(holding.size).toBe(ROWS_LIMIT - 1);
    expect(holding.add(of, rows(ROWS_LIMIT - 2, ROWS_LIMIT))).toBe(1);
  });

  it('reads for a case what was not read before, although the work was stopped', async () => {
    const read = vi.fn(async (_text: string, signal: AbortSignal) => signal.throwIfAborted());
    const inbox = new Inbox({ knowledge, screener, readSigns, read: read as never, onStep() {} });
    await inbox.read(file('a.jsonl', FIRST), {});
    inbox.cancel();
    const [entry] = await inbox.entries(inbox.ids({ senders: ['10690001'] }));
    expect(entry?.explanation?.verdict).toBe('found');
    expect(read).toHaveBeenCalledOnce();
  });

  it('counts contacts by day and at night', async () => {
    const { all, undated } = (await filled()).figures({});
    expect(all).toMatchObject({ messages: 2, night: 1, first: '2026-02-01', last: '2026-02-03' });
    expect(undated).toBe(0);
  });

  it('gives entries for a case, oldest first, with their origin and what was found', async () => {
    const inbox = await filled();
    const entries = await inbox.entries(inbox.ids({}));
    expect(entries.map(({ content }) => content.text)).toEqual([FIRST.text, REPLY.text, SECOND.text]);
    expect(entries.map(({ explanation }) => explanation?.verdict)).toEqual(['found', undefined, 'nothing-found']);
    expect(entries[2]?.origin).toEqual({
      how: 'import',
      file: { name: 'a.jsonl', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), row: 3 },
    });
    expect(inbox.ids({ onlyFindings: true })).toHaveLength(1);
  });
});
