/**
 * `npm run tables:glyphs`: draws characters, compares them, and writes what the eye may take for what
 * (`src/lexicon/_resembling.txt`) and in which pieces a character can be written (`src/lexicon/_pieces.txt`). Needs the
 * font Noto Sans CJK SC; takes about two minutes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { ensureBrowsers } from './browser/install';
import type { Likeness, Parts } from './glyphs/compare';
import { ROOT } from './knowledge/read';
import { buildTables, gb2312 } from './tables';

/** Side forms that are no characters of GB 2312. */
const SIDE_FORMS = '亻讠扌氵纟钅阝彳忄犭礻衤饣丬刂攵灬艹宀冫卩疒罒亠冖匚凵廴夊殳隹豸釒龵歹巳冋尃敫罙俞氐';
/**
 * How often a character is met among the counted pairs before it is worth the room: with all 3,261 the tables are twice
 * as large, and of 3,000 disguised messages not one more is found.
 */
const LEAST_PAIRS = 128;

const lexicon = (name: string): string => join(ROOT, 'src/lexicon', name);

/** The characters of which it is well known beside which they stand. */
function targetsOf(pairs: string): string[] {
  const counts = new Map<string, number>();
  for (const line of pairs.split('\n')) {
    let count = 1;
    for (const character of line.slice(1)) {
      if (character < '\x80') count = 2 ** Number.parseInt(character, 16) || count;
      else if (character >= '\u4e00') counts.set(character, (counts.get(character) ?? 0) + count);
    }
  }
  return [...counts].filter(([, count]) => count >= LEAST_PAIRS).map(([character]) => character);
}

/** The likest first: whole shapes from all characters, then everyday ones, then those with the same right half. */
function resembling(whole: Likeness, right: Likeness): string {
  const everyday = new Set(gb2312());
  const traditional = new Set(Array.from(buildTables().traditional).filter((_, i) => i % 2 === 0));
  return Object.entries(whole)
    .map(([meant, all]) => {
      const found = all.filter(([character]) => !traditional.has(character));
      const halves = (right[meant] ?? []).filter(([c, likeness]) => likeness >= 0.95 && everyday.has(c));
      const chosen = [
        ...found.slice(0, 14),
        ...found.filter(([character]) => everyday.has(character)).slice(0, 10),
        ...halves.slice(0, 8),
      ];
      return meant + [...new Set(chosen.map(([character]) => character))].join('');
    })
    .filter((line) => line.length > 1)
    .join('\n');
}

const LEAST_LIKE = 0.7;

function pieces(parts: Parts): string {
  const found = new Set<string>();
  for (const [meant, cuts] of Object.entries(parts)) {
    for (const [first, second] of cuts) {
      for (const [a, likeA] of first.slice(0, 3)) {
        for (const [b, likeB] of second.slice(0, 3)) {
          const like = Math.min(likeA, likeB) >= LEAST_LIKE && likeA + likeB >= 2 * LEAST_LIKE + 0.04;
          if (like && a !== '一' && b !== '一') found.add(meant + a + b);
        }
      }
    }
  }
  return [...found].join(' ');
}

// Chromium refuses its sandbox to root.
const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await launch({ executablePath: ensureBrowsers(), args });
const page = await browser.newPage();
await page.evaluate('globalThis.__name = (f) => f');
const { alike, inParts } = await import('./glyphs/compare');
const all = Array.from({ length: 0x9fa6 - 0x4e00 }, (_, i) => String.fromCharCode(0x4e00 + i));
const targets = targetsOf(readFileSync(lexicon('_pairs.txt'), 'utf8').trim());
const whole = await page.evaluate(alike, targets, all, 0, 0.8);
const right = await page.evaluate(alike, targets, all, 8, 0.9);
writeFileSync(lexicon('_resembling.txt'), `${resembling(whole, right)}\n`);
const parts = await page.evaluate(inParts, targets, [...new Set(gb2312() + SIDE_FORMS)]);
writeFileSync(lexicon('_pieces.txt'), `${pieces(parts)}\n`);
await browser.close();
