/** For the tests of this folder: a store of its own, and things to put in. */
import { openDB } from 'idb';
import { knowledge } from '../knowledge';
import { explain } from '../screen/explain';
import type { CaseDetails } from './cases';
import type { NewEntry } from './entries';
import type { NewFile } from './files';
import type { StoredPart } from './schema/stored';
import { type CaseStore, openStore } from './store';
import type { Content, KeptScreening } from './types';

/** Quick to derive; the real figure is tested where it matters. */
export const QUICK = 1_000;

let stores = 0;
export const newName = () => `test-${++stores}`;

export function openTestStore(name = newName(), more = {}): Promise<CaseStore> {
  let minute = 0;
  const now = () => new Date(Date.UTC(2026, 2, 1, 0, minute++)).toISOString();
  return openStore({ name, iterations: QUICK, now, ...more });
}

export const DETAILS: CaseDetails = {
  title: '张三的借款',
  note: '分期，2026 年 1 月起逾期',
  lenderName: '某某消费金融',
};

export const content = (text: string, more: Partial<Content> = {}): Content => ({
  kind: 'message',
  direction: 'in',
  text,
  sender: '10690000',
  at: '2026-02-03T09:30:00+08:00',
  note: '',
  ...more,
});

export const entry = (id: string, text = `内容 ${id}`, more: Partial<NewEntry> = {}): NewEntry => ({
  id,
  origin: { how: 'paste', at: '2026-02-04T10:00:00+08:00' },
  content: content(text),
  ...more,
});

export const file = (bytes: Uint8Array<ArrayBuffer>, name = '截图.png', type = 'image/png'): NewFile =>
  new File([bytes], name, { type });

/** A screening that found nothing, by hand: what it says does not matter to the store. */
export function screening(text: string, verdict: 'found' | 'nothing-found' = 'nothing-found'): KeptScreening {
  const none = {
    verdict,
    findings: [],
    leads: [],
    steps: [],
    lender: 'unknown',
    day: '2026-02-03',
    readerHeard: false,
  } as const;
  return {
    explanation: explain({ text }, none, knowledge),
    knowledge: knowledge.version,
    screenedAt: '2026-02-04T10:00:00+08:00',
  };
}

/** Everything in a store, as it lies there. */
export async function dump(name: string) {
  const database = await openDB(name);
  const [cases, parts] = [await database.getAll('cases'), (await database.getAll('parts')) as StoredPart[]];
  database.close();
  return { cases, parts };
}

/** Alters records from outside, as a fault or another program would. */
export async function tamper(name: string, work: (part: StoredPart) => StoredPart | undefined): Promise<void> {
  const database = await openDB(name);
  for (const part of (await database.getAll('parts')) as StoredPart[]) {
    const { caseId, generation, kind, key } = part;
    const next = work(part);
    if (!next) await database.delete('parts', [caseId, generation, kind, key]);
    else if (next !== part) await database.put('parts', next);
  }
  database.close();
}

/** All bytes of a store as text, each byte one character: what a search of the disk would find. */
export async function searchable(name: string): Promise<string> {
  const { cases, parts } = await dump(name);
  const bytes = parts.map((part) => Buffer.from(part.bytes).toString('utf8'));
  return [JSON.stringify(cases), ...parts.map(({ key }) => key), ...bytes].join('\n');
}
