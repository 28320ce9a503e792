/** What a draft holds while offices are compared and its case changes. */
import { beforeEach, expect, it } from 'vitest';
import { draftFiles } from '../../../knowledge/drafts';
import en from '../../texts/workspace/en.json';
import zh from '../../texts/workspace/zh.json';
import type { OpenCase } from '../cases';
import { begin, change, choose, factsOf, loaded, textOf, work } from './work';

const [first, second] = draftFiles;
if (!first || !second) throw new Error('no drafts');
const SAVED = '2026-03-02T10:00:00+08:00';
const entry = (text: string, sha256 = text): OpenCase['entries'][number] => ({
  id: 'a',
  caseId: 'c',
  origin: { how: 'manual', at: SAVED },
  revisions: [{ content: { kind: 'message', direction: 'in', text, note: '' }, savedAt: SAVED, sha256 }],
  attachments: [],
});
const held = (...entries: OpenCase['entries']): OpenCase => ({
  details: { id: 'c', title: '案件', note: '', createdAt: SAVED },
  protected: false,
  entries,
  sent: [],
  unreadable: 0,
});
const present = () => {
  if (!work.value) throw new Error('no draft');
  return work.value;
};

beforeEach(() => {
  work.value = undefined;
  loaded.value = new Map();
});

it('what is asked for and ticked is there again after another office was looked at', () => {
  begin(held(), first);
  const asked = first.requests.map(({ id }) => id);
  change({ requests: asked, ticked: [0, 1] });
  begin(held(), second);
  expect(present().requests).toEqual(second.requests.filter(({ chosen }) => chosen).map(({ id }) => id));
  expect(present().ticked).toEqual([]);
  change({ ticked: [2] });
  begin(held(), first);
  expect(present()).toMatchObject({ requests: asked, ticked: [0, 1], confirmed: false });
  begin(held(), second);
  expect(present().ticked).toEqual([2]);
});

it('a draft kept by an earlier version, which knew one office alone, goes on', () => {
  begin(held(), first);
  const { lists: _lists, ...old } = present();
  work.value = { ...old, requests: ['x'], ticked: [1] };
  begin(held(), second);
  begin(held(), first);
  expect(present()).toMatchObject({ requests: ['x'], ticked: [1] });
});

it('a fact that is too long stays as it was typed, and is a blank in the text', () => {
  const file = draftFiles.find(({ facts }) => facts.includes('name'));
  if (!file) throw new Error('no draft asks for a name');
  begin(held(), file);
  const long = '张'.repeat(201);
  change({ given: { name: long } });
  expect(textOf(present(), held())).not.toContain(long);
  expect(present().given.name).toBe(long);
  change({ given: { name: '张三' } });
  expect(textOf(present(), held())).toContain('张三');
});

it('a record that was corrected since it was chosen is quoted as it is now, one that was deleted not at all', () => {
  begin(held(entry('旧的原文')), first);
  choose([entry('旧的原文')], true);
  const texts = (now: OpenCase) => factsOf(present(), now).incidents.map(({ content }) => content.text);
  expect(texts(held(entry('旧的原文')))).toEqual(['旧的原文']);
  expect(texts(held(entry('新的原文')))).toEqual(['新的原文']);
  expect(texts(held())).toEqual([]);
});

it('a checklist names the part of a case as the case does', () => {
  for (const { checklist } of draftFiles) {
    for (const item of checklist) {
      const [, named] = /noted under “([^”]+)”/.exec(item.en) ?? [];
      if (named) expect(named).toBe(en.caseTab_sent);
      const [, inChinese] = /记在「([^」]+)」里/.exec(item.zh) ?? [];
      if (inChinese) expect(inChinese).toBe(zh.caseTab_sent);
    }
  }
});
