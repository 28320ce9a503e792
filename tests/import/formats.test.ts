import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { preview } from '../../src/intake/import/preview';
import { brief, readText, write } from './files';
import { workbook } from './workbook';

const NIGHT = '2026-01-03T22:10:05+08:00';

describe('SMS Backup & Restore', () => {
  const file = `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<!--File Created By SMS Backup & Restore-->
<?xml-stylesheet type="text/xsl" href="sms.xsl"?>
<smses count="7" backup_set="x" backup_date="1767449405000">
  <sms address="+86 138 0000 1111" date="1767449405123" type="1" body="还款&#55357;&#56832;&#10;A &amp; B &lt;i&gt;" contact_name="(Unknown)" />
  <sms address="13800001111" date="1767449406000" type="2" body="请不要再打了" contact_name="老周" />
  <sms address="13800001111" date="1767449407000" type="3" body="草稿" />
  <sms address="13800001111" date="1767449408000" type="1" body="" />
  <mms date="1767449409000" msg_box="1" address="1~2" contact_name="null"><parts>
    <part ct="application/smil" text="&lt;smil/&gt;" /><part ct="image/jpeg" data="AAAA" text="null" />
    <part ct="text/plain" text="第一段" /><part ct="text/plain" text="第二段" />
  </parts><addrs><addr address="insert-address-token" type="151" /><addr address="106900001" type="137" /></addrs></mms>
  <sms address="null" date="0" type="1" body="没有时间" />
  <sms address="1" date="1767449409000" type="99" body="不知方向" />
</smses>`;

  it('messages, MMS, drafts, and what is wrong', async () => {
    const outcome = await readText('sms.xml', file);
    expect(brief(outcome)).toEqual([
      ['in', '+86 138 0000 1111', NIGHT, '还款😀\nA & B <i>'],
      ['out', '13800001111', '2026-01-03T22:10:06+08:00', '请不要再打了'],
      ['in', '106900001', '2026-01-03T22:10:09+08:00', '第一段\n第二段'],
      ['in', undefined, undefined, '没有时间'],
    ]);
    expect(outcome.rows.map(({ row, name }) => [row, name])).toEqual([
      [1, undefined],
      [2, '老周'],
      [5, undefined],
      [6, undefined],
    ]);
    expect(outcome.bad).toEqual([
      { row: 6, code: 'date-unreadable', kept: true },
      { row: 7, code: 'direction-unknown', kept: false },
    ]);
    expect(outcome.report).toMatchObject({ format: 'sms-xml', rows: 4, skipped: { 'no-text': 1, 'not-sent': 1 } });
  });

  it('an MMS has the words of its subject, also where it has no others', async () => {
    const mms = (sub: string, part: string) =>
      `<mms date="1767449405000" msg_box="1" address="106900001" sub="${sub}"><parts>${part}</parts></mms>`;
    const picture = '<part ct="image/jpeg" data="AAAA" text="null" />';
    const words = '<part ct="text/plain" text="见图" />';
    const all = [mms('律师函：限今日还款', picture), mms('最后通知', words), mms('null', words), mms('null', picture)];
    const outcome = await readText('mms.xml', `<smses>${all.join('')}</smses>`);
    expect(outcome.rows.map(({ content }) => content.text)).toEqual(['律师函：限今日还款', '最后通知\n见图', '见图']);
    expect(outcome.report?.skipped['no-text']).toBe(1);
  });

  it('calls', async () => {
    const { rows } = await readText(
      'calls.xml',
      `<calls count="3"><call number="13800001111" duration="83" date="1767449405000" type="1" contact_name="老周" />
       <call number="-1" duration="0" date="1767449405000" type="3" /><call number="1" duration="5" date="1767449405000" type="2" /></calls>`,
    );
    expect(rows.map(({ content }) => [content.kind, content.direction, content.sender, content.call])).toEqual([
      ['call', 'in', '13800001111', { answered: true, seconds: 83 }],
      ['call', 'in', undefined, { answered: false, seconds: 0 }],
      ['call', 'out', '1', { answered: true, seconds: 5 }],
    ]);
    const bare = await readText('bare.xml', '<calls><call number="1" date="1767449405000" type="1" /></calls>');
    expect(bare.rows.map(({ content }) => content.call)).toEqual([undefined]);
  });
});

