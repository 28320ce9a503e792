import { strToU8, zipSync } from 'fflate';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { screener } from '../../check/screener';
import { knowledge } from '../../knowledge';
import { explain } from '../../screen/explain';
import { chainHolds, sha256, withRevision } from '../hash';
import type { Entry } from '../types';
import { checkEvidence, type EvidenceCheck, isIntact, knownOf, readCase } from './check';
import { entriesAsCsv } from './csv';
import { type Bundle, CASE_FILE, MANIFEST_FILE, safeName } from './layout';
import { maskedBundle } from './masked';
import { EVIDENCE_LIMITS, readArchive } from './read';
import { writeEvidence } from './write';

const AT = '2026-03-01T22:10:00+08:00';
const known = knownOf(knowledge);

function entry(id: string, text: string, attachments: Entry['attachments'] = []): Entry {
  const message = { text, receivedAt: AT, sender: '1069' };
  const explanation = explain(message, screener.screen(message, '2026-11-22'), knowledge);
  return {
    id,
    caseId: 'case-1',
    origin: { how: 'import', at: AT, file: { name: 'sms.xml', sha256: 'a'.repeat(64), row: 3 } },
    revisions: [
      {
        content: { kind: 'message', direction: 'in', text, sender: '1069', at: AT, note: '' },
        savedAt: AT,
        sha256: 'b'.repeat(64),
      },
    ],
    screening: { explanation, knowledge: knowledge.version, screenedAt: AT },
    attachments,
  };
}

const sha256Of = async (file: Blob) => sha256(new Uint8Array(await file.arrayBuffer()));
const picture = new Blob([new Uint8Array(1000).fill(7)]);
async function bundle(): Promise<Bundle> {
  const attachment = {
    id: 'att-1',
    name: '../../截图 <b>1</b>.png',
    type: 'image/png',
    size: 1000,
    sha256: await sha256Of(picture),
  };
  return {
    case: { id: 'case-1', title: '案件一', createdAt: AT, note: '' },
    entries: [entry('e1', '再不还钱就打断你的腿', [attachment]), entry('e2', '=HYPERLINK("http://x","点我")')],
    sent: [],
    attachments: new Map([['att-1', picture]]),
    originals: [{ name: 'sms.xml', sha256: 'a'.repeat(64), bytes: new Blob(['<smses/>']) }],
  };
}

const pack = async () => writeEvidence(await bundle(), { madeAt: AT, report: '<!doctype html><title>报告</title>' });

/** The same archive with files replaced (or added, or removed by `undefined`). */
async function altered(zip: Blob, changes: Record<string, string | undefined>): Promise<Blob> {
  const files = await readArchive(zip);
  const all: Record<string, Uint8Array> = {};
  for (const [path, blob] of files) all[path] = new Uint8Array(await blob.arrayBuffer());
  for (const [path, text] of Object.entries(changes)) {
    if (text === undefined) delete all[path];
    else all[path] = strToU8(text);
  }
  return new Blob([zipSync(all) as Uint8Array<ArrayBuffer>]);
}

