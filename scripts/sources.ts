/**
 * `npm run -s sources`: every record of the knowledge with the day it was last checked and where it can be compared,
 * oldest first. `-- --check` prints only what is older than twelve months and fails if there is any: for a calendar,
 * not for the tests, so that a year's silence breaks no build and harms no user.
 */
import { parseArgs } from 'node:util';
import { mayHaveChanged } from '../src/knowledge/age';
import { chinaDay } from '../src/screen/clock';
import { readKnowledge } from './knowledge/read';
import { sourcesOf } from './knowledge/sources';

const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, today: { type: 'string', default: chinaDay(new Date()) } },
});
const all = sourcesOf(readKnowledge());
const shown = values.check ? all.filter(({ checked }) => mayHaveChanged(checked, values.today)) : all;
for (const { checked, id, file, site, confidence } of shown) {
  console.log([checked, id, confidence ?? '', site ?? '', file].join('\t'));
}
if (values.check) {
  console.error(
    shown.length
      ? `${shown.length} of ${all.length} records were last checked more than twelve months before ${values.today}. Compare them with their source (docs/knowledge.md).`
      : `All ${all.length} records were checked within twelve months before ${values.today}.`,
  );
  process.exitCode = shown.length ? 1 : 0;
}
