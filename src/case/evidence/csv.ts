import Papa from 'papaparse';
import type { ExplainedFinding } from '../../screen/explain';
import { type Content, current, type Entry } from '../types';

const COLUMNS = [
  '编号',
  '时间',
  '方向',
  '类型',
  '对方号码',
  '原文',
  '备注',
  '接通',
  '通话秒数',
  '判断',
  '依据',
  '内容SHA-256',
] as const;

const DIRECTION: Record<Content['direction'], string> = { in: '收到', out: '发出' };
const KIND: Record<Content['kind'], string> = { message: '消息', call: '通话' };
const VERDICT = { found: '有可能过线的话', verify: '需要自己核对', 'nothing-found': '没有发现' } as const;

/**
 * What a spreadsheet programme may take for a formula: it may strip blanks and what is not seen from the front, and read
 * the wide signs of Chinese keyboards as the narrow ones. The library's own pattern misses cells of several lines.
 * Beside it stand the numbers of senders that such a programme rounds (more than fifteen digits, shown as a power from
 * twelve on) or whose first zero it drops.
 */
const ALTERED = /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}\p{DI}]*[=+\-@＝＋－＠]|\d{12,}$|0\d+$)/u;

/** What accuses of something: what is lawful, and articles that only explain, are no grounds. */
const groundsOf = ({ level, law }: ExplainedFinding): string[] => {
  const article = level === 'lawful' ? undefined : law.find(({ explains }) => !explains);
  return article ? [`《${article.instrument.replace(/[《》]/g, '')}》${article.article ?? ''}`] : [];
};

const answeredOf = ({ kind, call }: Content): string =>
  kind !== 'call' ? '' : call ? (call.answered ? '是' : '否') : '没有记录';

/**
 * The entries as a table for a spreadsheet: UTF-8 with a byte order mark, so that spreadsheet programmes show Chinese.
 * A cell that begins like a formula gets an apostrophe in front: what a sender wrote never runs. So does a long number:
 * who called must still be read there.
 */
export function entriesAsCsv(entries: readonly Entry[]): string {
  const rows = entries.map((entry, at) => {
    const content = current(entry);
    const { at: time, direction, kind, sender, text, note, call } = content;
    const { verdict, findings } = entry.screening?.explanation ?? { verdict: undefined, findings: [] };
    return [
      at + 1,
      time ?? '',
      DIRECTION[direction],
      KIND[kind],
      sender ?? '',
      text,
      note,
      answeredOf(content),
      call?.seconds ?? '',
      verdict ? VERDICT[verdict] : '',
      [...new Set(findings.flatMap(groundsOf))].join('；'),
      entry.revisions[entry.revisions.length - 1]?.sha256 ?? '',
    ];
  });
  return `\uFEFF${Papa.unparse([[...COLUMNS], ...rows], { escapeFormulae: ALTERED })}\r\n`;
}