describe('tables', () => {
  it('quotes, line ends in cells, other delimiters, and rows that cannot be read', async () => {
    const outcome = await readText(
      'table.csv',
      '时间;对方号码;短信内容;收发类型\r\n2026/1/3 22:10:05;106900001;"今天；""还款""\r\n不然;起诉";接收\r\n昨天;1;你好;发送\r\n2026-01-04;1;早;转发\r\n\r\n2026-01-04;1;;接收\r\n',
    );
    expect(brief(outcome)).toEqual([
      ['in', '106900001', NIGHT, '今天；"还款"\r\n不然;起诉'],
      ['out', '1', undefined, '你好'],
    ]);
    expect(outcome.bad).toEqual([
      { row: 3, code: 'date-unreadable', kept: true },
      { row: 4, code: 'direction-unknown', kept: false },
    ]);
    expect(outcome.report?.skipped['no-text']).toBe(1);
  });

  it('a mapping by the user wins, and may demand a time', async () => {
    const outcome = await readText('own.csv', 'a,b,c\n2026-01-03 22:10:05,还款,小李\n无,还款,小李\n', {
      mapping: { kind: 'message', skipRows: 1, columns: { at: 0, text: 1, name: 2 }, needsTime: true },
    });
    expect(brief(outcome)).toEqual([['in', '小李', NIGHT, '还款']]);
    expect(outcome.bad).toEqual([{ row: 3, code: 'date-unreadable', kept: false }]);
  });

  it('shows before the import what it takes the columns for', async () => {
    const file = await write('see.tsv', 'Date\tPhone Number\tMessage\n2026-01-03 22:10:05\t10690\t还款\n');
    expect(await preview(file)).toEqual({
      format: 'csv',
      columns: ['Date', 'Phone Number', 'Message'],
      lines: ['Date\tPhone Number\tMessage', '2026-01-03 22:10:05\t10690\t还款'],
      sample: [['2026-01-03 22:10:05', '10690', '还款']],
      guess: { kind: 'message', skipRows: 1, columns: { at: 0, sender: 1, text: 2 } },
    });
    const unknown = await preview(await write('odd.csv', 'x,y\n1,2\n'));
    expect(unknown.guess).toBeUndefined();
    expect(unknown.sample).toEqual([
      ['x', 'y'],
      ['1', '2'],
    ]);
  });

  const calls = [
    ['XX公司通话详单'],
    ['客户号码', '13900000000'],
    ['序号', '通话起始时间', '通话地点', '呼叫类型', '对方号码', '通话时长'],
    ['1', '2026-01-03 22:10:05', '本地', '国内被叫', '02100001111', '00:01:23'],
    ['2', '2026-01-03 22:15:00', '本地', '被叫', '02100001111', '0秒'],
    ['3', '2026-01-03 22:20:00', '本地', '主叫', '10086', '1分3秒'],
  ];
  const expected = [
    ['call', 'in', '02100001111', NIGHT, { answered: true, seconds: 83 }],
    ['call', 'in', '02100001111', '2026-01-03T22:15:00+08:00', { answered: false, seconds: 0 }],
    ['call', 'out', '10086', '2026-01-03T22:20:00+08:00', { answered: true, seconds: 63 }],
  ];
  it.each([
    ['CSV', 'list.csv', calls.map((row) => row.join(',')).join('\n')],
    ['XLSX', 'list.xlsx', workbook(calls)],
    ['XLSX with another name', 'list.txt', workbook(calls)],
  ])("a carrier's list of calls as %s", async (_name, name, content) => {
    const { rows } = await readText(name, content);
    expect(
      rows.map(({ content: { kind, direction, sender, at, call } }) => [kind, direction, sender, at, call]),
    ).toEqual(expected);
    expect(rows[0]?.row).toBe(4);
  });

  it('times that a spreadsheet keeps as numbers of days', async () => {
    // 46025.92366898148 is 2026-01-03 22:10:05; style 1 shows it as a date.
    const rows = [
      ['时间', '号码', '内容'],
      [{ value: 46025.92366898148, style: 1 }, '1', 'a'],
      ['46025.92366898148', '2', 'b'],
    ];
    expect(brief(await readText('dates.xlsx', workbook(rows)))).toEqual([
      ['in', '1', NIGHT, 'a'],
      ['in', '2', NIGHT, 'b'],
    ]);
  });

  it('a ZIP without a sheet is no table', async () => {
    const zip = zipSync({ 'sms.xml': strToU8('<smses/>') });
    expect((await readText('a.zip', zip)).error).toBe('not-a-table');
  });
});

