import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { screener } from '../../check/screener';
import { knowledge } from '../../knowledge';
import { draftFiles } from '../../knowledge/drafts';
import { explain } from '../../screen/explain';
import type { Content } from '../types';
import { textAsDocx } from './docx';
import { chosenByDefault, type DraftFacts, draftAsText, mayBeChosen, ownWords, writeDraft } from './index';

function incident(text: string, at?: string, sender = '10690000123456') {
  const message = { text, sender, ...(at && { receivedAt: at }) };
  const { findings } = explain(message, screener.screen(message, '2026-11-22'), knowledge);
  const content: Content = { kind: 'message', direction: 'in', text, sender, note: '', ...(at && { at }) };
  return { content, findings: findings.filter(chosenByDefault) };
}

const facts = (over: Partial<DraftFacts> = {}): DraftFacts => ({
  given: { name: '张三', phone: '13800000000', lenderName: '某某银行股份有限公司' },
  role: 'debtor',
  incidents: [
    incident('再不还钱就打断你的腿', '2026-03-02T22:30:00+08:00'),
    incident('明天就把你欠钱的事告诉你通讯录里所有人', '2026-03-01T09:05:00+08:00'),
  ],
  requests: ['stop', 'written'],
  earlier: [],
  attachments: ['截图1.png'],
  nightNotAgreed: false,
  ...over,
});

const file = (channel: string) => draftFiles.find((each) => each.channel === channel) as (typeof draftFiles)[number];
const text = (channel: string, given: DraftFacts) => draftAsText(writeDraft(file(channel), given));

describe.each(draftFiles.map((each) => [each.channel, each] as const))('%s', (channel, draft) => {
  it('exists as a channel, and asks only for facts that it uses', () => {
    expect(knowledge.channels).toHaveProperty([channel]);
    const marked = Object.fromEntries(draft.facts.map((fact) => [fact, `<${fact}>`]));
    const written = text(channel, facts({ given: marked }));
    for (const fact of draft.facts) expect(written, fact).toContain(`<${fact}>`);
  });

  it('writes what can be ticked as a request', () => {
    const written = text(channel, facts({ requests: draft.requests.map(({ id }) => id) }));
    for (const request of draft.requests) expect(written).toContain(request.text);
  });

  it('quotes the exact words with time and number, oldest first', () => {
    const written = text(channel, facts());
    const first = written.indexOf('1. 2026年3月1日09:05');
    const second = written.indexOf('2. 2026年3月2日22:30');
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(first);
    expect(written).toContain('「再不还钱就打断你的腿」');
    expect(written).toContain('10690000123456');
  });

  it('never admits, promises, threatens, or judges', () => {
    const given = facts({ given: Object.fromEntries(draft.facts.map((fact) => [fact, '甲'])) });
    const own = text(channel, given).replace(/「[^」]*」/g, '');
    expect(own).not.toMatch(/我会还|愿意还|承诺还|尽快还|欠款属实|我欠|分期偿还|保证还/);
    expect(own).not.toMatch(/否则|不然我|曝光|起诉你|骗子|诈骗团伙|犯罪|违法行为人|是假的/);
  });

  it('leaves every missing fact as a visible blank', () => {
    const { blanks } = writeDraft(draft, facts({ given: {}, incidents: [], requests: [] }));
    expect(blanks.length).toBeGreaterThan(0);
    for (const each of blanks) expect(each).toMatch(/^【请填写：.+】$/);
  });
});