describe('an evidence file', () => {
  let zip: Blob;
  let fingerprint: string;
  let check: EvidenceCheck;
  beforeAll(async () => {
    ({ zip, fingerprint } = await pack());
    check = await checkEvidence(zip);
  });

  it('is whole, has the fingerprint it was given, and gives back the case word for word', async () => {
    expect(isIntact(check)).toBe(true);
    expect(check.fingerprint).toBe(fingerprint);
    const { entries, case: restored } = await readCase(check, known);
    const original = await bundle();
    expect(entries).toEqual(original.entries);
    expect(restored).toEqual(original.case);
    const [path] = [...check.files.keys()].filter((name) => name.startsWith('attachments/'));
    expect(await sha256Of(check.files.get(path as string) as Blob)).toBe(await sha256Of(picture));
  });

  it('names what was changed, removed or added', async () => {
    expect((await checkEvidence(await altered(zip, { 'report.html': 'other' }))).changed).toEqual(['report.html']);
    expect((await checkEvidence(await altered(zip, { 'messages.csv': undefined }))).missing).toEqual(['messages.csv']);
    expect((await checkEvidence(await altered(zip, { 'new.txt': 'x' }))).added).toEqual(['new.txt']);
  });

  it('made again with other content it has another fingerprint', async () => {
    const other = await writeEvidence(await bundle(), { madeAt: AT, report: 'other' });
    expect(other.fingerprint).not.toBe(fingerprint);
  });

  it('a screening that links or dials what we would not show is left out, the words stay', async () => {
    const text = await (check.files.get(CASE_FILE) as Blob).text();
    const site = /"site":"https:\/\/[^"]+"/;
    for (const changed of [
      text.replace(site, '"site":"https://flk.npc.gov.cn.example.com/"'),
      text.replace(/"dial":"\d+"/, '"dial":"4001234567"'),
    ]) {
      expect(changed).not.toBe(text);
      const { entries } = await readCase(await checkEvidence(await altered(zip, { [CASE_FILE]: changed })), known);
      expect(entries.some(({ screening }) => screening === undefined)).toBe(true);
      expect(entries[0]?.revisions[0].content.text).toBe('再不还钱就打断你的腿');
    }
  });

  it.each([
    ['https://www.12377.cn/another/page', true],
    ['http://www.pbc.gov.cn/', true],
    ['http://www.pbc.gov.cn/another/page', false],
    ['http://www.12377.cn/', false],
    ['intent://www.12377.cn/#Intent;scheme=tel;end', false],
    ['javascript://www.12377.cn/%0Aalert(1)', false],
    ['blob:https://www.12377.cn/x', false],
    ['https://www.12377.cn:8443/', false],
    ['https://www.12377.cn@example.com/', false],
  ])('a screening that links %s is kept: %s', async (link, isKept) => {
    const text = await (check.files.get(CASE_FILE) as Blob).text();
    for (const name of ['site', 'url']) {
      const changed = text.replace(new RegExp(`"${name}":"https://[^"]+"`), `"${name}":"${link}"`);
      expect(changed).toContain(`"${name}":"${link}"`);
      const { entries } = await readCase(await checkEvidence(await altered(zip, { [CASE_FILE]: changed })), known);
      expect(entries[0]?.screening !== undefined, name).toBe(isKept);
    }
  });
});

describe('what a file holds does not matter', () => {
  const SIGNATURES = [
    [0x50, 0x4b, 3, 4],
    [0x50, 0x4b, 7, 8],
    [0x50, 0x4b, 1, 2],
    [0x50, 0x4b, 5, 6],
  ];
  const noise = (signature: readonly number[]) => {
    const bytes = Uint8Array.from({ length: 60_000 }, (_, at) => ((at * 7919) % 251) ^ (at >> 8));
    bytes.set(signature, 30_000);
    return bytes;
  };

  it.each([
    ...SIGNATURES.flatMap((signature) => ['a.png', 'a.wav'].map((name) => [name, noise(signature)] as const)),
    ['ends like an archive.png', zipSync({ x: strToU8('y') }, { level: 0 })] as const,
  ])('an attachment %s', async (name, bytes) => {
    const blob = new Blob([bytes as Uint8Array<ArrayBuffer>]);
    const attachment = { id: 'att-1', name, type: 'image/png', size: bytes.length, sha256: await sha256Of(blob) };
    const whole = { ...(await bundle()), entries: [entry('e1', '请还款', [attachment])] };
    const { zip } = await writeEvidence(
      { ...whole, attachments: new Map([['att-1', blob]]) },
      { madeAt: AT, report: '' },
    );
    const check = await checkEvidence(zip);
    expect(isIntact(check)).toBe(true);
    const [path = ''] = [...check.files.keys()].filter((each) => each.startsWith('attachments/'));
    expect(await sha256Of(check.files.get(path) as Blob)).toBe(attachment.sha256);
  });

  it.each([0, 6] as const)('a spreadsheet that was imported, packed with level %i', async (level) => {
    const sheet = zipSync({ 'xl/workbook.xml': strToU8('<x/>'), '[Content_Types].xml': strToU8('<y/>') }, { level });
    const bytes = new Blob([sheet as Uint8Array<ArrayBuffer>]);
    const originals = [{ name: '短信备份.xlsx', sha256: await sha256Of(bytes), bytes }];
    const { zip } = await writeEvidence({ ...(await bundle()), originals }, { madeAt: AT, report: '' });
    const check = await checkEvidence(zip);
    expect(isIntact(check)).toBe(true);
    const [path = ''] = [...check.files.keys()].filter((each) => each.startsWith('originals/'));
    expect(await sha256Of(check.files.get(path) as Blob)).toBe(originals[0]?.sha256);
  });
});

