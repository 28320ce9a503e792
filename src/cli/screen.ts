/**
 * `npm run -s screen < messages.jsonl > screened.jsonl`
 * `npm run -s screen -- --backup FILE [--senders]`
 * `npm run -s screen -- --verify FILE.zip`
 *
 * Screens one message a line, in order, with constant memory. Options that do not go together are refused with a word on
 * stderr and exit code 2. A line that cannot be read is reported on stderr as
 * `{"line":N,"error":"…"}`; the rest is still screened and the exit code is 1. A closed pipe ends the work quietly.
 */
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { screener } from '../check/screener';
import { knowledge } from '../knowledge';
import { MESSAGE_LIMIT, type Message, MessageTooLongError, type Screening } from '../screen';
import { chinaDay } from '../screen/clock';
import { screenBackup } from './backup';
import { LINE_LIMIT, readLines } from './lines';
import { loadReader } from './reader';
import { parseRecord, RecordError, toOutput } from './record';
import { verifyEvidence } from './verify';

/** Loaded for the first text that needs it: an evidence file is compared without. */
let reader: ReturnType<typeof loadReader> | undefined;
const read: ReturnType<typeof loadReader> = (text) => {
  reader ??= loadReader();
  return reader(text);
};
const today = chinaDay(new Date());

function screenLine(text: string | undefined): string {
  if (text === undefined) throw new RecordError(`longer than ${LINE_LIMIT} bytes`);
  const { id, message } = parseRecord(text);
  return toOutput(id, screen(message), knowledge);
}

function screen(message: Message): Screening {
  if (message.text.length > MESSAGE_LIMIT) throw new MessageTooLongError(message.text.length);
  const toRead = screener.textToRead(message.text);
  const opinion = toRead === undefined ? undefined : read(toRead);
  return screener.screen(message, today, opinion);
}

function explain(error: unknown): string {
  if (error instanceof RecordError) return error.message;
  if (error instanceof MessageTooLongError) return `"text" has ${error.length} characters, at most ${MESSAGE_LIMIT}`;
  throw error;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});

const { values } = parseArgs({
  options: { backup: { type: 'string' }, senders: { type: 'boolean' }, verify: { type: 'string' } },
});

if (values.senders && values.backup === undefined) {
  process.stderr.write('--senders needs --backup FILE\n');
  process.exitCode = 2;
} else if (values.verify !== undefined) await verifyEvidence(values.verify);
else if (values.backup === undefined) await screenLines();
else await screenBackup(values.backup, values.senders ?? false, { screener, screen, read, today, explain });

async function screenLines(): Promise<void> {
  for await (const { number, text } of readLines(process.stdin)) {
    if (text !== undefined && !text.trim()) continue;
    try {
      if (!process.stdout.write(`${screenLine(text)}\n`)) await once(process.stdout, 'drain');
    } catch (error) {
      process.stderr.write(`${JSON.stringify({ line: number, error: explain(error) })}\n`);
      process.exitCode = 1;
    }
  }
}