describe('what goes in', () => {
  it('different facts make different drafts', () => {
    const one = text('institution', facts());
    expect(text('institution', facts({ role: 'not-me' }))).not.toBe(one);
    expect(text('institution', facts({ requests: ['replace'] }))).not.toBe(one);
    expect(text('institution', facts({ incidents: [incident('你这个不要脸的老赖')] }))).not.toBe(one);
  });

  it.each(['family', 'other', 'not-me'] as const)(
    '%s: what was given of the contract is written, and nothing else',
    (role) => {
      const contract = { contract: 'HT-2025-001', received: '9000元', claimed: '15000元' };
      const own = facts().given;
      const some = writeDraft(file('institution'), facts({ role, given: { ...own, ...contract } }));
      const loan = some.sections.find(({ part }) => part === 'loan');
      expect(loan?.lines).toEqual(['编号：HT-2025-001；实际到手：9000元；对方主张：15000元。']);
      const none = text('institution', facts({ role, given: { ...own, contract: ' ' } }));
      expect(none).toContain('我不掌握合同信息。');
    },
  );

  it('a guarantor is not made to say what he was called', () => {
    const written = text('institution', facts({ role: 'guarantor-or-co-borrower' }));
    expect(written).toContain('对方以担保人或共同借款人的身份联系我；本材料对此不作确认。');
    expect(written).not.toMatch(/对方称我是|尚未核对/);
  });

  it('a day without an hour begins at midnight in China; a time that is none is a blank, and last', () => {
    const threat = '再不还钱就打断你的腿';
    const ats = ['昨天', '2026-03-01T07:00:00+08:00', '2026-03-01'];
    const incidents = ats.map((at) => ({ ...incident(threat), content: { ...incident(threat).content, at } }));
    const written = text('institution', facts({ incidents }));
    expect(written).toMatch(/1\. 2026年3月1日，.*2\. 2026年3月1日07:00，.*3\. 【请填写：时间】，/s);
  });

  it('findings that need a check or rest on the reader alone stay out by default, lawful ones always', () => {
    const message = { text: '我行保留起诉的权利' };
    const { findings } = explain(message, screener.screen(message, '2026-11-22'), knowledge);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.some(mayBeChosen)).toBe(false);
    const [finding] = incident('再不还钱就打断你的腿').findings;
    if (!finding) throw new Error('no finding');
    expect(chosenByDefault(finding)).toBe(true);
    expect(chosenByDefault({ ...finding, readerOnly: true })).toBe(false);
    expect(chosenByDefault({ ...finding, level: 'verify' })).toBe(false);
  });

  it('what the user added though it is uncertain is named as uncertain', () => {
    const added = incident('再不还钱就打断你的腿', '2026-03-01');
    const unsure = { ...added, findings: added.findings.map((finding) => ({ ...finding, readerOnly: true })) };
    expect(text('police-station', facts({ incidents: [unsure] }))).toContain('我不能确定');
  });

  it('night contact is named only where the user says that he never agreed', () => {
    expect(text('institution', facts())).not.toContain('没有同意过');
    expect(text('institution', facts({ nightNotAgreed: true }))).toContain('第2项在22:00至次日8:00之间');
  });

  it('a standard is called a standard, and no crime is named', () => {
    const written = text('institution', facts());
    expect(written).not.toContain('刑法');
    expect(written).toMatch(/请核查是否(违反|符合)《/);
  });

  it('a message in the reporting of spam is given whole, whatever its length', () => {
    const long = `${'请尽快处理您的账单。'.repeat(40)}再不还钱就打断你的腿`;
    const incidents = [{ ...incident(long, '2026-03-01T10:00:00+08:00'), hasFiles: true }];
    expect(text('spam-12321', facts({ incidents }))).toContain(long);
    expect(text('institution', facts({ incidents }))).not.toContain(long);
    expect(text('institution', facts({ incidents }))).toContain('（全文见附件）');
  });

  it('a long message without a file is given whole: no attachment is named that is not there', () => {
    const long = `${'请尽快处理您的账单。'.repeat(40)}再不还钱就打断你的腿`;
    const written = text('institution', facts({ incidents: [incident(long, '2026-03-01T10:00:00+08:00')] }));
    expect(written).toContain(long);
    expect(written).not.toContain('见附件');
  });

  it('words of the user’s own stay out until he wants them in', () => {
    const own = '我承认欠款，月底一定还清2000元';
    const note = '我答应下周先还500';
    const contents: Content[] = [
      { kind: 'message', direction: 'out', text: own, sender: '1069', at: '2026-03-02', note: '' },
      { kind: 'call', direction: 'in', text: '', sender: '1069', at: '2026-03-03', call: { answered: true }, note },
    ];
    const incidents = contents.map((content) => ({ content, findings: [] }));
    for (const { channel } of draftFiles) {
      const written = text(channel, facts({ incidents }));
      expect(written, channel).not.toMatch(/承认欠款|答应/);
      expect(written, channel).toMatch(/2026年3月2日，我回复过1069（内容略）/);
      expect(written, channel).toMatch(/2026年3月3日，来电1069（接通）\n/);
      const chosen = text(channel, facts({ incidents: incidents.map((each) => ({ ...each, quotesOwn: true })) }));
      expect(chosen, channel).toContain(`我回复1069：「${own}」`);
      expect(chosen, channel).toContain(`来电1069（接通）：${note}`);
    }
    const stop: Content = { ...(contents[0] as Content), text: '请不要再联系我', stop: true };
    expect(text('institution', facts({ incidents: [{ content: stop, findings: [] }] }))).toContain(
      '我回复过1069，要求停止联系（内容略）',
    );
    expect(contents.map(ownWords)).toEqual([own, note]);
    expect(ownWords(incident('再不还钱就打断你的腿').content)).toBe('');
  });

  it('an earlier complaint is named with the office that got it', () => {
    const earlier = [{ day: '2026-02-01', ticket: 'A1', answer: '', office: '12345政务服务便民热线' }];
    expect(text('institution', facts({ earlier }))).toContain('2026-02-01，12345政务服务便民热线，编号A1，尚无答复。');
  });
});