describe('hostile archives', () => {
  const refused = async (files: Record<string, Uint8Array>) =>
    checkEvidence(new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]));

  it.each(['../up.txt', '/root.txt', 'a/../../b', 'C:\\x', 'a//b', './x'])(
    'a path that leads out: %s',
    async (path) => {
      await expect(refused({ [path]: strToU8('x') })).rejects.toMatchObject({ code: 'unsafe-path' });
    },
  );

  it('what is no archive', async () => {
    await expect(checkEvidence(new Blob(['hello']))).rejects.toMatchObject({ code: 'not-zip' });
    await expect(checkEvidence(new Blob([]))).rejects.toMatchObject({ code: 'not-zip' });
  });

  it('an archive of something else', async () => {
    await expect(refused({ 'a.txt': strToU8('x') })).rejects.toMatchObject({ code: 'not-ours' });
  });

  it('one cut off in the middle', async () => {
    const { zip } = await pack();
    await expect(checkEvidence(zip.slice(0, Math.floor(zip.size * 0.6)))).rejects.toMatchObject({ code: 'damaged' });
  });

  const [A, B] = [strToU8('a'.repeat(500)), strToU8('b'.repeat(500))];
  const packed = (files: Record<string, Uint8Array>, level: 0 | 6 = 6) =>
    new Uint8Array(zipSync(files, { level })) as Uint8Array<ArrayBuffer>;
  /** Where a four-byte mark stands, the `nth` time. */
  const findMark = (bytes: Uint8Array, type: readonly [number, number], nth = 0): number => {
    let left = nth;
    for (let at = 0; at < bytes.length; at++) {
      const is = [0x50, 0x4b, ...type].every((value, offset) => bytes[at + offset] === value);
      if (is && left-- === 0) return at;
    }
    throw new Error('no such mark');
  };
  const [LINE, END] = [[1, 2] as const, [5, 6] as const];
  /** The same archive with one number in its list, or at its end, replaced. */
  const lying = (bytes: Uint8Array<ArrayBuffer>, mark: readonly [number, number], field: number, value: number) => {
    const lied = bytes.slice();
    new DataView(lied.buffer).setUint32(findMark(lied, mark) + field, value, true);
    return lied;
  };

  /** One file, and within its packed size bytes that unpacking leaves over. */
  const padded = (count: number): Uint8Array<ArrayBuffer> => {
    const whole = packed({ a: A });
    const list = findMark(whole, LINE);
    const size = new DataView(whole.buffer).getUint32(list + 20, true) + count;
    const long = new Uint8Array(whole.length + count);
    long.set(whole.slice(0, list));
    long.set(whole.slice(list), list + count);
    return lying(lying(long, LINE, 20, size), END, 16, list + count);
  };

  it.each<[string, () => readonly Uint8Array<ArrayBuffer>[], string]>([
    ['two archives, one behind the other', () => [packed({ a: A }), packed({ b: B })], 'damaged'],
    ['something before it', () => [strToU8('PK'), packed({ a: A })] as Uint8Array<ArrayBuffer>[], 'damaged'],
    ['something behind it', () => [packed({ a: A }), packed({}).slice(0, 8)], 'damaged'],
    ['less than it says', () => [lying(packed({ a: A }), LINE, 24, 499)], 'damaged'],
    ['more than it says', () => [lying(packed({ a: A }), LINE, 24, 501)], 'damaged'],
    ['more than is allowed, so it says', () => [lying(packed({ a: A }), LINE, 24, 4_000_000_000)], 'too-large'],
    ['bytes beyond its list', () => [lying(packed({ a: A }, 0), LINE, 20, 5_000)], 'damaged'],
    ['fewer bytes than a file takes', () => [lying(packed({ a: A }), LINE, 20, 3)], 'damaged'],
    ['a file that begins elsewhere', () => [lying(packed({ a: A }), LINE, 42, 1)], 'damaged'],
    ['a list that begins elsewhere', () => [lying(packed({ a: A }), END, 16, 0)], 'damaged'],
    ['another number of files', () => [lying(packed({ a: A }), END, 10, 2)], 'damaged'],
    ['another way of packing', () => [lying(packed({ a: A }), LINE, 10, 12)], 'damaged'],
    ['a password', () => [lying(packed({ a: A }), LINE, 8, 1)], 'damaged'],
    ['bytes behind the end of a file', () => [padded(1)], 'damaged'],
    ['many bytes behind the end of a file', () => [padded(200_000)], 'damaged'],
    ['another name in the list', () => [lying(packed({ abcd: A }), LINE, 46, 0x78787878)], 'damaged'],
  ])('one with %s', async (_, parts, code) => {
    await expect(readArchive(new Blob([...parts()]))).rejects.toMatchObject({ code });
  });

  it('a name with a mark before it is not the name without', async () => {
    const files = await readArchive(new Blob([packed({ '\ufeffcase.json': A })]));
    expect([...files.keys()]).toEqual(['\ufeffcase.json']);
  });

  it('one with two lists, of which other programs may read the first', async () => {
    const whole = packed({ a: A, b: B });
    const [from, end] = [findMark(whole, LINE), findMark(whole, END)];
    const list = whole.slice(from, end);
    const tail = whole.slice(end);
    new DataView(tail.buffer).setUint32(16, end, true);
    await expect(readArchive(new Blob([whole.slice(0, end), list, tail]))).rejects.toMatchObject({ code: 'damaged' });
  });

  it('one whose files lie over each other', async () => {
    const whole = packed({ a: A, b: A }, 0);
    const second = findMark(whole, LINE, 1);
    new DataView(whole.buffer).setUint32(second + 42, 0, true);
    whole[second + 46] = 'b'.charCodeAt(0);
    await expect(readArchive(new Blob([whole]))).rejects.toMatchObject({ code: 'damaged' });
  });

  it('one that holds a path twice', async () => {
    const whole = packed({ a: A, b: B });
    whole[findMark(whole, LINE, 1) + 46] = 'a'.charCodeAt(0);
    await expect(readArchive(new Blob([whole]))).rejects.toMatchObject({ code: 'twice', path: 'a' });
  });

  it('one cut off anywhere', async () => {
    const whole = packed({ a: A, b: B });
    for (let size = 2; size < whole.length; size++) {
      await expect(readArchive(new Blob([whole.slice(0, size)])), `${size}`).rejects.toMatchObject({ code: 'damaged' });
    }
  });

  it('folders and a comment do no harm', async () => {
    const whole = packed({ folder: { a: A } } as never);
    const comment = strToU8('PK\u0005\u0006 a comment');
    new DataView(whole.buffer).setUint16(findMark(whole, END) + 20, comment.length, true);
    expect([...(await readArchive(new Blob([whole, comment as Uint8Array<ArrayBuffer>]))).keys()]).toEqual([
      'folder/a',
    ]);
  });

  it('a bomb is stopped at the limit, whatever size it claims', async () => {
    const bomb = new Blob([zipSync({ 'a.bin': new Uint8Array(60_000_000) }, { level: 9 }) as Uint8Array<ArrayBuffer>]);
    expect(bomb.size).toBeLessThan(100_000);
    const limits = { ...EVIDENCE_LIMITS, bytes: 20_000_000 };
    await expect(readArchive(bomb, { limits })).rejects.toMatchObject({ code: 'too-large' });
    const modest = lying(new Uint8Array(await bomb.arrayBuffer()), LINE, 24, 1_000);
    await expect(readArchive(new Blob([modest]))).rejects.toMatchObject({ code: 'damaged' });
    expect((await readArchive(bomb)).get('a.bin')?.size).toBe(60_000_000);
  });

  it('too many files', async () => {
    const limits = { ...EVIDENCE_LIMITS, files: 3 };
    const zip = (count: number) => {
      const files = Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, strToU8('x')]));
      return readArchive(new Blob([zipSync(files) as Uint8Array<ArrayBuffer>]), { limits });
    };
    expect((await zip(3)).size).toBe(3);
    await expect(zip(4)).rejects.toMatchObject({ code: 'too-many-files' });
  });

  it.each([
    ['no JSON', '{', 'damaged'],
    ['another shape', '{"format":1,"case":{}}', 'damaged'],
    ['a newer format', '{"format":2}', 'newer-format'],
  ])('a case of %s', async (_, text, code) => {
    const { zip } = await pack();
    const check = await checkEvidence(await altered(zip, { [CASE_FILE]: text }));
    await expect(readCase(check, known)).rejects.toMatchObject({ code });
  });

  it.each(['2026-02-31', '2026-03-01 22:10:00+08:00', '2026-03-01T22:10:00+08', '9999-12-31T23:00:00Z'])(
    'a time that nothing could show: %s',
    async (wrong) => {
      const { zip } = await pack();
      const files = await readArchive(zip);
      const written = await (files.get(CASE_FILE) as Blob).text();
      const changed = written.replaceAll(`"at":"${AT}"`, `"at":"${wrong}"`);
      expect(changed).not.toBe(written);
      const stored = await altered(zip, { [CASE_FILE]: changed });
      await expect(readCase(await checkEvidence(stored), known)).rejects.toMatchObject({ code: 'damaged' });
      const manifest = JSON.stringify({ format: 1, madeAt: wrong, files: [] });
      await expect(checkEvidence(await altered(zip, { [MANIFEST_FILE]: manifest }))).rejects.toMatchObject({
        code: 'damaged',
      });
    },
  );

  it('a manifest that is none', async () => {
    const { zip } = await pack();
    await expect(checkEvidence(await altered(zip, { [MANIFEST_FILE]: '[]' }))).rejects.toMatchObject({
      code: 'damaged',
    });
  });
});

