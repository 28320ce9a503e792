/** Real files in a folder that is gone after the tests of a file. */
import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { importFile } from '../../src/intake/import/import';
import type { NamedBlob } from '../../src/intake/import/inspect';
import {
  type BadRow,
  ImportError,
  type ImportedRow,
  type ImportReport,
  type ReadOptions,
} from '../../src/intake/import/types';

export const folder = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(folder, { recursive: true }));

export const openFile = async (path: string, name = path): Promise<NamedBlob> =>
  Object.assign(await openAsBlob(path), { name });

export async function write(name: string, content: string | Uint8Array): Promise<NamedBlob> {
  const path = join(folder, name);
  writeFileSync(path, content);
  return openFile(path, name);
}

export interface Outcome {
  readonly rows: ImportedRow[];
  readonly bad: BadRow[];
  readonly report?: ImportReport;
  /** Code of the ImportError. */
  readonly error?: string;
}

export async function read(file: NamedBlob, options: ReadOptions = {}): Promise<Outcome> {
  const rows: ImportedRow[] = [];
  const bad: BadRow[] = [];
  try {
    const report = await importFile(file, options, {
      onRows: (some) => void rows.push(...some),
      onBad: (some) => void bad.push(...some),
    });
    return { rows, bad, report };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { rows, bad, error: error.code };
  }
}

export const readText = async (name: string, text: string | Uint8Array, options?: ReadOptions): Promise<Outcome> =>
  read(await write(name, text), options);

/** What matters of a row, in few words. */
export const brief = ({ rows }: Outcome): unknown[] =>
  rows.map(({ content: { direction, sender, at, text } }) => [direction, sender, at, text]);

export function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}
