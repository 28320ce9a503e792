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

  it('a bomb is stopped at the limit, whatever size it claims', async () => {
    const bomb = new Blob([zipSync({ 'a.bin': new Uint8Array(60_000_000) }, { level: 9 }) as Uint8Array<ArrayBuffer>]);
    expect(bomb.size).toBeLessThan(100_000);
    const limits = { ...EVIDENCE_LIMITS, bytes: 20_000_000 };
    await expect(readArchive(bomb, { limits })).rejects.toMatchObject({ code: 'too-large' });
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