describe('what could not be read again is not written', () => {
  const LONG = 'x'.repeat(1_000_001);
  const sent = {
    id: 's1',
    caseId: 'case-1',
    channel: 'institution',
    day: '2026-03-05',
    answer: '',
    next: '',
    text: '',
  };
  const write = async (change: (whole: Bundle) => Partial<Bundle>, limits = EVIDENCE_LIMITS) => {
    const whole = await bundle();
    return writeEvidence({ ...whole, ...change(whole) }, { madeAt: AT, report: '', limits });
  };

  it.each<[string, number, (whole: Bundle) => Partial<Bundle>]>([
    ['case', 0, (whole) => ({ case: { ...whole.case, note: LONG } })],
    [
      'entries',
      1,
      ({ entries: [first, second] }) => ({ entries: [first as Entry, { ...(second as Entry), id: '?' }] }),
    ],
    ['sent', 0, () => ({ sent: [{ ...sent, ticket: LONG }] })],
    ['sent', 0, () => ({ sent: [{ ...sent, ticket: '', due: '20266-01-01' }] })],
  ])('something of the wrong form: %s %i', async (code, at, change) => {
    await expect(write(change)).rejects.toMatchObject({ name: 'UnfitError', code, at });
  });

  it('too many files, or too large ones, the manifest counted', async () => {
    const { zip } = await pack();
    const count = (await readArchive(zip)).size;
    const limits = (more: Partial<typeof EVIDENCE_LIMITS>) => ({ ...EVIDENCE_LIMITS, ...more });
    await expect(write(() => ({}), limits({ files: count - 1 }))).rejects.toMatchObject({ code: 'too-many-files' });
    await expect(write(() => ({}), limits({ bytes: 1_000 }))).rejects.toMatchObject({ code: 'too-large' });
    const fits = await write(() => ({}), limits({ files: count }));
    expect(isIntact(await checkEvidence(fits.zip))).toBe(true);
  });

  it('a long number of a complaint and a long sender from a table are read again', async () => {
    const { zip } = await write(({ entries: [first] }) => {
      const { revisions, ...rest } = first as Entry;
      const content = { ...revisions[0].content, sender: '列'.repeat(2_000) };
      return {
        entries: [{ ...rest, revisions: [{ ...revisions[0], content }] }],
        sent: [{ ...sent, ticket: '号'.repeat(1_000) }],
      };
    });
    const read = await readCase(await checkEvidence(zip), known);
    expect(read.entries[0]?.revisions[0].content.sender).toHaveLength(2_000);
    expect(read.sent[0]?.ticket).toHaveLength(1_000);
  });

  it('a screening of another version is left out and keeps no record from being read', async () => {
    const { zip } = await write(({ entries: [first] }) => {
      const { screening, ...rest } = first as Entry;
      const explanation = { ...screening?.explanation, leads: ['of a later version'] };
      return { entries: [{ ...rest, screening: { ...screening, explanation } } as unknown as Entry] };
    });
    const { entries } = await readCase(await checkEvidence(zip), known);
    expect(entries[0]?.screening).toBeUndefined();
    expect(entries[0]?.revisions[0].content.text).toBe('再不还钱就打断你的腿');
  });
});

