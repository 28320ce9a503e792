import Papa from 'papaparse';
import { type Content, current, type Entry } from '../types';

const COLUMNS = ['编号', '时间', '方向', '类型', '对方号码', '原文', '备注', '判断', '依据', '内容SHA-256'] as const;

const DIRECTION: Record<Content['direction'], string> = { in: '收到', out: '发出' };
const KIND: Record<Content['kind'], string> = { message: '消息', call: '通话' };
const VERDICT = { found: '有可能过线的话', verify: '需要自己核对', 'nothing-found': '没有发现' } as const;

/**
 * What a spreadsheet programme may take for a formula: it may strip blanks and what is not seen from the front, and read
 * the wide signs of Chinese keyboards as the narrow ones. The library's own pattern misses cells of several lines.
 */
const FORMULA = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}\p{DI}]*[=+\-@＝＋－＠])/u;

/**
 * The entries as a table for a spreadsheet: UTF-8 with a byte order mark, so that spreadsheet programmes show Chinese.
 * A cell that begins like a formula gets an apostrophe in front: what a sender wrote never runs.
 */
export function entriesAsCsv(entries: readonly Entry[]): string {
  const rows = entries.map((entry, at) => {
    const { at: time, direction, kind, sender, text, note } = current(entry);
    const { verdict, findings } = entry.screening?.explanation ?? { verdict: undefined, findings: [] };
    const law = findings.flatMap(({ law: [first] }) => (first ? `《${first.instrument}》${first.article ?? ''}` : []));
    return [
      at + 1,
      time ?? '',
      DIRECTION[direction],
      KIND[kind],
      sender ?? '',
      text,
      note,
      verdict ? VERDICT[verdict] : '',
      [...new Set(law)].join('；'),
      entry.revisions[entry.revisions.length - 1]?.sha256 ?? '',
    ];
  });
  return `\uFEFF${Papa.unparse([[...COLUMNS], ...rows], { escapeFormulae: FORMULA })}\r\n`;
}
