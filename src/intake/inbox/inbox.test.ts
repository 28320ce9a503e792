import { describe, expect, it } from 'vitest';
import { screener } from '../../check/screener';
import { knowledge } from '../../knowledge';
import { restoreLetters, tables } from '../../screen/decoded';
import { type InboxEvent, type InboxOptions, screenInbox } from './screen';
import type { InboxRow } from './senders';
import { createSignReader } from './signs';

const readSigns = createSignReader(knowledge, tables, restoreLetters);
const TODAY = '2026-03-01';
let made = 0;

const row = (text: string, sender?: string, more: Partial<InboxRow['content']> = {}, name?: string): InboxRow => ({
  id: String(made++),
  content: { kind: 'message', direction: 'in', text, ...(sender && { sender }), note: '', ...more },
  ...(name && { name }),
});

async function run(rows: readonly InboxRow[], options: Partial<InboxOptions> = {}): Promise<InboxEvent[]> {
  const events: InboxEvent[] = [];
  for await (const event of screenInbox(rows, screener, readSigns, { today: TODAY, ...options })) events.push(event);
  return events;
}
const summaries = (events: readonly InboxEvent[]) =>
  events.flatMap((each) => (each.kind === 'sender' ? [each.summary] : []));
const results = (events: readonly InboxEvent[]) =>
  events.flatMap((each) => (each.kind === 'results' ? each.results : []));
const shown = async (...rows: InboxRow[]) => summaries(await run(rows)).map(({ sender }) => sender);

const DISCLOSURE = '您的借款已逾期。今天不还，我们就把欠款告诉你父母和单位领导。';

describe('who is shown', () => {
  it.each([
    ['a collector', DISCLOSURE],
    ['a lender that reminds of what is overdue', '您的账单已逾期3天，请尽快还款，以免影响征信。'],
    ['who gives himself out for a court', '【区法院】你涉嫌诈骗已立案，请立即还款，否则今天抓捕。'],
    ['disguised words', '您的借-款已逾·期，请今日还款'],
    ['words half in letters', '再bu还qian，我men就去你gong司闹'],
    ['words in letters alone', 'ni zai bu huan qian ，wo men jiu qu ni gong si nao'],
  ])('%s', async (_name, text) => {
    expect(await shown(row(text, '10690001'))).toEqual(['10690001']);
  });

  it.each([
    ['还钱'],
    ['什么时候还钱啊'],
    ['验证码1234，请勿告诉他人'],
    ['【银行】您尾号1234的卡今天支出30元'],
    ['晚上一起吃饭，我在公司楼下等你'],
    ['你真是个混蛋，再也不理你了'],
  ])('not a stranger with 「%s」', async (text) => {
    expect(await shown(row(text, '13800001111'))).toEqual([]);
  });

  it('not a friend who asks once for his money among other things, in whatever words', async () => {
    const talk = Array.from({ length: 8 }, (_, at) => row(`周末去爬山吗 ${at}`, '13800001111', {}, '老周'));
    expect(await shown(...talk, row('你欠我的借款什么时候还，再不还我起诉你', '13800001111', {}, '老周'))).toEqual([]);
  });

  it('not a friend of few words who asks once for his money', async () => {
    const asks = row('你的借款逾期了，再不还我起诉', '13800001111', {}, '老周');
    expect(await shown(asks, row('周末去爬山吗', '13800001111', {}, '老周'))).toEqual([]);
    expect(await shown(asks, { ...asks, id: 'again' })).toEqual(['13800001111']);
  });

  it('not a correspondence without name in the address book either', async () => {
    const mine = Array.from({ length: 5 }, (_, at) => row(`好的${at}`, '13800001111', { direction: 'out' }));
    const theirs = Array.from({ length: 8 }, (_, at) => row(`到了吗 ${at}`, '+86 138 0000 1111'));
    expect(await shown(...mine, ...theirs, row('我网贷逾期了，银行说要起诉，愁死了', '13800001111'))).toEqual([]);
  });

  it('messages without a sender, although the keeper also wrote to nobody who is named', async () => {
    expect(await shown(row(DISCLOSURE), row('知道了', undefined, { direction: 'out' }))).toEqual(['']);
  });

  it('not a long correspondence of which only the received half was saved, but a port with one such message', async () => {
    const from = (sender: string) => Array.from({ length: 30 }, (_, at) => row(`到了吗 ${at}`, sender));
    const asks = '你的借款逾期了，再不还我起诉';
    expect(await shown(...from('13800001111'), row(asks, '13800001111'))).toEqual([]);
    expect(await shown(...from('10690001'), row(asks, '10690001'))).toEqual(['10690001']);
  });

  it('a name in the address book does not hide a collector', async () => {
    const rows = [DISCLOSURE, '欠款逾期，请立即还清，否则联系你家人'].map((text) =>
      row(text, '10690001', {}, '催收别接'),
    );
    expect(await shown(...rows)).toEqual(['10690001']);
  });

  it('insults count where the same sender speaks of a debt', async () => {
    const insult = '你这个畜生，不要脸的东西';
    expect(await shown(row(insult, '13100000001'))).toEqual([]);
    expect(await shown(row(insult, '13100000001'), row('钱什么时候还清', '13100000001'))).toEqual(['13100000001']);
  });

  it('not a couple that quarrels and has bills to pay, however often', async () => {
    const words = ['你这个畜生，不要脸的东西', '花呗还清了吗', '我要打断你的腿', '今天买菜花了30', '晚点回'];
    const rows = Array.from({ length: 50 }, (_, at) => row(`${words[at % 5]}${at}`, '13800001111', {}, '老婆'));
    expect(await shown(...rows)).toEqual([]);
  });

  it('every concept that is looked for exists', () => {
    expect(readSigns('逾期未还').ofDebt).toBe(true);
    expect(() => createSignReader({ ...knowledge, concepts: {} }, tables, restoreLetters)).toThrow();
  });
});

