import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../src/intake/import/import';
import { BAD_LIMIT } from '../../src/intake/import/limits';
import type { Progress } from '../../src/intake/import/types';
import { brief, folder, openFile, read, readText, utf16, write } from './files';
import { COLLECTORS, generateBackup } from './generate';

describe('encodings', () => {
  const TABLE = '时间,号码,内容\n2026-01-03 22:10:05,1,您已逾期，请还款\n';
  /** 「时间,号码,内容」 and 「您已逾期，请还款」 in GB 18030. */
  const GB = Buffer.from(
    'cab1bce42cbac5c2eb2cc4dac8dd0a323032362d30312d30332032323a31303a30352c312cc4fad2d1d3e2c6daa3acc7ebbbb9bfee0a',
    'hex',
  );
  const expected = [['in', '1', '2026-01-03T22:10:05+08:00', '您已逾期，请还款']];

  it.each([
    ['UTF-8', Buffer.from(TABLE)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TABLE}`)],
    ['UTF-16 LE', utf16(`\ufeff${TABLE}`, true)],
    ['UTF-16 BE', utf16(`\ufeff${TABLE}`, false)],
    ['GB 18030', GB],
  ])('%s', async (_name, bytes) => {
    expect(brief(await readText('table.csv', bytes))).toEqual(expected);
  });

  it('GB 18030 that begins after two slices of English', async () => {
    const english = 'Date,Phone,Message\n'.concat('2026-01-03 10:00:00,2,good morning\n'.repeat(70_000));
    const file = await write('late.csv', Buffer.concat([Buffer.from(english), GB.subarray(15)]));
    const { rows, report } = await read(file);
    expect(rows.at(-1)?.content.text).toBe('您已逾期，请还款');
    expect(report).toMatchObject({ rows: 2, damaged: 0, skipped: { duplicate: 69_999 } });
  });

  it('a damaged byte in UTF-8 costs one character, not the file, and is counted', async () => {
    const bytes = Buffer.from(TABLE + '2026-01-03,1,今天请还款\n'.repeat(50));
    const at = bytes.lastIndexOf('款') + 2;
    bytes[at] = 0x41;
    const { rows, report } = await readText('hurt.csv', bytes);
    expect(rows.map(({ content }) => content.text)).toEqual(['您已逾期，请还款', '今天请还款', '今天请还\ufffdA']);
    expect(report?.damaged).toBe(1);
  });

  it('characters are whole wherever the slices are cut', async () => {
    for (const shift of [0, 1, 2, 3]) {
      const line = '款'.repeat(3000);
      const text = `${'x'.repeat(shift)}\n${`${line}\n`.repeat(300)}`;
      const { rows, report } = await readText('cut.txt', text);
      expect(report?.damaged).toBe(0);
      expect(new Set(rows.map(({ content }) => content.text === line || content.text))).toEqual(
        new Set(shift ? ['x'.repeat(shift), true] : [true]),
      );
    }
  });
});

describe('identity', () => {
  const xml = (...bodies: string[]) =>
    `<smses>${bodies.map((body) => `<sms address="+86 13800001111" date="1767449405123" type="1" body="${body}"/>`).join('')}</smses>`;

  it('the same file twice has the same ids; two texts of one second both count, one text twice counts once', async () => {
    const once = await readText('a.xml', xml('一', '二', '一'));
    const twice = await readText('b.xml', xml('一', '二', '一'));
    expect(once.rows.map(({ content }) => content.text)).toEqual(['一', '二']);
    expect(once.report?.skipped.duplicate).toBe(1);
    expect(twice.rows.map(({ id }) => id)).toEqual(once.rows.map(({ id }) => id));
  });

  it('the same message from a table is the same, another direction, number or second is not', async () => {
    const [first] = (await readText('a.xml', xml('一'))).rows;
    const table = await readText(
      'a.csv',
      '时间,号码,内容,收发\n2026/1/3 22:10:05,13800001111,一,收\n2026/1/3 22:10:05,13800001111,一,发\n2026/1/3 22:10:05,13800001112,一,收\n2026/1/3 22:10:06,13800001111,一,收\n',
    );
    expect(table.rows.map(({ id }) => id === first?.id)).toEqual([true, false, false, false]);
    expect(new Set(table.rows.map(({ id }) => id)).size).toBe(4);
  });
});

describe('a whole backup', () => {
  it('is read to the last message, with growing progress and the sum of the file', async () => {
    const path = join(folder, 'backup.xml');
    const made = await generateBackup(path, 5000);
    const progress: Progress[] = [];
    let [incoming, collecting] = [0, 0];
    const collectors = new Set(COLLECTORS.map(({ address }) => address));
    const report = await importFile(
      await openFile(path),
      {},
      {
        onRows(rows) {
          for (const { content } of rows) {
            if (content.direction !== 'in') continue;
            incoming++;
            if (collectors.has(content.sender ?? '')) collecting++;
          }
        },
        onProgress: (each) => void progress.push(each),
      },
    );
    expect({ messages: report.rows, incoming, collecting }).toEqual(made);
    expect(report).toMatchObject({ bad: 0, damaged: 0, skipped: { 'no-text': 0, 'not-sent': 0, duplicate: 0 } });
    expect(report.sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
    expect(progress.length).toBeGreaterThan(1);
    expect(progress.map(({ bytes }) => bytes)).toEqual(progress.map(({ bytes }) => bytes).sort((a, b) => a - b));
    expect(progress.at(-1)).toMatchObject({ rows: 5000, bytes: progress[0]?.total });
  });

  it('stops at once when it is given up, and hands nothing over any more', async () => {
    const path = join(folder, 'stop.xml');
    await generateBackup(path, 20_000);
    const giveUp = new AbortController();
    let [handed, after] = [0, 0];
    const work = importFile(
      await openFile(path),
      {},
      {
        onRows(rows) {
          if (giveUp.signal.aborted) after += rows.length;
          handed += rows.length;
          giveUp.abort();
        },
        onProgress: () => {
          if (giveUp.signal.aborted) after++;
        },
        signal: giveUp.signal,
      },
    );
    await expect(work).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(handed).toBeGreaterThan(0);
    expect(handed).toBeLessThan(20_000);
    expect(after).toBe(0);
  });

  it('an error of the one who stores ends the import with that error', async () => {
    const file = await write('full.txt', '还款\n');
    const full = new Error('no space');
    const work = importFile(file, {}, { onRows: () => Promise.reject(full) });
    await expect(work).rejects.toBe(full);
  });

  it('of many bad rows the first are named and all are counted', async () => {
    const { bad, rows, report } = await readText(
      'bad.jsonl',
      `{"text":"还款"}\n${'{broken\n'.repeat(BAD_LIMIT + 500)}`,
    );
    expect(rows).toHaveLength(1);
    expect(bad).toHaveLength(BAD_LIMIT);
    expect(report?.bad).toBe(BAD_LIMIT + 500);
  });
});

it('more messages than the limit end with the limit', async () => {
  const lines = Array.from({ length: 300_001 }, (_, at) => `${at}`).join('\n');
  await expect(importFile(await write('many.txt', lines), {}, { onRows() {} })).rejects.toMatchObject({
    code: 'too-many',
    values: [300_000],
  });
}, 120_000);
