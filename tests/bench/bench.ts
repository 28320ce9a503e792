/**
 * `npm run bench`: ratios against named alternatives in the same run; no absolute time is a test.
 * Each figure is the median of several rounds over the same messages.
 */
import { readCorpus } from '../../scripts/evaluate/corpus';
import { screener } from '../../src/check/screener';
import { openReader } from '../../src/cli/reader';
import { knowledge } from '../../src/knowledge';
import { vocabularyOf } from '../../src/screen';
import { Automaton } from '../../src/screen/automaton';
import { tables } from '../../src/screen/decoded';
import { normalize } from '../../src/screen/normalize';
import { medianTime } from './time';

const ROUNDS = 5;
const messages = readCorpus().slice(0, 1000);
const texts = messages.map(({ text }) => normalize(text, tables).text);

const time = (work: () => void): number => medianTime(ROUNDS, work);

function report(what: string, ours: number, than: string, theirs: number): void {
  const perMessage = ((1000 * ours) / texts.length).toFixed(1);
  console.log(`${what}: ${(theirs / ours).toFixed(2)} × the speed of ${than} (${perMessage} µs a message here)`);
}

const words = [...vocabularyOf(knowledge).keys()];
const automaton = new Automaton(words);
const alternation = new RegExp(
  words
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|'),
  'g',
);
const scan = time(() => {
  for (const text of texts) automaton.scan(text, () => {});
});
const byRegExp = time(() => {
  for (const text of texts) for (const _ of text.matchAll(alternation));
});
report(`scanning for ${words.length} words`, scan, 'one RegExp alternation, which misses overlaps', byRegExp);

const fold = time(() => {
  for (const { text } of messages) normalize(text, tables);
});
const byBuiltIn = time(() => {
  for (const { text } of messages) text.normalize('NFKC').toLowerCase();
});
report('normalizing with an offset map', fold, 'built-in NFKC and lower case, which keep no offsets', byBuiltIn);

const screening = time(() => {
  for (const { text } of messages) screener.screen({ text }, '2026-11-21');
});
const reader = openReader();
const sample = texts.slice(0, 100);
const reading = time(() => {
  for (const text of sample) reader.read(text);
});
report('the whole pipeline by rules', screening, 'the learned reader', (reading * texts.length) / sample.length);
