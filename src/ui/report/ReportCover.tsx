import { plausible } from '../../case/times';
import { current, isScreeningLost } from '../../case/types';
import { timeInWords } from '../case/words';
import type { ReportFacts } from './Report';

/** What the report is about, and what it is not. */
export function ReportCover({ bundle, madeAt, isMasked, unreadable = 0, lostFiles }: ReportFacts) {
  const days = bundle.entries.flatMap((entry) => plausible(current(entry).at)?.day ?? []);
  days.sort();
  const lost = bundle.entries.filter(isScreeningLost).length + (lostFiles?.size ?? 0);
  const { title, consent, lenderName } = bundle.case;
  return (
    <header>
      <h1>催收联系记录整理</h1>
      <p lang="en">Record of collection contacts (a copy, not a certificate)</p>
      <dl>
        <dt>案件</dt>
        <dd>{title}</dd>
        {lenderName && (
          <>
            <dt>合同上的机构</dt>
            <dd>{lenderName}</dd>
          </>
        )}
        <dt>时间范围</dt>
        <dd>{days.length ? `${days[0]} 至 ${days[days.length - 1]}` : '未填写'}</dd>
        <dt>条目</dt>
        <dd>
          {bundle.entries.length}
          {unreadable > 0 && `（另有${unreadable}条损坏或被改动，读不出来，没有放入）`}
          {lost > 0 && `（另有${lost}个附件或检查结果读不出来，没有放入，见各项）`}
        </dd>
        <dt>整理时间（本机时钟）</dt>
        <dd>{timeInWords(madeAt)}</dd>
        {consent && (
          <>
            <dt>代为整理</dt>
            <dd>{consent.note}</dd>
          </>
        )}
      </dl>
      <p class="note">
        这是副本，原件应当还在收到消息的手机里。说明文字里的「你」指收到消息的人。时间（北京时间）、号码和原文来自导入或填写，未经第三方核实。标出的文字和依据由软件按收到当天有效的规则给出，只供核查参考，不是法律意见，也不认定任何人违法。每项后面的SHA-256只用来发现之后的改动，不是可信时间戳。
        {isMasked &&
          '部分号码和姓名已遮盖（用*表示），附件没有放入；为了不让人反推出遮住的号码，编号和SHA-256是按遮盖后的文字重新计算的。'}
      </p>
    </header>
  );
}