it('names of attachments cannot lead out of their folder or run', () => {
  expect(safeName('att-1', '../../x<script>.html')).toBe('att-1-__.._x_script_.html');
  expect(safeName('../..', '')).toBe('-file');
  expect(safeName('a', `${'𠮷'.repeat(90)}.jpeg`)).toBe(`a-${'𠮷'.repeat(75)}.jpeg`);
});

it('cells that begin like a formula are harmless, line breaks and quotes survive', () => {
  const signs = ['=1+1', '+86', '-5', '@SUM(A1)', '＝1+1', '＋86', '－5', '＠SUM(A1)'];
  const fronts = ['', '\t', '\r', '\n', '\r\n', ' ', '\u3000', '\u00A0', '\u200B', '\u2060', '\uFEFF', '\uFEFF \u200B'];
  const formulas = fronts.flatMap((front) => signs.flatMap((sign) => [`${front}${sign}`, `${front}${sign}\n第二行`]));
  const harmless = ['第一行\n"第二行",逗号', '第一行\n=1+1', ' 请还款', '1=1'];
  const all = [...formulas, ...harmless].map((text, at) => entry(`e${at}`, text));
  const { data } = Papa.parse<string[]>(entriesAsCsv(all).slice(1, -2), { newline: '\r\n' });
  const cells = data.slice(1).map((row) => row[5] as string);
  expect(cells).toEqual([...formulas.map((text) => `'${text}`), ...harmless]);
});

