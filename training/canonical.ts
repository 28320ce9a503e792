/**
 * Folds texts for training with the product's own first stage, so that Python never re-implements it.
 * In: one JSON object a line with `text`, on stdin. Out, same order: `{text, start, end}`; `start[i]` and `end[i]`
 * bound, in UTF-16 code units of the original, what became unit i of the canonical text.
 */
import { readFileSync } from 'node:fs';
import { tables } from '../src/knowledge';
import { normalize } from '../src/screen/normalize';

const lines = readFileSync(0, 'utf8')
  .split('\n')
  .filter((line) => line.trim());
for (const line of lines) {
  const { text, start, end } = normalize(JSON.parse(line).text, tables);
  process.stdout.write(`${JSON.stringify({ text, start: [...start], end: [...end] })}\n`);
}
