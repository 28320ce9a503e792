/** Files that are broken or made to harm: each gets a reason, keeps what is good, and costs bounded memory. */

import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../src/intake/import/import';
import type { NamedBlob } from '../../src/intake/import/inspect';
import { folder, openFile, read, readText } from './files';
import { sheetXml, workbook } from './workbook';

const sms = (body: string, at = 1) =>
  `<sms address="1" date="${1_767_449_405_000 + at * 1000}" type="1" body="${body}" />`;
const smses = (...all: string[]) => `<smses>${all.join('\n')}</smses>`;
const texts = ({ rows }: { rows: readonly { content: { text: string } }[] }) => rows.map(({ content }) => content.text);

/** Writes pieces without holding them all. */
async function writeMany(name: string, ...pieces: (readonly [piece: string, times: number])[]): Promise<NamedBlob> {
  const path = join(folder, name);
  const file = createWriteStream(path);
  for (const [piece, times] of pieces) {
    for (let at = 0; at < times; at++) if (!file.write(piece)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  return openFile(path, name);
}

describe('XML', () => {
  const laughs = `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]>`;
  it.each([
    ['entities that multiply', laughs + smses(sms('&c;')), 'dtd'],
    [
      'a file of the device by entity',
      `<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>${smses(sms('&a;'))}`,
      'dtd',
    ],
    ['a declaration without entities', `<!DOCTYPE smses SYSTEM "sms.dtd">${smses(sms('a'))}`, 'dtd'],
    ['other XML', '<?xml version="1.0"?><feed><sms body="a"/></feed>', 'unknown-xml'],
    ['a web page', '<!DOCTYPE html><html><body>还款</body></html>', 'web-page'],
    ['nothing inside', '<smses count="0"></smses>', 'no-rows'],
    ['tags only', '<<<<>>>>', 'malformed'],
  ])('%s', async (_name, text, error) => {
    expect(await readText('x.xml', text)).toMatchObject({ rows: [], error });
  });

  it.each([
    ['cut in a tag', `<smses>${sms('一', 1)}${sms('二', 2)}<sms addr`, 'truncated', 3],
    ['never closed', `<smses>${sms('一', 1)}${sms('二', 2)}`, 'truncated', 3],
    ['broken in the middle', `<smses>${sms('一', 1)}${sms('二', 2)}<sms <<`, 'malformed', 3],
    ['an unknown entity', `<smses>${sms('一', 1)}${sms('二', 2)}${sms('&boom;', 3)}</smses>`, 'malformed', 3],
  ])('%s: what was read stays', async (_name, text, code, row) => {
    const outcome = await readText('cut.xml', text);
    expect(texts(outcome)).toEqual(['一', '二']);
    expect(outcome.report?.incomplete).toEqual({ code, row });
  });

  it('references to no character, halves of characters and control characters become U+FFFD', async () => {
    const odd = ['&#0;', '&#x1;', '&#55357;', '&#56832;', '&#xFFFF;', '&#x110000;', '\u0001'];
    const { rows, bad } = await readText('odd.xml', smses(...odd.map((each, at) => sms(`a${each}b&#128512;`, at))));
    expect(bad).toEqual([]);
    expect(rows.map(({ content }) => content.text)).toEqual(odd.map(() => 'a\ufffdb😀'));
  });

  it('a kind that is the name of something else is none', async () => {
    const outcome = await readText('kind.xml', smses(sms('一').replace('type="1"', 'type="constructor"'), sms('二')));
    expect(texts(outcome)).toEqual(['二']);
    expect(outcome.bad).toEqual([{ row: 1, code: 'direction-unknown', kept: false }]);
    const calls = await readText('kind.xml', '<calls><call type="toString" number="1" date="1767449405000" /></calls>');
    expect(calls.bad.map(({ code }) => code)).toEqual(['direction-unknown']);
  });

  it('tags in tags without end are refused, at once and in bounded memory', async () => {
    const before = process.memoryUsage().rss;
    const file = await writeMany('deep.xml', ['<smses>', 1], ['<a>'.repeat(100_000), 50]);
    expect((await read(file)).error).toBe('malformed');
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  it('of a file without any message the progress goes on', async () => {
    const file = await writeMany('empty.xml', ['<smses>', 1], ['<a></a>'.repeat(10_000), 50], ['</smses>', 1]);
    const bytes: number[] = [];
    await importFile(file, {}, { onRows() {}, onProgress: (each) => void bytes.push(each.bytes) }).catch(() => {});
    expect(new Set(bytes).size).toBeGreaterThan(2);
  });

  it('pairs of references survive wherever the slices are cut', async () => {
    const message = sms('&#55357;&#56832;'.repeat(20_000));
    for (const shift of [0, 1, 2, 3, 4, 5, 6, 7]) {
      const file = `<smses>${' '.repeat(1_048_500 + shift * 3)}${message}</smses>`;
      expect(texts(await readText('shift.xml', file)).join() === '😀'.repeat(20_000), String(shift)).toBe(true);
    }
  });

  it('a picture in an MMS may be large, an endless attribute may not', async () => {
    const part = (size: number): (readonly [string, number])[] => [
      [`<smses>${sms('一')}<mms date="1767449405000" msg_box="1" address="2"><parts><part ct="image/jpeg" data="`, 1],
      ['A'.repeat(1_000_000), size],
      ['" /><part ct="text/plain" text="图" /></parts></mms></smses>', 1],
    ];
    expect(texts(await read(await writeMany('mms.xml', ...part(8))))).toEqual(['一', '图']);
    const endless = await read(await writeMany('endless.xml', ...part(60)));
    expect(texts(endless)).toEqual(['一']);
    expect(endless.report?.incomplete).toEqual({ code: 'too-long', row: 2 });
  });
});

describe('tables', () => {
  it('a line of 100 MB is left out, in bounded memory', async () => {
    const before = process.memoryUsage().rss;
    const file = await writeMany(
      'long.csv',
      ['时间,号码,内容\n2026-01-03,1,好\n2026-01-03,2,', 1],
      ['长'.repeat(333_333), 100],
      ['\n2026-01-03,3,再\n', 1],
    );
    const outcome = await read(file);
    expect(texts(outcome)).toEqual(['好', '再']);
    expect(outcome.bad).toEqual([{ row: 3, code: 'too-long', kept: false }]);
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  it('a quote that is never closed', async () => {
    const outcome = await readText('quote.csv', '时间,号码,内容\n2026-01-03,1,好\n2026-01-03,2,"坏\n2026-01-03,3,再\n');
    expect(texts(outcome)).toEqual(['好', '再']);
    expect(outcome.bad).toEqual([{ row: 3, code: 'broken', kept: false }]);
  });

  it('a quote that is not closed in the first of many lines costs its line', async () => {
    const lines = Array.from({ length: 60_000 }, (_, at) => `2026-01-03 10:00,1,再不还款就上门去你单位${at}\n`).join(
      '',
    );
    const outcome = await readText('early.csv', `时间,号码,内容\n2026-01-03,2,"坏\n${lines}`);
    expect(outcome.report).toMatchObject({ rows: 60_000, bad: 1 });
    expect(outcome.bad).toEqual([{ row: 2, code: 'broken', kept: false }]);
  });

  it('quotes that are never closed, line after line, take linear time', async () => {
    const file = await writeMany('quotes.csv', ['时间,号码,内容\n', 1], ['"a\n'.repeat(100_000), 15]);
    const start = performance.now();
    expect((await read(file)).report?.rows).toBe(0);
    expect(performance.now() - start).toBeLessThan(25_000);
  });

  it('ten thousand columns', async () => {
    const wide = `时间,号码,内容${',x'.repeat(10_000)}\n`;
    expect((await readText('wide.csv', wide)).error).toBe('too-many-columns');
    expect((await readText('wide.xlsx', workbook([Array.from({ length: 300 }, () => 'x')]))).error).toBe(
      'too-many-columns',
    );
  });

  it('columns that nobody can tell', async () => {
    expect((await readText('odd.csv', 'a,b\n1,2\n')).error).toBe('columns-unknown');
  });

  it('a spreadsheet that unpacks to more than it may', async () => {
    const blanks = new Uint8Array(66_000_000).fill(0x20);
    const zip = zipSync({ 'xl/worksheets/sheet1.xml': [blanks, { level: 1 }] });
    expect(zip.length).toBeLessThan(1_000_000);
    expect((await readText('bomb.xlsx', zip)).error).toBe('table-too-large');
    // The same with a size that lies.
    for (let at = 0; at + 4 < zip.length; at++) {
      const mark = [zip[at], zip[at + 1], zip[at + 2], zip[at + 3]].join();
      if (mark === '80,75,3,4') zip.set([9, 0, 0, 0], at + 22);
      if (mark === '80,75,1,2') zip.set([9, 0, 0, 0], at + 24);
    }
    expect((await readText('liar.xlsx', zip)).error).toMatch(/^(table-too-large|broken-table)$/);
  });

  it.each([
    ['row', '<row r="2000000000"><c r="A2000000000"><v>1</v></c></row>'],
    ['row of a cell', '<row><c r="A2000000"><v>1</v></c></row>'],
    ['column, and many rows', `<row r="1"><c r="XFD1"><v>1</v></c></row><row r="1000"><c r="A1000"><v>1</v></c></row>`],
    [
      'empty column, again and again',
      Array.from({ length: 400 }, (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"/></row>`).join(''),
    ],
    ['row behind a prefix', '<x:row xmlns:x="a" x:r="2000000000"><x:c><x:v>1</x:v></x:c></x:row>'],
    ['row in another notation', `<row\nr = '&#50;000000000'><c><v>1</v></c></row>`],
  ])('a tiny spreadsheet that names a far %s', async (_name, cells) => {
    const before = process.memoryUsage().rss;
    const file = workbook([], `<worksheet><sheetData>${cells}</sheetData></worksheet>`);
    expect(file.length).toBeLessThan(10_000);
    expect((await readText('far.xlsx', file)).error).toBe('too-many-cells');
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  it.each(['A2e9', 'A20000000000', 'AAAAAA1', 'a1', '1'])('an address that no program writes: %s', async (address) => {
    const file = workbook(
      [],
      `<worksheet><sheetData><row><c r="${address}"><v>1</v></c></row></sheetData></worksheet>`,
    );
    expect((await readText('odd.xlsx', file)).error).toBe('broken-table');
  });

  it('a sheet of another name, behind one that is checked first', async () => {
    const files = unzipSync(workbook([['时间', '号码', '内容']]));
    files['xl/other/x.xml'] = strToU8(
      '<worksheet><sheetData><row r="2000000000"><c><v>1</v></c></row></sheetData></worksheet>',
    );
    expect((await readText('other.xlsx', zipSync(files))).error).toBe('too-many-cells');
  });

  it('an empty row at the very end', async () => {
    const rows = [
      ['时间', '号码', '内容', '备注', '归属'],
      ['2026-01-03', '1', '好', '', ''],
    ];
    const far = sheetXml(rows).replace('</sheetData>', '<row r="1048576" ht="15"/></sheetData>');
    expect(texts(await readText('end.xlsx', workbook([], far)))).toEqual(['好']);
  });

  it('a stray cell far to the right that is empty', async () => {
    const rows = [
      ['时间', '号码', '内容'],
      ['2026-01-03', '1', '好'],
    ];
    const stray = sheetXml(rows).replace('</row>', '<c r="XFD1" s="0"/></row>');
    expect(texts(await readText('stray.xlsx', workbook([], stray)))).toEqual(['好']);
  });

  it.each([
    ['cut short', workbook([['时间', '内容']]).subarray(0, 600)],
    ['with a broken sheet', workbook([], '<worksheet><sheetData><row')],
    ['with a workbook that is none', zipSync({ 'xl/worksheets/sheet1.xml': strToU8(sheetXml([['a']])) })],
  ])('a spreadsheet %s', async (_name, bytes) => {
    const { error } = await readText('broken.xlsx', bytes);
    expect(error).toMatch(/^(broken-table|not-a-table|no-rows|columns-unknown)$/);
  });
});

describe('any file', () => {
  it.each([
    ['empty', '', 'empty'],
    ['blank', ' \n\n\t\n', 'empty'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'binary'],
    ['a picture in JPEG', Uint8Array.from({ length: 5000 }, (_, at) => ((at * 7919 + 255) % 255) | 1), 'encoding'],
    ['old Excel', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'old-excel'],
    ['a text with NUL', '【甲】还款\0', 'binary'],
    ['a JSON list', '[{"text":"还款"}]', 'json-array'],
    [
      'JSON over several lines',
      '{\n  "messages": [\n    {"text":"还款"},\n    {"text":"快点"}\n  ]\n}\n',
      'json-array',
    ],
    ['JSON on one line that is cut', '{"messages": [{"text":"还款"}', 'json-array'],
    ['messages of a phone', 'BEGIN:VMSG\nBEGIN:VBODY\n还款\nEND:VBODY\nEND:VMSG\n', 'vmsg'],
  ])('%s', async (_name, content, error) => {
    expect(await readText('file.txt', content)).toMatchObject({ rows: [], error });
  });

  it('a NUL far behind the beginning', async () => {
    expect((await readText('nul.txt', `${'【甲】还款。\n'.repeat(20_000)}\0`)).error).toBe('binary');
  });

  it('a folder, and a file that is gone', async () => {
    mkdirSync(join(folder, 'sub'));
    // As a browser hands a dropped folder over: a size, and an error on reading.
    const gone = Object.assign(new Blob(['x']), { name: 'sub' });
    gone.slice = () =>
      Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) });
    expect((await read(gone)).error).toBe('unreadable');
  });

  it('a wrong name does not matter', async () => {
    expect(texts(await readText('messages.csv.png', smses(sms('一'))))).toEqual(['一']);
    expect(texts(await readText('table.xml', '时间,号码,内容\n2026-01-03,1,好\n'))).toEqual(['好']);
  });

  it('more bytes than the limit are refused before reading', async () => {
    const huge = Object.assign(new Blob(['x']), { name: 'huge.xml' });
    Object.defineProperty(huge, 'size', { value: 300_000_001 });
    expect((await read(huge)).error).toBe('too-large');
  });
});