describe('the table of entries', () => {
  const columns = (entries: readonly Entry[], ...names: string[]) => {
    const [header = [], ...rows] = Papa.parse<string[]>(entriesAsCsv(entries).slice(1, -2), { newline: '\r\n' }).data;
    return rows.map((row) => names.map((name) => row[header.indexOf(name)]));
  };
  const changed = (content: Partial<Entry['revisions'][0]['content']>): Entry => {
    const { screening, ...rest } = entry('e1', '');
    const [revision] = rest.revisions;
    return { ...rest, revisions: [{ ...revision, content: { ...revision.content, ...content } }] };
  };

  it('says of a call whether it was answered and how long it was', () => {
    const calls = [{ answered: true, seconds: 65 }, { answered: false, seconds: 0 }, { answered: true }, undefined];
    const entries = calls.map((call) => changed({ kind: 'call', ...(call && { call }) }));
    expect(columns([...entries, changed({})], '类型', '接通', '通话秒数')).toEqual([
      ['通话', '是', '65'],
      ['通话', '否', '0'],
      ['通话', '是', ''],
      ['通话', '没有记录', ''],
      ['消息', '', ''],
    ]);
  });

  it.each([
    ['10691234567890123456', "'10691234567890123456"],
    ['106912345678', "'106912345678"],
    ['02112345678', "'02112345678"],
    ['13812345678', '13812345678'],
    ['95188', '95188'],
  ])('the sender %s is written as %s, so that no spreadsheet alters it', (sender, cell) => {
    expect(columns([changed({ sender })], '对方号码')).toEqual([[cell]]);
  });

  it('names as grounds only what accuses, each instrument in one pair of brackets', () => {
    const accused = entry('e1', '再不还钱就打断你的腿');
    const screening = accused.screening as NonNullable<Entry['screening']>;
    const { explanation } = screening;
    const [finding] = explanation.findings as [(typeof explanation.findings)[number]];
    const [article] = finding.law as [(typeof finding.law)[number]];
    const grounds = (change: Partial<typeof finding>) => {
      const findings = [{ ...finding, ...change }];
      return columns([{ ...accused, screening: { ...screening, explanation: { ...explanation, findings } } }], '依据');
    };
    expect(grounds({})).toEqual([['《治安管理处罚法》第五十条第一款第一项']]);
    expect(grounds({ level: 'lawful' })).toEqual([['']]);
    expect(grounds({ law: [{ ...article, explains: true }] })).toEqual([['']]);
    expect(grounds({ law: [{ ...article, explains: true }, article] })).toEqual([
      ['《治安管理处罚法》第五十条第一款第一项'],
    ]);
    const bracketed = { ...article, instrument: '中银协《催收工作指引》', article: '第一条' };
    expect(grounds({ law: [bracketed] })).toEqual([['《中银协催收工作指引》第一条']]);
  });
});

