/**
 * Folds texts for training with the product's own first stage, so that Python never re-implements it.
 * In: one JSON object a line with `text`, on stdin. Out, same order: `{text, start, end, heard}`; `start[i]` and
 * `end[i]` bound, in UTF-16 code units of the original, what became unit i of the canonical text; `heard` where
 * the product lets the reader accuse from its threshold (`src/screen/weigh.ts`).
 */
import { readFileSync } from 'node:fs';
import { knowledge } from '../src/knowledge';
import { vocabularyOf } from '../src/screen';
import { tables } from '../src/screen/decoded';
import { normalize } from '../src/screen/normalize';
import { createScanner } from '../src/screen/scan';
import { leastAlone } from '../src/screen/weigh';

const scanner = createScanner(vocabularyOf(knowledge));
const lines = readFileSync(0, 'utf8')
  .split('\n')
  .filter((line) => line.trim());
for (const line of lines) {
  const canonical = normalize(JSON.parse(line).text, tables);
  const { text, start, end } = canonical;
  const heard = leastAlone(scanner.scan(canonical)) === 0;
  process.stdout.write(`${JSON.stringify({ text, start: [...start], end: [...end], heard })}\n`);
}