describe('what is given out', () => {
  it('everything of a sender that is shown, nothing of the others, one writing of a number', async () => {
    const rows = [
      row(DISCLOSURE, '+86 10690001', { at: '2026-02-01T23:30:00+08:00' }),
      row('您好', '10690001', { at: '2026-02-03' }),
      row('请不要再发', '10690001', { direction: 'out' }),
      row('', '10690001', { kind: 'call', at: '2026-02-05T07:59:00+08:00', call: { answered: false } }),
      row('', '10690001', { kind: 'call', at: '2026-02-05T08:00:00+08:00', call: { answered: true, seconds: 9 } }),
      row('还'.repeat(20_001), '10690001'),
      row('晚上吃什么', '13800001111'),
    ];
    const events = await run(rows);
    expect(summaries(events)).toEqual([
      {
        sender: '10690001',
        messages: 3,
        calls: 2,
        firstDay: '2026-02-01',
        lastDay: '2026-02-05',
        verdicts: { found: 1, verify: 0, 'nothing-found': 1 },
        categories: { 'privacy-disclosure': 1, harassment: 1 },
        nightContacts: 2,
        notScreened: 1,
      },
    ]);
    expect(results(events).map(({ id, screening }) => [id, screening?.verdict])).toEqual([
      [rows[0]?.id, 'found'],
      [rows[1]?.id, 'nothing-found'],
      [rows[5]?.id, undefined],
    ]);
  });

  it('those with most first, under the law of the day', async () => {
    const old = row(DISCLOSURE, '2', { at: '2025-06-01T12:00:00+08:00' });
    const events = await run([row(DISCLOSURE, '1'), old, row(DISCLOSURE, '2')]);
    expect(summaries(events).map(({ sender }) => sender)).toEqual(['2', '1']);
    expect(results(events).find(({ id }) => id === old.id)?.screening?.day).toBe('2025-06-01');
  });

  it('the learned reader is asked for what is shown only', async () => {
    const asked: string[] = [];
    await run([row(DISCLOSURE, '1'), row('你晚上来吗', '2')], { read: (text) => void asked.push(text) });
    expect(asked).toHaveLength(1);
  });

  it('a run that was stopped goes on where it was', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => row(`${DISCLOSURE}${at}`, '1'));
    const memory = { counts: new Map(), screenings: new Map() };
    const giveUp = new AbortController();
    const asked: string[] = [];
    const read = (text: string) => {
      asked.push(text);
      if (asked.length === 12) giveUp.abort();
      return undefined;
    };
    await expect(run(rows, { memory, read, signal: giveUp.signal })).rejects.toThrow();
    expect(memory.screenings.size).toBe(11);
    const events = await run(rows, { memory, read: (text) => void asked.push(text) });
    expect(asked).toHaveLength(21);
    expect(summaries(events)[0]?.verdicts.found).toBe(20);
  });

  it('whom the keeper turns out to answer is judged anew', async () => {
    const memory = { counts: new Map(), screenings: new Map() };
    const asks = row('你的借款逾期了，再不还我起诉', '13800001111');
    expect(summaries(await run([asks], { memory }))).toHaveLength(1);
    const answers = ['好的', '周末还你'].map((text) => row(text, '13800001111', { direction: 'out' }));
    expect(summaries(await run([asks, ...answers], { memory }))).toEqual([]);
  });

  it('a sender that does not look like collection is screened where that is asked for, but not called so', async () => {
    const events = await run([row(DISCLOSURE, '1'), row('到了吗', '2')], { also: new Set(['2']) });
    expect(events.find(({ kind }) => kind === 'found')).toEqual({ kind: 'found', senders: ['1'] });
    expect(results(events)).toHaveLength(2);
  });

  it('progress to the end, and an end when it is given up', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => row(`${DISCLOSURE}${at}`, String(at % 4)));
    const stages: string[] = [];
    await run(rows, { onProgress: ({ stage, done, total }) => void stages.push(`${stage} ${done}/${total}`) });
    expect(stages).toContain('sorting 40/40');
    expect(stages.at(-1)).toBe('screening 40/40');
    const giveUp = new AbortController();
    const work = run(rows, {
      signal: giveUp.signal,
      onProgress: ({ stage }) => stage === 'screening' && giveUp.abort(),
    });
    await expect(work).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  });
});
