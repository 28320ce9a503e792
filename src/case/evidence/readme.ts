import { readable } from '../times';

/** Whoever reads it elsewhere has no use for UTC: everything else in the archive is told in Beijing time. */
function inBeijing(at: string): string {
  const time = readable(at);
  if (time?.minutes === undefined) return at;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${time.day} ${two(Math.floor(time.minutes / 60))}:${two(time.minutes % 60)}`;
}

/**
 * What stands in the archive's README: what this is, and what it is not. Chinese first.
 *
 * @param madeAt ISO 8601 with offset
 */
export const evidenceReadme = (madeAt: string): string => `催收鉴 · 证据整理
导出时间（北京时间，按本机时钟）：${inBeijing(madeAt)}

这是什么
- report.html：可以打印的报告，用浏览器打开；messages.csv：表格；case.json：全部内容，供以后在催收鉴里恢复。
- attachments：你附上的文件；originals：导入时的原始文件（只有你选择保留时才有）。
- manifest.json：以上每个文件的SHA-256。

请记住
- 这是副本。原件在收到它们的手机里，请不要删除、修改原短信，也不要恢复出厂设置。
- 哈希只说明「从导出到现在有没有被改动」。整理的人可以重新生成一份，所以它不是公证，不是可信时间戳，也不能证明是谁发的。
- 时间、号码、原文来自你的导入或填写，没有经过第三方核实。
- 报告里标出的话和依据只供参考，不是法律意见，是否违法由有权机关认定。
- 里面可能有别人的信息。只交给需要它的机构或帮助你的人，用完请妥善保管或删除。

怎样核对
在催收鉴的工作台打开「案件」，用「核对或恢复证据文件」选择这个ZIP，或者自己计算每个文件的SHA-256与manifest.json比较。
manifest.json自身的SHA-256（「指纹」）导出时显示过一次，请抄在别处。

----

DunCheck · evidence file
Made at (Beijing time, by the clock of this device): ${inBeijing(madeAt)}

What it is: report.html can be printed, messages.csv is a table, case.json restores the case in DunCheck; attachments
and originals hold files as they were; manifest.json lists the SHA-256 of each.

Please note: this is a copy; the originals are on the phone that received them. Please do not delete or change the
messages there, and do not reset it. The hashes show changes since the export, nothing more: whoever made the file could
make another, so it is no notarisation, no certified time stamp and no proof of who sent a message. Times, numbers and
words are as imported or typed and were verified by nobody. The marks and articles are information, not legal advice;
whether anything is unlawful is for the authorities to decide. Other people's data may be inside: give it only to
those who need it or who help you, and then keep it safe or delete it.

To check it: open “Cases” in DunCheck's workspace and choose this ZIP under “Check or restore an evidence file”, or work
out the SHA-256 of each file and compare it with manifest.json. The SHA-256 of manifest.json itself (the “fingerprint”)
was shown once, after the export: keep it written down elsewhere.
`;
