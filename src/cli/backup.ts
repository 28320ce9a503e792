import { once } from 'node:events';
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { importFile } from '../intake/import/import';
import type { NamedBlob } from '../intake/import/inspect';
import { ImportError, type ImportedRow } from '../intake/import/types';
import { screenInbox } from '../intake/inbox/screen';
import { createSignReader } from '../intake/inbox/signs';
import { knowledge } from '../knowledge';
import type { Screener } from '../screen';
import { restoreLetters, tables } from '../screen/decoded';
import type { Message, Screening } from '../screen/types';
import { toOutput } from './record';

export interface BackupTools {
  readonly screener: Screener;
  /** @throws MessageTooLongError */
  readonly screen: (message: Message) => Screening;
  readonly read: NonNullable<Parameters<typeof screenInbox>[3]['read']>;
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** What to write to stderr for an error of one message; throws what is no such error. */
  readonly explain: (error: unknown) => string;
}

/**
 * Screens a message history: one line per incoming message on stdout, or with `senders` one line per sender that looks like
 * collection. What cannot be read goes to stderr as `{"row":N,"error":"code"}` and makes the exit code 1.
 */
export async function screenBackup(path: string, senders: boolean, tools: BackupTools): Promise<void> {
  const rows: ImportedRow[] = [];
  try {
    const file = await openFile(path);
    const { incomplete } = await importFile(
      file,
      {},
      {
        async onRows(some) {
          for (const row of some) {
            if (senders) rows.push(row);
            else await writeRow(row, tools);
          }
        },
        onBad(bad) {
          for (const { row, code } of bad) report({ row, error: code });
        },
      },
    );
    if (incomplete) report({ row: incomplete.row, error: incomplete.code });
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    report({ error: error.code, ...(error.values.length && { limit: error.values[0] }) });
    return;
  }
  if (!senders) return;
  const { screener, read, today } = tools;
  for await (const event of screenInbox(rows, screener, createSignReader(knowledge, tables, restoreLetters), {
    today,
    read,
  })) {
    if (event.kind === 'sender') await write(JSON.stringify(event.summary));
  }
}

/** @throws ImportError `unreadable` for a folder, or where nothing is */
async function openFile(path: string): Promise<NamedBlob> {
  try {
    return Object.assign(await openAsBlob(path), { name: basename(path) });
  } catch {
    throw new ImportError('unreadable');
  }
}

async function writeRow({ id, row, content }: ImportedRow, { screen, explain }: BackupTools): Promise<void> {
  const { kind, direction, text, at, sender } = content;
  if (kind !== 'message' || direction !== 'in') return;
  const known = { ...(sender !== undefined && { sender }), ...(at !== undefined && { receivedAt: at }) };
  let line: string;
  try {
    line = toOutput(id, screen({ text, ...known }), knowledge, { row, ...known });
  } catch (error) {
    report({ row, error: explain(error) });
    return;
  }
  await write(line);
}

async function write(line: string): Promise<void> {
  if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
}

function report(problem: object): void {
  process.stderr.write(`${JSON.stringify(problem)}\n`);
  process.exitCode = 1;
}
