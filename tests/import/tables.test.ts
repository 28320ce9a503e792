/** Tables whose words a wrong reading would put into another's mouth, cut off, or lose in silence. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../src/intake/import/import';
import { preview } from '../../src/intake/import/preview';
import { brief, readText, write } from './files';
import { sheetXml, workbook } from './workbook';

const NIGHT = '2026-01-03T22:10:05+08:00';
const DAY = '2026-01-03 22:10:05';
const csv = (...lines: string[]) => `${lines.join('\n')}\n`;
const sent = async (name: string, ...lines: string[]) =>
  (await readText(name, csv(...lines))).rows.map(({ content: { direction, sender, text } }) => [
    direction,
    sender,
    text,
  ]);
const calls = async (...lines: string[]) =>
  (await readText('calls.csv', csv(...lines))).rows.map(({ content: { direction, call } }) => [direction, call]);

describe('quotation marks that nobody escaped', () => {
  const HEADER = '时间,号码,类型,内容';
  it('do not merge the messages after them', async () => {
    const outcome = await readText(
      'quotes.csv',
      csv(
        HEADER,
        `${DAY},13800000001,接收,"妈"说晚上回家`,
        `${DAY},106900002,接收,您的借款已逾期`,
        `${DAY},106900003,接收,"知道了"`,
        `"${DAY}","106900004","接收",""最后"通知"`,
        `${DAY},106900005,接收,"他说\\"还钱\\",否则"`,
      ),
    );
    expect(brief(outcome)).toEqual([
      ['in', '13800000001', NIGHT, '"妈"说晚上回家'],
      ['in', '106900002', NIGHT, '您的借款已逾期'],
      ['in', '106900003', NIGHT, '知道了'],
      ['in', '106900004', NIGHT, '"最后"通知'],
      ['in', '106900005', NIGHT, '他说\\"还钱\\",否则'],
    ]);
    expect(outcome.bad).toEqual([]);
  });

  it('cost no more than their lines where these are not whole', async () => {
    const outcome = await readText(
      'cut.csv',
      csv(HEADER, `${DAY},1,接收,"知道了`, `${DAY},2,接收,"妈"好`, `"1, 2",${DAY},接收,"妈"好`, `${DAY},4,接收,好`),
    );
    expect(outcome.rows.map(({ content }) => content.sender)).toEqual(['2', '4']);
    expect(outcome.bad).toEqual([
      { row: 2, code: 'broken', kept: false },
      { row: 4, code: 'broken', kept: false },
    ]);
  });

  it('are found wherever the slices are cut', async () => {
    for (const shift of [0, 1, 2, 3, 4]) {
      const line = `${DAY},1,接收,"${'妈'.repeat(200)}"说${'x'.repeat(shift)}`;
      const file = await write('slices.csv', csv(HEADER, ...Array.from({ length: 3000 }, (_, at) => `${line}${at}`)));
      const texts: string[] = [];
      await importFile(file, {}, { onRows: (rows) => void texts.push(...rows.map(({ content }) => content.text)) });
      expect(texts.length).toBe(3000);
      expect(texts.every((text) => text.startsWith('"妈') && text.length < 220)).toBe(true);
    }
  });

  it('take linear time', async () => {
    const many = csv(HEADER, ...Array.from({ length: 100_000 }, (_, at) => `${DAY},1,接收,"妈"说${at}`));
    const start = performance.now();
    expect((await readText('many.csv', many)).report?.rows).toBe(100_000);
    expect(performance.now() - start).toBeLessThan(25_000);
  });
});

describe('delimiters without quotes', () => {
  it('belong to a text that stands last', async () => {
    const text = '您欠款1,234.56元,今日不还将起诉';
    const outcome = await readText('a.csv', csv('时间,号码,内容', `${DAY},1,${text}`, `${DAY},2,好`, `${DAY},3,好,,`));
    expect(outcome.rows.map(({ content }) => content.text)).toEqual([text, '好', '好']);
    const bare = await readText('b.csv', csv(`${DAY},106900001,您已逾期请尽快还款`, `${DAY},106900001,${text}`));
    expect(bare.rows.map(({ content }) => content.text)).toEqual(['您已逾期请尽快还款', text]);
  });

  it('elsewhere make a row that nobody can read', async () => {
    const outcome = await readText(
      'c.csv',
      csv('时间,内容,类型', `${DAY},欠款1,234.56元,接收`, `${DAY},好,接收`, `${DAY},好,发送`),
    );
    expect(outcome.bad).toEqual([{ row: 2, code: 'too-wide', kept: false }]);
    expect(outcome.rows.map(({ content }) => content.direction)).toEqual(['in', 'out']);
  });
});

describe('a column that the header does not name', () => {
  it.each([
    ['behind the words', '时间,号码,内容', `${DAY},1069,请还款,已读`, `${DAY},1069,"a,b",未读`],
    ['behind others', '时间,内容,号码', `${DAY},请还款,1069,1`, `${DAY},"a,b",1069,1`],
  ])('%s is left out', async (_name, ...lines) => {
    const { rows, bad } = await readText('unnamed.csv', csv(...lines));
    expect(rows.map(({ content: { sender, text } }) => [sender, text])).toEqual([
      ['1069', '请还款'],
      ['1069', 'a,b'],
    ]);
    expect(bad).toEqual([]);
  });

  it('is not made by commas among the words, though most have one', async () => {
    const last = await readText('last.csv', csv('时间,号码,内容', `${DAY},1,您好,请还款`, `${DAY},1,您好,上门`));
    expect(last.rows.map(({ content }) => content.text)).toEqual(['您好,请还款', '您好,上门']);
    const middle = await readText(
      'middle.csv',
      csv('时间,内容,状态', `${DAY},您好,请还款,已读`, `${DAY},您好,滚,已读`),
    );
    expect(middle.rows).toEqual([]);
    expect(middle.bad.map(({ code }) => code)).toEqual(['too-wide', 'too-wide']);
  });

  it('is not made by a delimiter at the end of the header', async () => {
    const { rows } = await readText('end.csv', csv('时间,号码,内容,', `${DAY},1,请还款,再不还打断腿`, `${DAY},1,好,`));
    expect(rows.map(({ content }) => content.text)).toEqual(['请还款,再不还打断腿', '好']);
  });
});

describe('which way a message went', () => {
  it.each([
    ['a box', '信箱,内容', '收件箱,还', '发件箱,滚'],
    ['a status', '内容,状态', '还,收到', '滚,已发送'],
    ['words under any name', '内容,备忘', '还,接收', '滚,发送'],
    ['numbers of Android', 'type,body', '1,还', '2,滚'],
    ['a flag beside the sort', '消息类型,是否发送,内容', '1,0,还', '1,1,滚'],
    ['a flag of WeChat', 'Type,IsSender,StrContent', '1,0,还', '1,1,滚'],
    ['「我」', '发送人,内容', '小李,还', '我,滚'],
    ['me', 'from,text', 'Li,还', 'me,滚'],
  ])('%s', async (_name, ...lines) => {
    expect((await sent('way.csv', ...lines)).map(([direction, , text]) => [direction, text])).toEqual([
      ['in', '还'],
      ['out', '滚'],
    ]);
  });

  it('what the keeper wrote has not his own name as the other side', async () => {
    expect(await sent('me.csv', '发送人,内容', '我,滚')).toEqual([['out', undefined, '滚']]);
    const { rows } = await readText('me.jsonl', '{"text":"滚","from":"我"}\n');
    expect(rows[0]?.content).toEqual({ kind: 'message', direction: 'out', text: '滚', note: '' });
  });

  it.each([
    ['号码,类型,内容', '1,短信,还', '1,短信,催'],
    ['address,body,status', '1,还,read', '1,催,read'],
    ['号码,消息类型,内容', '1,1,还', '1,1,催'],
  ])('is not said by %s', async (...lines) => {
    const file = await write('none.csv', csv(...lines));
    expect((await preview(file)).guess?.columns.direction).toBeUndefined();
    expect((await sent('none.csv', ...lines)).map(([direction]) => direction)).toEqual(['in', 'in']);
  });

  it('a backup whose beginning was all received still knows what was sent', async () => {
    const received = Array.from({ length: 60 }, (_, at) => `1,还${at}`);
    expect((await sent('late.csv', 'type,body', ...received, '2,滚', '3,草稿')).at(-1)).toEqual([
      'out',
      undefined,
      '滚',
    ]);
  });
});

describe('lists of carriers', () => {
  it('know under another name how long a call was', async () => {
    expect(await calls('起始时间,通信方式,对方号码,通信时长', `${DAY},被叫,1,1分20秒`, `${DAY},被叫,1,0秒`)).toEqual([
      ['in', { answered: true, seconds: 80 }],
      ['in', { answered: false, seconds: 0 }],
    ]);
  });

  it('say by a word whether a call was answered, or do not say it', async () => {
    expect(
      await calls('时间,号码,通话类型', `${DAY},1,已接来电`, `${DAY},2,未接来电`, `${DAY},3,被叫`, `${DAY},4,已拨电话`),
    ).toEqual([
      ['in', { answered: true }],
      ['in', { answered: false }],
      ['in', undefined],
      ['out', undefined],
    ]);
  });

  it.each([
    ['起始时间,通信地点,对方号码,通信方式,信息类型', `${DAY},上海,106900001,接收,短信`],
    ['通信时间,对方号码,通信方式', `${DAY},106900001,接收`],
    ['通信时间,对方号码,业务类型', `${DAY},106900001,国内短信`],
  ])('of messages are no calls: %s', async (header, line) => {
    expect(await readText('list.csv', csv(header, line, line))).toMatchObject({ rows: [], error: 'no-texts' });
  });

  it.each(['短信', '短信详情', '短消息'])(
    'with short messages under 「%s」 are no lists without words',
    async (header) => {
      const { rows } = await readText('short.csv', csv(`号码,时间,收发,${header}`, `1,${DAY},接收,请还款`));
      expect(rows.map(({ content }) => content.text)).toEqual(['请还款']);
    },
  );

  it('that may hold the words in a column of another name are left to the user', async () => {
    const file = await write('open.txt', csv('号码,时间,收发,详情', `1,${DAY},接收,请还款`, `1,${DAY},接收,上门`));
    const shown = await preview(file);
    expect([shown.format, shown.guess]).toEqual(['csv', undefined]);
  });

  it.each([
    ['日期,通话时间,对方号码,主被叫', '2026-01-03,00:01:23,1,被叫', '2026-01-03', 83],
    ['日期,通话时间,起始时间,对方号码,主被叫', '2026-01-03,00:01:23,22:10:05,1,被叫', NIGHT, 83],
    ['日期,通话时间,通话时长,对方号码,主被叫', '2026-01-03,22:10:05,83,1,被叫', NIGHT, 83],
    ['日期,通话时间,对方号码,主被叫', '2026-01-03,22:10:05,1,被叫', NIGHT, undefined],
  ])('of calls do not take a length for a time of night: %s', async (header, line, at, seconds) => {
    const { rows } = await readText('length.csv', csv(header, line));
    expect(rows.map(({ content }) => [content.at, content.call?.seconds])).toEqual([[at, seconds]]);
  });

  it('of both give the calls and count the messages', async () => {
    const outcome = await readText(
      'both.csv',
      csv('起始时间,业务,通信方式,对方号码,通信时长', `${DAY},语音,被叫,1,20秒`, `${DAY},短信,接收,2,`),
    );
    expect(outcome.rows.map(({ content }) => content.sender)).toEqual(['1']);
    expect(outcome.report?.skipped['no-text']).toBe(1);
  });
});

describe('a day and a clock in cells of their own', () => {
  // 0.92366898148 of a day is 22:10:05; style 2 shows a number as a clock, 3 as a day.
  it.each([2, 0])('of style %i', async (style) => {
    const rows = [
      ['日期', '时间', '号码', '内容'],
      [{ value: 46025, style: 3 }, { value: 0.92366898148, style }, '1', '还'],
      [{ value: 46025, style: 3 }, { value: style ? 0 : 6.9444444444444447e-4, style }, '1', '催'],
    ];
    const { rows: read, bad } = await readText('clock.xlsx', workbook(rows));
    expect(read.map(({ content }) => content.at)).toEqual([NIGHT, `2026-01-03T00:0${style ? 0 : 1}:00+08:00`]);
    expect(bad).toEqual([]);
  });

  it('a clock that cannot be read leaves the day and is reported', async () => {
    const outcome = await readText(
      'half.csv',
      csv('日期,时间,内容', '2026-01-03,晚上12:05,还', '2026-01-03,22:10:05,催'),
    );
    expect(outcome.rows.map(({ content }) => content.at)).toEqual(['2026-01-03', NIGHT]);
    expect(outcome.bad).toEqual([{ row: 2, code: 'date-unreadable', kept: true }]);
  });
});

describe('a spreadsheet', () => {
  const several = (...sheets: (readonly [name: string, rows: string[][]])[]) => {
    const files = unzipSync(workbook(sheets[0]?.[1] ?? []));
    const MAIN = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const all = sheets.map(([name], at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at}"/>`).join('');
    const relations = sheets.map(
      (_, at) => `<Relationship Id="s${at}" Type="${MAIN}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    );
    files['xl/workbook.xml'] = strToU8(
      `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${MAIN}"><sheets>${all}</sheets></workbook>`,
    );
    files['xl/_rels/workbook.xml.rels'] = strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}<Relationship Id="t" Type="${MAIN}/styles" Target="styles.xml"/></Relationships>`,
    );
    for (const [at, [, rows]] of sheets.entries()) files[`xl/worksheets/sheet${at + 1}.xml`] = strToU8(sheetXml(rows));
    return zipSync(files);
  };
  const table = (text: string) => [
    ['时间', '号码', '内容'],
    [DAY, '1', text],
  ];

  it('gives the first sheet that can be read, and names the others', async () => {
    const file = several(['说明', []], ['短信', table('还')], ['旧 &amp; 新', table('催')]);
    const outcome = await readText('sheets.xlsx', file);
    expect(brief(outcome)).toEqual([['in', '1', NIGHT, '还']]);
    expect(outcome.report?.sheets).toEqual({ read: '短信', left: ['说明', '旧 & 新'] });
    expect((await preview(await write('sheets.xlsx', file))).sheets).toEqual(outcome.report?.sheets);
  });

  it('shows how far it is, and stops in the midst of it', async () => {
    const rows = [['时间', '号码', '内容'], ...Array.from({ length: 30_000 }, (_, at) => [DAY, '1', `还${at}`])];
    const file = await write('large.xlsx', workbook(rows));
    const done: number[] = [];
    await importFile(file, {}, { onRows() {}, onProgress: ({ bytes }) => void done.push(bytes) });
    expect(done[0]).toBeGreaterThan(0);
    expect(done[0]).toBeLessThan(file.size / 10);
    expect(done.at(-1)).toBe(file.size);

    const giveUp = new AbortController();
    let handed = 0;
    const work = importFile(
      file,
      {},
      {
        onRows(some) {
          handed += some.length;
          // As the message of another thread comes: not before this one is let go.
          if (handed > 5000) setTimeout(() => giveUp.abort());
        },
        signal: giveUp.signal,
      },
    );
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
    expect(handed).toBeLessThan(30_000);
  });
});

it.each(['4001234567', '1069123456', '8001234567'])('%s is a number, not a time', async (number) => {
  const text = '您已逾期请尽快还款谢谢';
  expect(brief(await readText('bare.csv', csv(`${number},${DAY},${text}`, `${number},${DAY},${text}二`)))[0]).toEqual([
    'in',
    number,
    NIGHT,
    text,
  ]);
});