describe('JSON lines', () => {
  it('as the command line takes them, and with the names of others', async () => {
    const outcome = await readText(
      'm.jsonl',
      [
        { id: 1, text: '还款', receivedAt: '2026-01-03T14:10:05Z', sender: '10690' },
        { body: '还款', date: 1767449405000, address: '+8613800001111', type: 2 },
        { date: 1 },
        { text: '还款', date: '某天' },
      ]
        .map((each) => JSON.stringify(each))
        .join('\n')
        .concat('\n{broken\n[1]\n'),
    );
    expect(brief(outcome)).toEqual([
      ['in', '10690', NIGHT, '还款'],
      ['out', '+8613800001111', NIGHT, '还款'],
      ['in', undefined, undefined, '还款'],
    ]);
    expect(outcome.bad.map(({ row, code, kept }) => [row, code, kept])).toEqual([
      [3, 'no-text-field', false],
      [4, 'date-unreadable', true],
      [5, 'broken', false],
      [6, 'broken', false],
    ]);
  });
});

describe('chats', () => {
  it.each([
    ['WeChat', '张三 2026/1/3 22:10\n还钱\n快点\n\n我 2026年1月3日 晚上10:11\n下周\n'],
    ['WeChat with weekday', '张三 2026年1月3日 星期六 22:10\n还钱\n快点\n我 2026-01-03 22:11\n下周\n'],
    [
      'QQ',
      '消息记录（此消息记录为文本格式）\n\n消息对象:张三\n====\n\n2026-01-03 22:10:00 张三(12345)\n还钱\n快点\n\n2026-01-03 22:11:00 我(99999)\n下周\n',
    ],
    ['QQ with half days', '2026-1-3 下午 10:10:00 张三<a@b.cn>\n还钱\n快点\n2026-1-3 下午 10:11:00 我(99999)\n下周\n'],
    ['time lines with names below', '2026年1月3日 22:10\n张三:\n还钱\n快点\n2026年1月3日 22:11\n我：\n下周\n'],
  ])('%s', async (_name, text) => {
    expect(brief(await readText('chat.txt', text))).toEqual([
      ['in', '张三', '2026-01-03T22:10:00+08:00', '还钱\n快点'],
      ['out', undefined, '2026-01-03T22:11:00+08:00', '下周'],
    ]);
  });

  it('a day that is not written stays unknown, and the own name may be another', async () => {
    const outcome = await readText('near.txt', '张三 昨天 22:10\n还钱\n小王 2026/1/4 9:00\n好\n', { self: ['小王'] });
    expect(brief(outcome)).toEqual([
      ['in', '张三', undefined, '还钱'],
      ['out', undefined, '2026-01-04T09:00:00+08:00', '好'],
    ]);
    expect(outcome.bad).toEqual([{ row: 1, code: 'date-unreadable', kept: true }]);
    expect((await preview(await write('near2.txt', '张三 昨天 22:10\n还钱\n小王 9:00\n好\n'))).names).toEqual([
      '张三',
      '小王',
    ]);
  });

  it('lines of messages that have a clock stay words', async () => {
    const body = ['您的账单已逾期', '最后还款时间 2026-01-04 18:00', '砍死全家 22:30', '看着办'];
    const outcome = await readText(
      'body.txt',
      [
        ...['小李 2026/1/3 22:10', ...body, '我 2026/1/3 22:11', '好', '小李 2026/1/3 22:12', '限你今天 18:00'],
        ...['小李 2026/1/3 22:13', '18:00', ''],
      ].join('\n'),
    );
    expect(brief(outcome)).toEqual([
      ['in', '小李', '2026-01-03T22:10:00+08:00', body.join('\n')],
      ['out', undefined, '2026-01-03T22:11:00+08:00', '好'],
      ['in', '小李', '2026-01-03T22:12:00+08:00', '限你今天 18:00'],
      ['in', '小李', '2026-01-03T22:13:00+08:00', '18:00'],
    ]);
    expect(outcome.bad).toEqual([3, 4, 9].map((row) => ({ row, code: 'doubtful-heading', kept: false })));
  });

  it.each([
    ['an account', '2026-01-03 22:10:05 催收王(123456)', '2026-01-03 22:11:05 不忘初心(99887)', ''],
    ['a blank line', '小李 2026/1/3 22:10', '我的昵称 2026/1/3 22:11', '\n'],
  ])('a name that sounds like words is one by %s', async (_name, other, own, gap) => {
    const self = ['不忘初心', '我的昵称'];
    const text = `${other}\n还钱\n${gap}${own}\n我没有借过，别再发了\n`;
    const { rows, bad } = await readText('spoken.txt', text, { self });
    expect(rows.map(({ content: { direction, text: said } }) => [direction, said])).toEqual([
      ['in', '还钱'],
      ['out', '我没有借过，别再发了'],
    ]);
    expect(bad).toEqual([]);
  });

  it('a speaker whom the beginning of a large file does not know is not swallowed', async () => {
    const many = Array.from({ length: 9000 }, (_, at) => `小李 2026/1/3 22:10\n还钱，第${at}次\n\n`).join('');
    const { rows } = await readText('later.txt', `${many}不二家 2026/1/4 9:00\n别找他\n`);
    expect(rows.at(-1)?.content).toMatchObject({ sender: '不二家', text: '别找他' });
  });

  it('without either it stays words and is reported, unless the caller names him as the keeper', async () => {
    const text = '小李 2026/1/3 22:10\n还钱\n不二家 2026/1/3 22:11\n没借\n小李 2026/1/3 22:12\n滚\n';
    const outcome = await readText('doubt.txt', text);
    expect(outcome.rows).toHaveLength(2);
    expect(outcome.bad).toEqual([{ row: 3, code: 'doubtful-heading', kept: false }]);
    const told = await readText('doubt.txt', text, { self: ['不二家'] });
    expect(told.rows.map(({ content }) => content.direction)).toEqual(['in', 'out', 'in']);
    expect(told.bad).toEqual([]);
  });

  it.each(['\u00a0', '\t', '\u2003'])('blanks of every kind part name and time: %j', async (blank) => {
    const text = ['小李', '我'].map((name) => `${name}${blank}2026/1/3${blank}22:10\n还钱\n`).join('');
    const { rows } = await readText('blank.txt', text);
    expect(rows.map(({ content: { sender, at } }) => [sender, at])).toEqual([
      ['小李', '2026-01-03T22:10:00+08:00'],
      [undefined, '2026-01-03T22:10:00+08:00'],
    ]);
  });

  it('a name that sounds like words is one where it comes again', async () => {
    const shop = '云桥 有事请电话';
    const lines = [`${shop} 22:10`, '还钱', '我 22:11', '好', `${shop} 22:12`, '快点'];
    const { rows } = await readText('shop.txt', lines.join('\n'));
    expect(rows.map(({ content: { sender, text } }) => [sender, text])).toEqual([
      [shop, '还钱'],
      [undefined, '好'],
      [shop, '快点'],
    ]);
  });

  it('a heading without a message is reported, not called empty', async () => {
    const outcome = await readText(
      'alone.txt',
      '小李 2026/1/3 22:10\n\n小李 2026/1/3 22:11\n还钱\n我 2026/1/3 22:12\n😀\n',
    );
    expect(brief(outcome)).toEqual([['in', '小李', '2026-01-03T22:11:00+08:00', '还钱']]);
    expect(outcome.bad).toEqual([{ row: 1, code: 'heading-alone', kept: false }]);
    expect(outcome.report?.skipped['no-text']).toBe(1);
  });

  it.each([
    [
      'lines',
      '2026-01-03 22:10 打电话威胁我说要上门\n2026-01-03 22:15 给我妈发短信说我诈骗\n2026-01-04 08:00 又来电话\n',
    ],
    ['short lines', '2026-01-03 22:10 要上门\n2026-01-03 22:15 要上门\n2026-01-04 08:00 骂人\n'],
    [
      'threats with remarks',
      '2026-01-03 22:10 再不还钱就砍死你全家\n（座机）\n2026-01-04 08:00 明天去你孩子学校\n（已截图）\n',
    ],
    [
      'remarks with remarks',
      '2026-01-03 22:10 骂人\n（座机）\n2026-01-03 22:15 上门\n（没开）\n2026-01-04 08:00 泼漆\n（已拍）\n',
    ],
    ['a summons', '开庭时间 2026年1月4日 09:30\n请携带身份证\n报到时间 09:00\n逾期不到按缺席判决\n'],
  ])('notes are no chat, and every line is kept: %s', async (_name, text) => {
    const { rows, report } = await readText('log.txt', text);
    expect(report?.format).toBe('plain');
    expect(rows.map(({ content }) => content.text)).toEqual(text.trim().split('\n'));
  });

  it('notes that are taken for a chat all the same are reported line by line', async () => {
    const text = '2026-01-03 22:10 要上门\n2026-01-03 22:15 要上门\n';
    const { rows, bad, report } = await readText('log.txt', text, { format: 'chat' });
    expect(rows).toEqual([]);
    expect(bad).toEqual([1, 2].map((row) => ({ row, code: 'heading-alone', kept: false })));
    expect(report?.skipped['no-text']).toBe(0);
  });

  it('lines that part days give their day to the headings below, and are no words', async () => {
    const outcome = await readText(
      'mail.txt',
      [
        ...[
          '微信聊天记录',
          '',
          '—————  2026-01-03  —————',
          '',
          '小李  22:10',
          '',
          '还钱',
          '',
          '我  22:11',
          '',
          '下周',
          '',
        ],
        ...[
          '',
          '—————  2026-01-04  —————',
          '',
          '小李  08:10',
          '',
          '快点',
          '-----',
          '别拖',
          '小李 昨天 08:11',
          '在吗',
          '',
        ],
      ].join('\n'),
    );
    expect(brief(outcome)).toEqual([
      ['in', '小李', '2026-01-03T22:10:00+08:00', '还钱'],
      ['out', undefined, '2026-01-03T22:11:00+08:00', '下周'],
      ['in', '小李', '2026-01-04T08:10:00+08:00', '快点\n-----\n别拖'],
      ['in', '小李', undefined, '在吗'],
    ]);
    expect(outcome.bad.map(({ code }) => code)).toEqual(['before-first-heading', 'date-unreadable']);
  });

  it('chats of several people in one file of QQ', async () => {
    const line = '='.repeat(64);
    const group = (name: string) => [line, '消息分组:我的好友', line, `消息对象:${name}`, line, ''];
    const outcome = await readText(
      'qq.txt',
      [
        ...['消息记录（此消息记录为文本格式）', '', ...group('催收'), '2026-01-03 22:10:05 小李', '还钱', ''],
        ...['2026-01-03 22:11:00 阿强', '别打了', '', ...group('妈妈'), '2026-01-04 08:00:00 妈妈', '吃了吗', ''],
      ].join('\n'),
    );
    expect(outcome.bad).toEqual([]);
    expect(brief(outcome)).toEqual([
      ['in', '小李', NIGHT, '还钱'],
      ['in', '阿强', '2026-01-03T22:11:00+08:00', '别打了'],
      ['in', '妈妈', '2026-01-04T08:00:00+08:00', '吃了吗'],
    ]);
  });
});

describe('plain text', () => {
  it.each([
    ['lines', '【甲】还款\n\n你好\n\n！！\n', ['【甲】还款', '你好']],
    ['blocks', '【甲】还款\n否则起诉\n\n你好\n', ['【甲】还款\n否则起诉', '你好']],
  ] as const)('%s, by its look', async (style, text, expected) => {
    const { plain, lines } = await preview(await write('plain.txt', text));
    expect([plain, lines]).toEqual([style, text.split('\n').filter((line) => /\p{L}/u.test(line))]);
    const { rows, report } = await readText('plain.txt', text);
    expect(report?.format).toBe('plain');
    expect(rows.map(({ content }) => content.text)).toEqual(expected);
  });

  it('as the caller says', async () => {
    const { rows } = await readText('p.txt', 'a\nb\n\nc', { plain: 'blocks' });
    expect(rows.map(({ content, row }) => [row, content.text])).toEqual([
      [1, 'a\nb'],
      [4, 'c'],
    ]);
  });
});
