import type { Bundle } from '../../case/evidence/layout';
import { current, type Entry } from '../../case/types';
import { type DayCount, DaysChart } from '../case/DaysChart';
import { ReportEntry } from './ReportEntry';

export interface ReportFacts {
  readonly bundle: Pick<Bundle, 'case' | 'entries' | 'sent' | 'originals'>;
  readonly days: readonly DayCount[];
  /** ISO 8601 with offset, by the clock of the device. */
  readonly madeAt: string;
  /** Other people's numbers and names are hidden. */
  readonly isMasked?: boolean;
  /** Names of the channels, by id. */
  readonly channelName: (id: string) => string;
}

const counted = (values: readonly string[]): [string, number][] => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
};

/** Violations that a fixed rule found; what is uncertain is counted apart. */
const kindsOf = (entries: readonly Entry[], level: 'violation' | 'verify'): string[] =>
  entries.flatMap(({ screening }) => [
    ...new Set(
      (screening?.explanation.findings ?? [])
        .filter((finding) => finding.level === level)
        .map(({ category, title }) => (category ?? title).zh),
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

function Cover({ bundle, madeAt, isMasked }: ReportFacts) {
  const times = bundle.entries.flatMap(({ revisions }) => current({ revisions }).at ?? []).sort();
  return (
    <header>
      <h1>催收联系记录整理</h1>
      <p lang="en">Record of collection contacts (a copy, not a certificate)</p>
      <dl>
        <dt>案件</dt>
        <dd>{bundle.case.title}</dd>
        <dt>时间范围</dt>
        <dd>{times.length ? `${times[0]?.slice(0, 10)} 至 ${times[times.length - 1]?.slice(0, 10)}` : '未填写'}</dd>
        <dt>条目</dt>
        <dd>{bundle.entries.length}</dd>
        <dt>整理时间（本机时钟）</dt>
        <dd>{madeAt}</dd>
        {bundle.case.consent && (
          <>
            <dt>代为整理</dt>
            <dd>{bundle.case.consent.note}</dd>
          </>
        )}
      </dl>
      <p class="note">
        这是副本，原件保存在收到消息的手机里。时间、号码和原文来自导入或填写，未经第三方核实。标出的文字和依据由软件按整理当日的规则给出，只供核查参考，不是法律意见，也不认定任何人违法。每项后面的SHA-256只用来发现导出之后的改动，不是可信时间戳。
        {isMasked && '部分号码和姓名已遮盖（用*表示），SHA-256是遮盖之前原文的，附件没有放入。'}
      </p>
    </header>
  );
}

/** The printable report of a case, in Chinese: those who receive it read Chinese. Static text and one picture, no script. */
export function Report(facts: ReportFacts) {
  const { bundle, days, channelName } = facts;
  const { entries, sent } = bundle;
  const nights = days.reduce((sum, { night }) => sum + night, 0);
  return (
    <main>
      <Cover {...facts} />
      <section>
        <h2>概览</h2>
        <div class="tables">
          <Counts title="可能过了线的内容（按消息条数）" rows={counted(kindsOf(entries, 'violation'))} />
          <Counts title="需要核对的内容（按消息条数）" rows={counted(kindsOf(entries, 'verify'))} />
          <Counts
            title="对方号码（收到的条目数）"
            rows={counted(
              entries.flatMap((entry) => {
                const { direction, sender } = current(entry);
                return direction === 'in' ? [sender ?? '未知'] : [];
              }),
            )}
          />
        </div>
        {days.length > 0 && (
          <>
            <DaysChart
              days={days}
              label={`每天收到的条目数，共${days.length}天，其中夜间${nights}条`}
              dayLabel="8:00至22:00"
              nightLabel="22:00至次日8:00"
            />
            <p class="small">
              22:00至次日8:00的联系：没有约定或同意的，按推荐性国家标准和行业规范不应进行（不是法律条文）。次数标准只针对电话，不针对短信。
            </p>
          </>
        )}
      </section>
      <section>
        <h2>逐项记录</h2>
        {entries.map((entry, at) => (
          <ReportEntry key={entry.id} entry={entry} number={at + 1} />
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