describe('a masked case', () => {
  const PHONE = '13912345678';
  const NAME = '王小明';
  const secret = `联系人${NAME}${PHONE}`;
  const given = async (): Promise<Bundle> => {
    const { entries, ...whole } = await bundle();
    const [first] = entries as [Entry];
    const [revision] = first.revisions;
    const content = { ...revision.content, text: `再不还钱就打断你的腿。${secret}`, note: secret };
    return {
      ...whole,
      case: { ...whole.case, title: NAME, lenderName: NAME, note: secret, consent: { note: secret, at: AT } },
      entries: [
        {
          ...first,
          origin: { ...first.origin, file: { name: `${PHONE}.xml`, sha256: 'a'.repeat(64) } },
          revisions: await withRevision(await withRevision([], content, AT), { ...content, note: PHONE }, AT),
        },
      ],
      sent: [
        {
          id: 's1',
          caseId: 'case-1',
          channel: 'institution',
          day: '2026-03-05',
          ticket: secret,
          answer: secret,
          next: secret,
          text: secret,
        },
      ],
    };
  };

  it('shows neither number nor name anywhere, and keeps no file', async () => {
    const masked = await maskedBundle(await given(), { names: [NAME] });
    expect(JSON.stringify(masked)).not.toMatch(/13912345678|王小明/);
    expect(JSON.stringify(masked)).toContain('139******78');
    expect([masked.attachments.size, masked.originals.length, masked.entries[0]?.attachments.length]).toEqual([
      0, 0, 0,
    ]);
  });

  it('shows neither in the hosts of links, whatever script they are written in', async () => {
    const names = [NAME, 'zhangwei'];
    const words = '再不还钱就打断你的腿，看 http://13812345678.cn/a 、http://WWW.ZhangWei.com 、http://www.王小明.cn/';
    const other = '和 http://xn--fiqs8s.icbc.com.cn.example.top/、https://www.12377.cn/';
    const whole = { ...(await given()), entries: [entry('e1', `${words}${other}`)] };
    const before = whole.entries[0]?.screening?.explanation.links.map(({ host }) => host) ?? [];
    expect(before).toEqual([
      '13812345678.cn',
      'www.zhangwei.com',
      'www.xn--yeto6u69k.cn',
      'xn--fiqs8s.icbc.com.cn.example.top',
      'www.12377.cn',
    ]);
    const masked = await maskedBundle(whole, { names });
    expect(JSON.stringify(masked)).not.toMatch(/13812345678|王小明|zhangwei|xn--yeto6u69k/i);
    const shown = masked.entries[0]?.screening?.explanation.links.map(({ host }) => host);
    expect(shown).toEqual([
      '138******78.cn',
      'www.z*******.com',
      '*'.repeat('www.xn--yeto6u69k.cn'.length),
      ...before.slice(3),
    ]);
  });

  it('shows a disguise only where nothing of its words is hidden', async () => {
    const whole = await given();
    const [first] = whole.entries as [Entry];
    const screening = first.screening as NonNullable<Entry['screening']>;
    const [finding] = screening.explanation.findings as [(typeof screening.explanation.findings)[number]];
    const disguises = [{ written: '1З9', meant: '139' }];
    const passages = ['再不还钱', `打给${PHONE}`].map((quote) => ({ quote, disguises }));
    const explanation = { ...screening.explanation, findings: [{ ...finding, passages }] };
    const entries = [{ ...first, screening: { ...screening, explanation } }];
    const masked = await maskedBundle({ ...whole, entries }, { names: [NAME] });
    const shown = masked.entries[0]?.screening?.explanation.findings[0]?.passages;
    expect(shown?.map((passage) => passage.disguises)).toEqual([disguises, []]);
  });

  it('has hashes of its own that fit, so that nothing hidden can be found again by trying', async () => {
    const whole = await given();
    const masked = await maskedBundle(whole, { names: [NAME] });
    const hashes = ({ entries }: Bundle) =>
      entries.flatMap(({ id, revisions }) => [id, ...revisions.map((r) => r.sha256)]);
    expect(hashes(masked).filter((hash) => hashes(whole).includes(hash))).toEqual([]);
    for (const { revisions } of masked.entries) expect(await chainHolds(revisions)).toBe(true);
    const { zip } = await writeEvidence(masked, { madeAt: AT, report: 'x' });
    expect((await readCase(await checkEvidence(zip), known)).entries).toEqual(masked.entries);
  });
});
