/** What is written in a format is read back equal, whatever the words. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { type Outcome, readText, utf16 } from './files';
import { attribute } from './generate';
import { workbook } from './workbook';

interface Sms {
  readonly direction: 'in' | 'out';
  readonly sender: string;
  /** Seconds since 1970. */
  readonly seconds: number;
  readonly text: string;
}

/** What XML cannot hold, and what this project writes for unreadable bytes. */
const FORBIDDEN = /[^\P{Cc}\t\n]|[\ufeff\ufffd-\uffff\p{Surrogate}]/u;
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '还款',
        '，',
        '"',
        '""',
        ',',
        ';',
        '\t',
        '\n',
        '<',
        '&amp;',
        '&#60;',
        '😀',
        '𠮷',
        ' ',
        "'",
        '|',
        '=',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '' && !FORBIDDEN.test(text));
const sms: fc.Arbitrary<Sms> = fc.record({
  direction: fc.constantFrom('in', 'out'),
  sender: fc.constantFrom('106900001234', '+8613800001111', '010-66667777', '老周'),
  seconds: fc.integer({ min: 1_500_000_000, max: 1_900_000_000 }),
  text: words,
});
const messages = fc.uniqueArray(sms, { minLength: 1, maxLength: 8, selector: ({ seconds }) => seconds });

const iso = (seconds: number): string => `${new Date((seconds + 8 * 3600) * 1000).toISOString().slice(0, 19)}+08:00`;
const local = (seconds: number): string => iso(seconds).slice(0, 19).replace('T', ' ');
const got = ({ rows, bad, error }: Outcome) => ({
  bad,
  error,
  all: rows.map(({ content: { direction, sender, at, text } }) => [direction, sender, at, text]),
});
const wanted = (all: readonly Sms[]) => ({
  bad: [],
  error: undefined,
  all: all.map(({ direction, sender, seconds, text }) => [direction, sender, iso(seconds), text]),
});

const xml = (all: readonly Sms[]): string =>
  `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<smses count="${all.length}">\n${all
    .map(
      ({ direction, sender, seconds, text }) =>
        `<sms address="${sender}" date="${seconds}123" type="${direction === 'in' ? 1 : 2}" body="${attribute(text)}" />`,
    )
    .join('\n')}\n</smses>`;
const HEADER = ['时间', '对方号码', '短信内容', '收发'];
const table = (all: readonly Sms[]): string[][] => [
  HEADER,
  ...all.map(({ direction, sender, seconds, text }) => [
    local(seconds),
    sender,
    text,
    direction === 'in' ? '收' : '发',
  ]),
];

const runs = { numRuns: 60 };

it('SMS backup', () =>
  fc.assert(
    fc.asyncProperty(messages, async (all) => {
      expect(got(await readText('r.xml', xml(all)))).toEqual(wanted(all));
    }),
    runs,
  ));

it('tables with any delimiter and line end, in three encodings', () =>
  fc.assert(
    fc.asyncProperty(
      messages,
      fc.constantFrom(',', '\t', ';', '|'),
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('plain', 'marked', 'utf-16le', 'utf-16be'),
      async (all, delimiter, newline, encoding) => {
        const text = Papa.unparse(table(all), { delimiter, newline, quotes: true });
        const bytes = {
          plain: () => Buffer.from(text),
          marked: () => Buffer.from(`\ufeff${text}`),
          'utf-16le': () => utf16(`\ufeff${text}`, true),
          'utf-16be': () => utf16(`\ufeff${text}`, false),
        }[encoding]();
        expect(got(await readText('r.csv', bytes))).toEqual(wanted(all));
      },
    ),
    runs,
  ));

it('spreadsheets', () =>
  fc.assert(
    fc.asyncProperty(messages, async (all) => {
      expect(got(await readText('r.xlsx', workbook(table(all))))).toEqual(wanted(all));
    }),
    { numRuns: 30 },
  ));

it('JSON lines', () =>
  fc.assert(
    fc.asyncProperty(messages, async (all) => {
      const lines = all.map(({ direction, sender, seconds, text }) =>
        JSON.stringify({ text, sender, direction, receivedAt: iso(seconds) }),
      );
      expect(got(await readText('r.jsonl', lines.join('\n')))).toEqual(wanted(all));
    }),
    runs,
  ));

/** Ends of messages that could be taken for headings; the same one again could be a name. */
const WITH_CLOCK = [
  '\n砍死全家 22:30',
  '\n2026-01-03 22:10 再不还钱',
  '\n最后还款时间 2026-01-04 18:00',
  '\n限你今天 18:00',
  '\n18:00',
];

/** Some sound like words; below a blank line they are names all the same. */
const names = fc.constantFrom('老周', '不忘初心', '电话催收员', '逾期处理中心', '请叫我王哥');

it('chats', () =>
  fc.assert(
    fc.asyncProperty(messages, fc.uniqueArray(fc.constantFrom(...WITH_CLOCK)), names, async (all, clocks, name) => {
      const chat = all
        .map((each, at) => ({ ...each, text: each.text.replace(/\n+/g, '\n').trim() + (clocks[at] ?? '') }))
        .filter(({ text }) => /[\p{L}\p{N}]/u.test(text) && !/[:：]$/m.test(text));
      fc.pre(chat.some(({ direction }) => direction === 'out') || name === '老周');
      fc.pre(chat.length > 0);
      const lines = chat.map(
        ({ direction, seconds, text }) => `${direction === 'in' ? name : '我'} ${local(seconds)}\n${text}`,
      );
      const { rows } = await readText('r.txt', lines.join('\n\n'));
      expect(rows.map(({ content: { direction, at, text } }) => [direction, at, text])).toEqual(
        chat.map(({ direction, seconds, text }) => [direction, iso(seconds), text]),
      );
    }),
    runs,
  ));
