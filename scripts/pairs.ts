/**
 * `npm run tables:pairs`: counts which character follows which in the messages that may be read while tuning, and
 * writes `src/lexicon/_pairs.txt`: the first character, then each count (a power of two, as one digit) before the
 * characters that follow that often; groups are divided by line breaks, `#` stands for whatever is no ideograph.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { partOf, readCorpus } from './evaluate/corpus';
import { ROOT } from './knowledge/read';

const HAN = /^[\u4e00-\u9fff]$/;
/** What was seen less often is mostly chance, and would double the table. */
const LEAST = 6;

/** @param texts messages as they were written */
function countPairs(texts: Iterable<string>): string {
  const counts = new Map<string, Map<string, number>>();
  for (const text of texts) {
    let before = '#';
    for (const character of `${text}#`) {
      const now = HAN.test(character) ? character : '#';
      if (before !== '#' || now !== '#') {
        const followers = counts.get(before) ?? new Map<string, number>();
        counts.set(before, followers.set(now, (followers.get(now) ?? 0) + 1));
      }
      before = now;
    }
  }
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([first, followers]) => first + levels(followers))
    .filter((line) => line.length > 1)
    .join('\n');
}

function levels(followers: ReadonlyMap<string, number>): string {
  const byLevel = new Map<number, string[]>();
  for (const [character, count] of followers) {
    if (count < LEAST) continue;
    const level = Math.min(15, Math.round(Math.log2(count)));
    byLevel.set(level, [...(byLevel.get(level) ?? []), character]);
  }
  return [...byLevel]
    .sort(([a], [b]) => b - a)
    .map(([level, characters]) => level.toString(16) + characters.sort().join(''))
    .join('');
}

const texts = readCorpus().flatMap(({ id, text }) => (partOf(id) === 'tuning' ? [text] : []));
writeFileSync(join(ROOT, 'src/lexicon/_pairs.txt'), `${countPairs(texts)}\n`);
