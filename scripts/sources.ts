/**
 * `npm run -s sources`: every record of the knowledge that carries a day, with the day it was last checked and where it
 * can be compared, oldest first. `-- --check` prints only what is older than twelve months and fails if there is any: for
 * a calendar, not for the tests, so that a year's silence breaks no build and harms no user.
 */
import { runCommand } from '../src/cli/command';
import { mayHaveChanged } from '../src/knowledge/age';
import { chinaDay } from '../src/screen/clock';
import { readKnowledge } from './knowledge/read';
import { sourcesOf } from './knowledge/sources';

const USAGE = `npm run -s sources [-- --check] [--today YYYY-MM-DD]
    every dated record, the longest unchecked first: day, id, confidence, official site, file
    --check   only what is older than twelve months; exit code 1 if there is any`;

await runCommand(
  USAGE,
  { check: { type: 'boolean' }, today: { type: 'string' } },
  ({ check, today = chinaDay(new Date()) }) => {
    const all = sourcesOf(readKnowledge());
    const shown = check ? all.filter(({ checked }) => mayHaveChanged(checked, today)) : all;
    if (check && shown.length) process.exitCode = 1;
    for (const { checked, id, file, site, confidence } of shown) {
      console.log([checked, id, confidence ?? '', site ?? '', file].join('\t'));
    }
    if (!check) return;
    console.error(
      shown.length
        ? `${shown.length} of ${all.length} records were last checked more than twelve months before ${today}. Compare them with their source (docs/knowledge.md).`
        : `All ${all.length} records were checked within twelve months before ${today}.`,
    );
  },
);
