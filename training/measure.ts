/**
 * Runs the reader alone over labelled messages, for scoring.
 * In: JSON lines with `id` and `text`, on stdin. Out, same order: `{id, verdict, findings}` as `duncheck screen` writes
 * them: spans that are sure as `violation`, hints as `verify`. With `--time` it prints milliseconds per text instead.
 */
import { readFileSync } from 'node:fs';
import { openReader } from '../src/cli/reader';
import { tables } from '../src/screen/decoded';
import { normalize } from '../src/screen/normalize';

const reader = openReader();
const rows = readFileSync(0, 'utf8')
  .split('\n')
  .filter((line) => line.trim())
  .map((line) => JSON.parse(line));

if (process.argv.includes('--time')) {
  const times = rows.map(({ text }) => {
    const canonical = normalize(text, tables).text;
    const began = performance.now();
    reader.read(canonical);
    return performance.now() - began;
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(1);
  console.log(
    `${times.length} texts: median ${at(0.5)} ms, nine in ten under ${at(0.9)} ms, 99 % under ${at(0.99)} ms`,
  );
} else {
  for (const { id, text } of rows) {
    const canonical = normalize(text, tables);
    const findings = reader.read(canonical.text).spans.map(({ label, start, end, sure, score }) => ({
      rule: `reader:${label}`,
      category: label,
      level: sure ? 'violation' : 'verify',
      basis: 'text',
      start: canonical.start[start] ?? 0,
      end: canonical.end[end - 1] ?? text.length,
      score: Number(score.toFixed(3)),
    }));
    const sure = findings.some(({ level }) => level === 'violation');
    const verdict = sure ? 'found' : findings.length > 0 ? 'verify' : 'nothing-found';
    process.stdout.write(`${JSON.stringify({ id, verdict, findings })}\n`);
  }
}