async function wordXml(words: string): Promise<string> {
  const files = unzipSync(new Uint8Array(await (await textAsDocx(words)).arrayBuffer()));
  return strFromU8(files['word/document.xml'] as Uint8Array);
}

it('the Word document holds the same words, blanks marked', async () => {
  const draft = writeDraft(file('institution'), facts({ given: {} }));
  const xml = await wordXml(draftAsText(draft));
  const words = xml.replace(/<[^>]+>/g, '');
  for (const { lines } of draft.sections) for (const line of lines) expect(words).toContain(line);
  expect(xml).toContain('w:highlight w:val="yellow"');
});

it('a blank line in a quoted message begins no part of the Word document', async () => {
  const quoted = '再不还钱就打断你的腿\r\n\r\n【请填写：姓名】后果自负\n请求\n\n最后通知';
  const draft = writeDraft(file('institution'), facts({ incidents: [incident(quoted)] }));
  const xml = await wordXml(draftAsText(draft));
  const paragraphs = xml.match(/<w:p\/>|<w:p>.*?<\/w:p>/g) ?? [];
  const wordsOf = (paragraph: string) => paragraph.replace(/<[^>]+>/g, '');
  const headings = paragraphs.filter((each) => each.includes('w:val="Heading2"')).map(wordsOf);
  expect(headings).toEqual(draft.sections.map(({ heading }) => heading));
  const [after = ''] = paragraphs.filter((each) => each.includes('后果自负'));
  expect(after).toContain('w:highlight w:val="yellow"');
  expect(paragraphs.map(wordsOf).join('\n')).toContain('打断你的腿\n\n【请填写：姓名】后果自负\n请求\n\n最后通知');
});

it('a blank in the first line of the Word document is marked, too', async () => {
  expect(await wordXml('关于【请填写：姓名】的反映')).toContain('w:highlight w:val="yellow"');
});

it('what XML does not allow keeps no Word document from being opened', async () => {
  const odd = ['\u0000', '\u000b', '\u001b', '\ufffe', '\uffff', '\ud800'];
  const words = `关于某某${odd.join('')}的反映\n\n原文：还${odd.join('')}钱\t😀`;
  const files = unzipSync(new Uint8Array(await (await textAsDocx(words)).arrayBuffer()));
  for (const path of ['word/document.xml', 'docProps/core.xml']) {
    const xml = strFromU8(files[path] as Uint8Array);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML does not allow
    expect(xml, path).not.toMatch(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|&#x?(?:0|b|11|1b|27|fffe|ffff|d800);/i);
    expect(xml, path).toContain('\ufffd'.repeat(odd.length));
  }
  expect(await wordXml(words)).toContain('钱\t😀');
});
