/** The command line as a helper uses it: the real command, real pipes. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/knowledge/read';

interface Outcome {
  readonly code: number | null;
  readonly lines: Record<string, unknown>[];
  readonly errors: { line: number; error: string }[];
}

const parseLines = <T>(text: string): T[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

const start = (...options: string[]) =>
  spawn(process.execPath, ['--import', 'tsx', 'src/cli/screen.ts', ...options], { cwd: ROOT });

/** What it wrote, and its exit code. */
async function ended(
  child: ChildProcessWithoutNullStreams,
): Promise<{ code: number | null; out: string; err: string }> {
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, out, err };
}

/** Runs `duncheck screen` on the given input pieces. */
async function screen(input: Iterable<string | Buffer>): Promise<Outcome> {
  const child = start();
  const end = ended(child);
  for (const piece of input)
    if (!child.stdin.write(piece)) await new Promise((done) => child.stdin.once('drain', done));
  child.stdin.end();
  const { code, out, err } = await end;
  return { code, lines: parseLines(out), errors: parseLines(err) };
}

const line = (record: unknown): string => `${JSON.stringify(record)}\n`;

describe('duncheck screen', () => {
  it.each([
    ['an option that lacks another', ['--senders'], /^--senders needs --backup FILE\n$/],
    ['options for two works', ['--verify', 'a.zip', '--backup', 'b.xml'], /^--verify and --backup .*\n$/],
    ['an option that is none', ['--sender'], /^Unknown option '--sender'[^\n]*\n.*--help.*\n$/],
    ['a file without its option', ['b.xml'], /^Unexpected argument 'b.xml'[^\n]*\n.*--help.*\n$/],
    ['an option without its file', ['--backup'], /^Option '--backup <value>' argument missing\n.*--help.*\n$/],
  ])('says at once what is wrong with %s, and waits for no input', async (_what, options, said) => {
    expect(await ended(start(...options))).toEqual({ code: 2, out: '', err: expect.stringMatching(said) });
  });

  it('--help shows every option', async () => {
    const { code, out, err } = await ended(start('--help'));
    expect([code, err]).toEqual([0, '']);
    for (const option of ['< messages.jsonl', '--backup', '--senders', '--verify']) expect(out).toContain(option);
  });

  it('answers in order, with spans, law as people cite it, and channels', async () => {
    const text = '您的借款已逾期。今天不还，我们就把欠款告诉你父母和单位领导。';
    const { code, lines } = await screen([
      line({ id: 'a', text, receivedAt: '2026-03-01T12:00:00+08:00', lender: 'bank' }),
      line({ id: 'b', text: '你的快递到了。' }),
    ]);
    expect(code).toBe(0);
    expect(lines.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['a', 'found'],
      ['b', 'nothing-found'],
    ]);
    const findings = (lines[0]?.findings ?? []) as Record<string, unknown>[];
    const finding = findings.find(({ category }) => category === 'privacy-disclosure');
    expect(finding).toMatchObject({ category: 'privacy-disclosure', level: 'violation', basis: 'text' });
    expect(text.slice(finding?.start as number, finding?.end as number)).toContain('告诉你父母');
    expect(finding?.law).toContainEqual({ id: 'mfd-1032', instrument: '民法典', article: '第一千零三十二条' });
    expect(lines[0]?.channels).toContain('institution');
  });

  it('reports each bad line with its number and reason, screens the rest, and exits with 1', async () => {
    const { code, lines, errors } = await screen([
      '{broken\n',
      line({ id: 1 }),
      line({ id: 2, text: 3 }),
      line({ id: 3, text: '好', receivedAt: '2026-13-01' }),
      line({ id: 4, text: '好', lender: 'shark' }),
      line([1]),
      line({ text: '好' }),
      line({ id: 5, text: '还'.repeat(20_001) }),
      line({ id: 6, text: '告诉你父母' }),
    ]);
    expect(code).toBe(1);
    expect(lines.map(({ id }) => id)).toEqual([6]);
    expect(errors.map(({ line: number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(errors.map(({ error }) => error).join('\n')).toMatch(
      /not JSON.*"text" must be.*"text" must be.*"receivedAt" must be.*"lender" must be one of.*not a JSON object.*"id" must be.*20001 characters, at most 20000/s,
    );
  });

  it('a table in another encoding is not screened as if it were the message', async () => {
    const gbk = Buffer.concat([
      Buffer.from('{"id":1,"text":"'),
      Buffer.from([0xbb, 0xb9, 0xc7, 0xae]),
      Buffer.from('"}\n'),
    ]);
    const { code, lines, errors } = await screen([
      '\ufeff',
      line({ id: 0, text: '好' }),
      gbk,
      line({ id: 2, text: '好' }),
    ]);
    expect(code).toBe(1);
    expect(lines.map(({ id }) => id)).toEqual([0, 2]);
    expect(errors).toEqual([{ line: 2, error: 'not UTF-8' }]);
  });

  it.each(['9007199254740993', '1e400', '0.1'])('refuses the number %s, which it could not give back', async (id) => {
    const { code, lines, errors } = await screen([`{"id":${id},"text":"好"}\n`]);
    expect([code, lines]).toEqual([1, []]);
    expect(errors).toEqual([{ line: 1, error: expect.stringContaining('write it as a string') }]);
  });

  it('an empty input is no error', async () => {
    expect(await screen(['', '\n\n'])).toMatchObject({ code: 0, lines: [], errors: [] });
  });

  it('skips a line of 50 MB, says so, and goes on', async () => {
    const megabyte = Buffer.alloc(1_048_576, 'a');
    const { code, lines, errors } = await screen([
      '{"id":1,"text":"',
      ...Array.from({ length: 50 }, () => megabyte),
      '"}\n',
      line({ id: 2, text: '好' }),
    ]);
    expect(code).toBe(1);
    expect(errors).toEqual([{ line: 1, error: expect.stringContaining('longer than') }]);
    expect(lines.map(({ id }) => id)).toEqual([2]);
  }, 30_000);

  it('a closed pipe ends it quietly', async () => {
    const child = spawn(
      'bash',
      [
        '-c',
        `set -o pipefail; yes '{"id":1,"text":"好"}' | head -n 20000 | node --import tsx src/cli/screen.ts | head -n 1`,
      ],
      { cwd: ROOT },
    );
    expect((await ended(child)).err).toBe('');
  }, 30_000);
});
