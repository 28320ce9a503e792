import { describe, expect, it } from 'vitest';
import { buildTables } from '../../scripts/tables';
import { parsePattern, type Term } from '../knowledge/pattern';
import { matchPattern, wholeWords } from './match';
import { normalize } from './normalize';
import { createScanner } from './scan';
import { decodeTables } from './tables';

const tables = decodeTables(buildTables());
const CONCEPTS: [string, Term[]][] = [
  ['父母', ['@family']],
  ['单位', ['@employer']],
];

/** The words that a pattern matches in a text, or those that are marked for it. */
function marks(pattern: string, text: string, grown = false): string[] {
  const parsed = parsePattern(pattern, (literal) => literal);
  const words = new Map(CONCEPTS);
  for (const { terms, not } of parsed.flatMap(({ steps }) => steps)) {
    for (const term of [...terms, ...not]) if (term.startsWith('=')) words.set(term.slice(1), [term]);
  }
  const view = createScanner(words).scan(normalize(text, tables));
  return parsed
    .flatMap((each) => matchPattern(each, view).map((match) => (grown ? wholeWords(match, each, view) : match)))
    .map(({ start, end }) => view.canonical.text.slice(start, end));
}

describe('gaps', () => {
  it.each([
    ['告诉 {family}', '告诉你的父母', ['告诉你的父母']],
    ['告诉 {family}', '告诉你那边的父母', []],
    ['告诉 + {family}', '告诉你父母', []],
    ['告诉 + {family}', '告诉父母', ['告诉父母']],
    ['告诉 ~5 {family}', '告诉你那边的父母', ['告诉你那边的父母']],
    ['告诉 ~ {family}', '告诉，如果再不还的话，你父母', ['告诉，如果再不还的话，你父母']],
    ['告诉 ~ {family}', '告诉你。父母', []],
    ['告诉 ~~ {family}', '告诉你。父母', ['告诉你。父母']],
  ])('%s on %s', (pattern, text, expected) => expect(marks(pattern, text)).toEqual(expected));
});

describe('terms', () => {
  it.each([
    ['告诉|通知 {family|employer}', '通知你单位', ['通知你单位']],
    ['告诉 ~6 !不 {family}', '告诉不相干的父母', []],
    ['把? 告诉', '告诉', ['告诉']],
    ['^ 告诉', '我说，告诉', ['告诉']],
    ['^ 告诉', '我告诉', []],
    ['告诉 & {family}', '父母，我要告诉', ['父母，我要告诉']],
    ['告诉 && {family}', '父母。我要告诉', ['父母。我要告诉']],
    ['转 ~4 {$money}', '转账3000元', ['转账3000元']],
  ])('%s on %s', (pattern, text, expected) => expect([...new Set(marks(pattern, text))]).toEqual(expected));
});

it('marks the fewest words: begins as late as possible', () => {
  expect(marks('告诉 ~ {family}', '告诉告诉你父母')).toEqual(['告诉你父母']);
});

it.each([
  ['断你|打断 ~3 腿', '打断你的腿', ['打断你的腿']],
  ['告诉 ~2 你爸|爸妈', '告诉你爸妈', ['告诉你爸妈']],
  ['断你 ~3 腿', '打断你的腿', ['断你的腿']],
])('marks whole words as far as the pattern knows them: %s on %s', (pattern, text, expected) => {
  expect([...new Set(marks(pattern, text, true))]).toEqual(expected);
});

it('goes past a hit that leads nowhere', () => {
  expect(marks('告诉 ~9 {family} + 和', '告诉父母，告诉父母和')).toEqual(['告诉父母和']);
});

it.each(['', '~4', '告诉 ~4', '{}', '{Family}', '告诉 !不'])('refuses 「%s」', (pattern) => {
  expect(() => parsePattern(pattern, (literal) => literal)).toThrow();
});

it('ten thousand repetitions stay linear work', () => {
  expect(marks('告诉 ~ {family} ~ {employer}', '告诉父母单位'.repeat(3000)).length).toBeGreaterThan(0);
});
