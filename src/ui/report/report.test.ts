import { expect, it } from 'vitest';
import { historyFindings } from '../../case/history';
import type { Entry, KeptScreening } from '../../case/types';
import { screener } from '../../check/screener';
import { knowledge } from '../../knowledge';
import { explain } from '../../screen/explain';
import { language } from '../i18n';
import { reportDocument } from './document';

const AT = '2026-03-01T22:10:00+08:00';

function entry(text: string, sender: string, name: string): Entry {
  const message = { text, receivedAt: AT, sender };
  const explanation = explain(message, screener.screen(message, '2026-11-22'), knowledge);
  return {
    id: 'e1',
    caseId: 'c1',
    origin: { how: 'import', at: AT, file: { name, sha256: 'a'.repeat(64), row: 3 } },
    revisions: [
      {
        content: { kind: 'message', direction: 'in', text, sender, at: AT, note: name },
        savedAt: AT,
        sha256: 'b'.repeat(64),
      },
    ],
    screening: { explanation, knowledge: knowledge.version, screenedAt: AT },
    attachments: [],
  };
}

const report = (entries: readonly Entry[], title = '案件一') =>
  reportDocument({
    bundle: { case: { id: 'c1', title, createdAt: AT, note: '' }, entries, sent: [], originals: [] },
    days: [{ day: '2026-03-01', count: 1, night: 1 }],
    madeAt: AT,
    channelName: (id) => id,
  });

const HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&';

it('shows what others wrote as text, wherever it stands', () => {
  const html = report([entry(`再不还钱就打断你的腿${HOSTILE}`, HOSTILE, HOSTILE)], HOSTILE);
  expect(html).not.toContain('<script');
  expect(html).not.toContain('<img');
  expect(html.match(/&lt;script>alert\(1\)/g)?.length).toBeGreaterThan(3);
});

it('shows a time that cannot be read as it was written, and no span that rests on it', () => {
  const [first, second] = [entry('一', '1069', 'a'), entry('二', '1069', 'b')];
  const content = { ...second.revisions[0].content, at: '202503-05-01' };
  const html = report([first, { ...second, revisions: [{ ...second.revisions[0], content }] }]);
  expect(html).toContain('2. 202503-05-01');
  expect(html).toContain('2026-03-01 至 2026-03-01');
});

it('marks the words, names the article with its threshold, and says that it is a copy and no judgement', () => {
  const html = report([entry('再不还钱就打断你的腿', '1069', 'sms.xml')]);
  expect(html).toMatch(/<mark>[^<]*你的腿<\/mark><sup>1<\/sup>/);
  expect(html).toMatch(/可能违反《治安管理处罚法》第五十条第一款第一项（自2026-01-01起）。前提：/);
  expect(html).toContain('不是可信时间戳');
  expect(html).not.toContain('刑法');
});

it('what the reader alone found is counted among what needs a check', () => {
  const sure = entry('再不还钱就打断你的腿', '1069', 'sms.xml');
  const { explanation, ...versions } = sure.screening as KeptScreening;
  const findings = explanation.findings.map((finding) => ({ ...finding, readerOnly: true }));
  const unsure = { ...sure, screening: { ...versions, explanation: { ...explanation, findings } } };
  const tables = (entries: readonly Entry[]) =>
    [...report(entries).matchAll(/<caption>(.*?)<\/caption>/g)].map(([, caption]) => caption);
  expect(tables([sure])).toContain('可能过线的内容（按消息条数）');
  expect(tables([unsure])).toEqual(['需要核对的内容（按消息条数）', '对方号码（收到的条目数）']);
});

it('says of a record that it was checked by part of the rules alone', () => {
  const whole = entry('请还款', '1069', 'sms.xml');
  const { explanation, ...versions } = whole.screening as KeptScreening;
  const partly = { ...whole, screening: { ...versions, explanation: { ...explanation, readerFailed: true } } };
  expect([whole, partly].map((each) => report([each]).includes('有一部分检查没能启动'))).toEqual([false, true]);
});

it('counts a number once, however it is written', () => {
  const senders = ['+86 138-0013-8000', '13800138000', 'unknown', '95188'];
  const html = report(senders.map((sender) => entry('请还款', sender, 'sms.xml')));
  const rows = [...html.matchAll(/<th scope="row">(.*?)<\/th><td>(\d+)<\/td>/g)].map(([, name, count]) => [
    name,
    count,
  ]);
  expect(rows.slice(-3)).toEqual([
    ['13800138000', '2'],
    ['未知', '1'],
    ['95188', '1'],
  ]);
});

it('says of a call how long it was', () => {
  const { screening, ...rest } = entry('', '1069', 'calls.csv');
  const told = (call: Entry['revisions'][0]['content']['call'], direction: 'in' | 'out' = 'in') => {
    const content = { ...rest.revisions[0].content, kind: 'call' as const, direction, ...(call && { call }) };
    return /· ([来去]电（.*?）)/.exec(report([{ ...rest, revisions: [{ ...rest.revisions[0], content }] }]))?.[1];
  };
  expect(told({ answered: true, seconds: 65 })).toBe('来电（接通，通话65秒）');
  expect(told({ answered: true }, 'out')).toBe('去电（接通）');
  expect(told({ answered: false, seconds: 0 })).toBe('来电（未接通）');
  expect(told(undefined)).toBe('来电（是否接通没有记录）');
});

it('is in Chinese on an English page too, and leaves the page as it was', () => {
  language.value = 'en';
  const html = report([entry('再不还钱就打断你的腿', '1069', 'sms.xml')]);
  expect(html).toContain('可能违反');
  expect(language.value).toBe('en');
  language.value = 'zh';
});

it('says what the counts may mean as something to check, with its days and the standard named as one', () => {
  const calls = Array.from({ length: 4 }, (_, at): Entry => {
    const time = `2026-03-02T1${at}:00:00+08:00`;
    const content = {
      kind: 'call',
      direction: 'in',
      text: '',
      sender: '1069',
      at: time,
      note: '',
      call: { answered: true },
    };
    return {
      id: `c${at}`,
      caseId: 'c1',
      origin: { how: 'manual', at: '2026-03-03T02:00:00.000Z' },
      revisions: [{ content: content as Entry['revisions'][0]['content'], savedAt: AT, sha256: 'c'.repeat(64) }],
      attachments: [],
    };
  });
  const html = reportDocument({
    bundle: { case: { id: 'c1', title: '案件一', createdAt: AT, note: '' }, entries: calls, sent: [], originals: [] },
    days: [],
    madeAt: '2026-03-03T20:00:00.000Z',
    unreadable: 2,
    history: historyFindings(calls, {}, knowledge),
    channelName: (id) => id,
  });
  expect(html).toContain('从次数和时间看（需要核对）');
  expect(html).toContain('2026-03-02（4次）');
  expect(html).toContain('不表示违法');
  expect(html).not.toContain('可能违反');
  expect(html).toContain('另有2条损坏或被改动');
  // Times are those of Beijing, whatever offset they were kept with.
  expect(html).toContain('2026-03-04 04:00');
  expect(html).toContain('2026-03-03 10:00');
});
