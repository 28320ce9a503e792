import { attachmentPath } from '../../case/evidence/layout';
import { type Content, current, type Entry, isScreeningLost } from '../../case/types';
import type { ExplainedFinding } from '../../screen/explain';
import { timeInWords } from '../case/words';
import { citationOf, stanceOf } from '../result/describe';
import { segment } from '../result/segments';

const HOW = { paste: '检查后存入', import: '导入', manual: '手工记录' } as const;

interface Props {
  readonly entry: Entry;
  readonly number: number;
  readonly lostFiles: ReadonlySet<string>;
}

function Marked({ text, findings }: { text: string; findings: readonly ExplainedFinding[] }) {
  const places = findings.flatMap(({ passages }, at) => passages.map(({ start, end }) => ({ start, end, at })));
  return (
    <p class="message">
      {segment(text, places).map(({ text: part, findings: covering, ending }, key) =>
        covering.length ? (
          <span key={key}>
            <mark>{part}</mark>
            {[...new Set(ending.map((n) => (places[n]?.at ?? 0) + 1))].map((at) => (
              <sup key={at}>{at}</sup>
            ))}
          </span>
        ) : (
          part
        ),
      )}
    </p>
  );
}

function Reason({ finding, number }: { finding: ExplainedFinding; number: number }) {
  const [law] = finding.law;
  return (
    <li value={number}>
      <strong>{finding.title.zh}</strong>
      {finding.level === 'verify' && '（需要核对）'}
      {finding.readerOnly && '（没有固定说法匹配，由软件自动阅读判断，可能不准）'}：{finding.why.zh}
      {law && (
        <>
          {' '}
          {stanceOf(finding, law)}
          {citationOf(law, false)}（自{law.from}起）。前提：{law.threshold.zh}
        </>
      )}
    </li>
  );
}

function Where({ entry, lostFiles }: Pick<Props, 'entry' | 'lostFiles'>) {
  const { origin, revisions, attachments, screening } = entry;
  const file = origin.file && `${origin.file.name}${origin.file.row ? `第${origin.file.row}条` : ''}`;
  return (
    <p class="small">
      取得：{HOW[origin.how]}
      {file && `（${file}）`}，{timeInWords(origin.at)}。{screening && `按${screening.explanation.day}的规则检查。`}
      {screening?.explanation.readerFailed && '这次有一部分检查没能启动，看得出的会少一些。'}
      {isScreeningLost(entry) && '当时的检查结果损坏或被改动，读不出来，没有放入。'}
      {revisions.length > 1 && `更正过${revisions.length - 1}次，原来的内容仍保留在case.json。`}
      {attachments.map((attachment) => (
        <span key={attachment.id}>
          {' '}
          附件：
          {lostFiles.has(attachment.id)
            ? `${attachment.name}（损坏或被改动，读不出来，没有放入；`
            : `${attachmentPath(attachment)}（`}
          SHA-256 {attachment.sha256}）。
        </span>
      ))}{' '}
      内容SHA-256：<span class="hash">{revisions[revisions.length - 1]?.sha256}</span>
    </p>
  );
}

function callInWords({ direction, call }: Content): string {
  const answered = call ? (call.answered ? '接通' : '未接通') : '是否接通没有记录';
  const length = call?.seconds ? `，通话${call.seconds}秒` : '';
  return `${direction === 'in' ? '来电' : '去电'}（${answered}${length}）`;
}

/** One entry of the report: what came when and from whom, the marks, and why. */
export function ReportEntry({ entry, number, lostFiles }: Props) {
  const content = current(entry);
  const { kind, direction, text, sender, at, note } = content;
  const findings = (entry.screening?.explanation.findings ?? []).filter(({ level }) => level !== 'lawful');
  const what = kind === 'call' ? callInWords(content) : direction === 'in' ? '收到' : '发出';
  return (
    <article>
      <h3>
        {number}. {timeInWords(at)} · {what} · {sender ?? '号码未知'}
      </h3>
      {text && <Marked text={text} findings={findings} />}
      {note && <p>备注：{note}</p>}
      {findings.length > 0 && (
        <ol>
          {findings.map((finding, index) => (
            <Reason key={`${finding.rule} ${finding.level}`} finding={finding} number={index + 1} />
          ))}
        </ol>
      )}
      <Where entry={entry} lostFiles={lostFiles} />
    </article>
  );
}
