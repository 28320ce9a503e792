/** The tables of docs/accuracy.md, in Markdown. */
import { CATEGORIES } from '../../src/knowledge/vocabulary';
import type { Bin } from './calibration';
import { type DisguiseScore, GOALS } from './disguise-suite';
import type { FunctionResult } from './functions';
import { f1, macroF1, precision, type Rate, recall, type Score } from './score';
import type { System } from './systems';

export interface Measured {
  readonly part: string;
  readonly system: System;
  readonly score: Score;
}

export interface Calibrated {
  readonly part: string;
  readonly error: number;
  readonly bins: readonly Bin[];
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const rate = ({ hit, of }: Rate): string => (of ? percent(hit / of) : '–');
const row = (...cells: (string | number)[]): string => `| ${cells.join(' | ')} |`;
const table = (head: string[], rows: string[]): string =>
  [row(...head), `|${head.map(() => '---').join('|')}|`, ...rows].join('\n');

export const overview = (measured: readonly Measured[]): string =>
  table(
    ['part (messages)', 'system', 'macro F1', 'violations found', 'clean messages accused', 'right words marked'],
    measured.map(({ part, system, score }) =>
      row(
        `${part} (${score.messages})`,
        system,
        macroF1(score).toFixed(3),
        rate(score.found),
        `${rate(score.alarms)} of ${score.alarms.of}`,
        rate(score.spans),
      ),
    ),
  );

export const perLabel = ({ part, system, score }: Measured): string =>
  `### ${part}, ${system}\n\n${table(
    ['label', 'messages', 'found', 'found wrongly', 'precision', 'recall', 'F1', 'right words marked'],
    CATEGORIES.map((category) => {
      const counts = score.labels[category];
      const { tp, fp, fn, spans } = counts;
      const shares = [percent(precision(counts)), percent(recall(counts)), f1(counts).toFixed(3), rate(spans)];
      return row(`\`${category}\``, tp + fn, tp, fp, ...shares);
    }),
  )}`;

export const bins = (calibrated: readonly Calibrated[]): string =>
  table(
    ['probability', ...calibrated.flatMap(({ part }) => [`${part}: guesses`, 'said on average', 'were right'])],
    (calibrated[0]?.bins ?? []).map((_, i) =>
      row(
        `${i / 10}–${(i + 1) / 10}`,
        ...calibrated.flatMap(({ bins }) => {
          const bin = bins[i];
          return bin?.count ? [bin.count, percent(bin.said), percent(bin.was)] : [0, '–', '–'];
        }),
      ),
    ),
  );

export const disguiseTable = (scores: readonly DisguiseScore[]): string =>
  table(
    ['disguise', 'goal', 'found still', 'of', 'right words marked', 'clean accused', 'as they were', 'of'],
    scores.map(({ kind, kept, spans, alarms, alarmsBefore }) => {
      const goal = GOALS[kind];
      const reached = goal === undefined ? '' : kept.hit >= goal * kept.of ? ' ✓' : ' ✗';
      return row(
        kind,
        goal === undefined ? '–' : `${100 * goal} %`,
        rate(kept) + reached,
        kept.of,
        rate(spans),
        rate(alarms),
        rate(alarmsBefore),
        alarms.of,
      );
    }),
  );

export function functionTable(results: readonly FunctionResult[]): string {
  const sum = (name: string, some: readonly FunctionResult[]) => {
    const add = (part: 'texts' | 'pairs', side: keyof Rate) => some.reduce((all, each) => all + each[part][side], 0);
    return row(name, `${add('texts', 'hit')}/${add('texts', 'of')}`, `${add('pairs', 'hit')}/${add('pairs', 'of')}`);
  };
  const groups = [...new Set(results.map(({ group }) => group))].flatMap((group) => {
    const own = results.filter((each) => each.group === group);
    return [sum(`**${group}** (${own.length})`, own), ...own.map((each) => sum(each.name, [each]))];
  });
  return table(
    ['function', 'texts told right', 'pairs with both right'],
    [...groups, sum(`**all** (${results.length})`, results)],
  );
}
