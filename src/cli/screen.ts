/**
 * Screens one message a line, in order, with constant memory; see USAGE. Options that do not go together are refused with
 * a word on stderr and exit code 2. A line that cannot be read is reported on stderr as
 * `{"line":N,"error":"…"}`; the rest is still screened and the exit code is 1. A closed pipe ends the work quietly.
 */
import { once } from 'node:events';
import { screener } from '../check/screener';
import { knowledge } from '../knowledge';
import { MESSAGE_LIMIT, type Message, MessageTooLongError, type Screening } from '../screen';
import { chinaDay } from '../screen/clock';
import { screenBackup } from './backup';
import { CommandError, runCommand } from './command';
import { LINE_LIMIT, type Line, readLines } from './lines';
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

function screenLine({ text, skipped }: Line): string {
  if (text === undefined)
    throw new RecordError(skipped === 'not-utf8' ? 'not UTF-8' : `longer than ${LINE_LIMIT} bytes`);
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

async function screenLines(): Promise<void> {
  for await (const line of readLines(process.stdin)) {
    if (line.text !== undefined && !line.text.trim()) continue;
    try {
      if (!process.stdout.write(`${screenLine(line)}\n`)) await once(process.stdout, 'drain');
    } catch (error) {
      process.stderr.write(`${JSON.stringify({ line: line.number, error: explain(error) })}\n`);
      process.exitCode = 1;
    }
  }
}

const USAGE = `npm run -s screen < messages.jsonl > screened.jsonl
    one JSON object a line in, {"id","text","receivedAt"?,"sender"?,"lender"?,"role"?,"urgency"?}, and one a line out
npm run -s screen -- --backup FILE
    a phone's SMS backup, a table or a chat: one line per incoming message
npm run -s screen -- --backup FILE --senders
    the same, one line per sender that looks like collection
npm run -s screen -- --verify FILE.zip
    compares an evidence file with its own manifest
The fields and the codes of errors: docs/screen.md`;

await runCommand(
  USAGE,
  { backup: { type: 'string' }, senders: { type: 'boolean' }, verify: { type: 'string' } },
  async ({ backup, senders = false, verify }) => {
    if (senders && backup === undefined) throw new CommandError('--senders needs --backup FILE');
    if (verify !== undefined && backup !== undefined)
      throw new CommandError('--verify and --backup do not go together');
    if (verify !== undefined) await verifyEvidence(verify);
    else if (backup === undefined) await screenLines();
    else await screenBackup(backup, senders, { screener, screen, read, today, explain });
  },
);
