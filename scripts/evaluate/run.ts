/**
 * `npm run evaluate`: measures rules, reader and both on the held-out parts, under disguise and by function, and writes
 * docs/accuracy.md. `-- --all` disguises every message instead of a sample. Only totals are printed: nobody looks at
 * held-out messages.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { knowledge } from '../../src/knowledge';
import { CATEGORIES } from '../../src/knowledge/vocabulary';
import { READER_VERSION } from '../../src/reader/version';
import { chinaDay } from '../../src/screen/clock';
import { ROOT } from '../knowledge/read';
import { calibrate } from './calibration';
import { type Labelled, partOf, readCorpus } from './corpus';
import { buildSuite, measureSuite, textsOf } from './disguise-suite';
import { readFunctions, runFunction } from './functions';
import { createOpinions } from './reading';
import { report } from './report';
import { disguiseTable, functionTable, overview } from './report-tables';
import { score } from './score';
import { canonicalText, SYSTEMS, systems, textsToRead } from './systems';

const PARTS = {
  fifth: 'a random fifth',
  writers: 'three whole writers',
  realistic: 'latest, realistic',
  contrastive: 'latest, contrastive',
} as const;
const SAMPLE = process.argv.includes('--all') ? Number.POSITIVE_INFINITY : 150;

const began = performance.now();
const progress = (line: string) => console.error(`${((performance.now() - began) / 1000).toFixed(0)} s · ${line}`);

const today = chinaDay(new Date());
const opinions = createOpinions(progress);
const screeners = systems(opinions.of, today);
const prepare = (texts: readonly string[], what: string) => opinions.prepare(texts.flatMap(textsToRead), what);

const corpus = readCorpus();
const parts = Object.entries(PARTS).map(([part, name]) => ({
  name,
  messages: corpus.filter(({ id }) => partOf(id) === part),
}));
const functions = readFunctions();
await prepare(
  [
    ...parts.flatMap(({ messages }) => messages),
    ...functions.flatMap(({ pairs }) => pairs.flat().map(({ message }) => message)),
  ].map(({ text }) => text),
  'corpus and functions',
);

const measured = parts.flatMap(({ name, messages }) =>
  SYSTEMS.map((system) => {
    progress(`${name}, ${system}`);
    return { part: name, system, score: score(messages, screeners[system]) };
  }),
);

const guesses = ({ text, labels, borderline }: Labelled) => {
  const { probability } = opinions.of(canonicalText(text));
  return CATEGORIES.filter((category) => !borderline.includes(category)).map((category) => ({
    probability: probability.get(category) ?? 0,
    right: labels.includes(category),
  }));
};
const calibrated = parts.map(({ name, messages }) => ({ part: name, ...calibrate(messages.flatMap(guesses)) }));

const suites = buildSuite(parts[0]?.messages ?? [], screeners.both, SAMPLE);
await prepare(textsOf(suites), 'disguises');
const disguises = suites.map((suite) => {
  progress(`disguise: ${suite.kind}`);
  return measureSuite(suite, (text) => screeners.both({ text }));
});

const held = functions.map((each) => runFunction(each, screeners.both));
const facts = {
  day: today,
  knowledge: knowledge.version,
  weights: READER_VERSION,
  measured,
  calibrated,
  disguises,
  sample: SAMPLE,
  functions: held,
};
writeFileSync(join(ROOT, 'docs/accuracy.md'), report(facts));
console.log([overview(measured), disguiseTable(disguises), functionTable(held)].join('\n\n'));
progress('docs/accuracy.md written');
