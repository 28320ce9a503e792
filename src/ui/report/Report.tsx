import type { Bundle } from '../../case/evidence/layout';
import type { HistoryFinding } from '../../case/history';
import { normalizeSender } from '../../case/sender';
import { current, type Entry } from '../../case/types';
import type { ExplainedFinding } from '../../screen/explain';
import { type DayCount, DaysChart } from '../case/DaysChart';
import { ReportCover } from './ReportCover';
import { ReportEntry } from './ReportEntry';
import { ReportHistory } from './ReportHistory';

export interface ReportFacts {
  readonly bundle: Pick<Bundle, 'case' | 'entries' | 'sent' | 'originals'>;
  readonly days: readonly DayCount[];
  /** ISO 8601 with offset, by the clock of the device. */
  readonly madeAt: string;
  /** Other people's numbers and names are hidden. */
  readonly isMasked?: boolean;
  /** Records that could not be read and are therefore not in it. */
  readonly unreadable?: number;
  /** Ids of files that could not be read and are therefore not in it. */
  readonly lostFiles?: ReadonlySet<string>;
  /** What a bar of the picture stands for. */
  readonly period?: 'day' | 'week';
  readonly history?: readonly HistoryFinding[];
  /** Names of the channels, by id. */
  readonly channelName: (id: string) => string;
}

const counted = (values: readonly string[]): [string, number][] => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
};

/** Violations that a fixed rule found: only these are counted without a word of doubt. */
const isSure = ({ level, readerOnly }: ExplainedFinding): boolean => level === 'violation' && !readerOnly;
const isUnsure = (finding: ExplainedFinding): boolean => finding.level !== 'lawful' && !isSure(finding);

const kindsOf = (entries: readonly Entry[], counts: (finding: ExplainedFinding) => boolean): string[] =>
  entries.flatMap(({ screening }) => [
    ...new Set(
      (screening?.explanation.findings ?? []).filter(counts).map(({ category, title }) => (category ?? title).zh),
    ),
  ]);

function Counts({ title, rows }: { title: string; rows: [string, number][] }) {
  if (!rows.length) return null;
  return (
    <table>
      <caption>{title}</caption>
      <tbody>
        {rows.map(([name, count]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The printable report of a case, in Chinese: those who receive it read Chinese. Static text and one picture, no script. */
export function Report(facts: ReportFacts) {
  const { bundle, days, channelName, history = [], period = 'day', lostFiles = new Set<string>() } = facts;
  const { entries, sent } = bundle;
  const nights = days.reduce((sum, { night }) => sum + night, 0);
  return (
    <main>
      <ReportCover {...facts} />
      <section>
        <h2>概览</h2>
        <div class="tables">
          <Counts title="可能过线的内容（按消息条数）" rows={counted(kindsOf(entries, isSure))} />
          <Counts title="需要核对的内容（按消息条数）" rows={counted(kindsOf(entries, isUnsure))} />
          <Counts
            title="对方号码（收到的条目数）"
            rows={counted(
              entries.flatMap((entry) => {
                const { direction, sender } = current(entry);
                return direction === 'in' ? [normalizeSender(sender) ?? '未知'] : [];
              }),
            )}
          />
        </div>
        {days.length > 0 && (
          <>
            <DaysChart
              days={days}
              label={`${period === 'day' ? '每天' : '每周'}收到的条目数，共${days.length}${period === 'day' ? '天' : '周'}，其中夜间${nights}条`}
              dayLabel="8:00至22:00"
              nightLabel="22:00至次日8:00"
            />
            <p class="small">
              {period === 'day' ? '每根柱子是一天。' : '每根柱子是从所标日期（星期一）起的一周。'}
              22:00至次日8:00的联系：没有约定或同意的，按推荐性国家标准和行业规范不应进行（不是法律条文）。次数标准只针对电话，不针对短信。
            </p>
          </>
        )}
      </section>
      <ReportHistory findings={history} />
      <section>
        <h2>逐项记录</h2>
        {entries.map((entry, at) => (
          <ReportEntry key={entry.id} entry={entry} number={at + 1} lostFiles={lostFiles} />
        ))}
      </section>
      {sent.length > 0 && (
        <section>
          <h2>投诉与答复</h2>
          {sent.map(({ id, channel, day, ticket, answer }) => (
            <p key={id}>
              {day} · {channelName(channel)} · 编号：{ticket || '未填写'} · 答复：{answer || '尚无'}
            </p>
          ))}
        </section>
      )}
    </main>
  );
}
