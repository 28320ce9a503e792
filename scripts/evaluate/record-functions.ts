/**
 * `npm run evaluate:functions [-- --record]`: which functions hold, and what is told instead where one
 * does not. With `--record` the result becomes what `tests/functions/functions.test.ts` asks for from now on.
 */
import { writeFileSync } from 'node:fs';
import { loadReader } from '../../src/cli/reader';
import { chinaDay } from '../../src/screen/clock';
import { BASELINE, readFunctions, runFunction } from './functions';
import { systems } from './systems';

const { both } = systems(loadReader(), chinaDay(new Date()));
const results = readFunctions().map((each) => runFunction(each, both));
for (const { group, name, texts, pairs, wrong, accused } of results) {
  console.log(`${texts.hit}/${texts.of} texts, ${pairs.hit}/${pairs.of} pairs · ${group} · ${name}`);
  for (const { text, expected, got } of wrong) console.log(`    expected ${expected}, got ${got}: ${text}`);
  for (const text of accused) console.log(`    GENUINE AND ACCUSED: ${text}`);
}
const sum = (part: 'texts' | 'pairs', side: 'hit' | 'of') =>
  results.reduce((total, each) => total + each[part][side], 0);
console.log(
  `${results.length} functions: ${sum('texts', 'hit')}/${sum('texts', 'of')} texts, ${sum('pairs', 'hit')}/${sum('pairs', 'of')} pairs`,
);
if (process.argv.includes('--record')) {
  const recorded = Object.fromEntries(results.map(({ name, texts }) => [name, texts.hit]));
  writeFileSync(BASELINE, `${JSON.stringify(recorded, null, 2)}\n`);
}
