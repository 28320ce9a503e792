import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { sha256 } from '../hash';
import { entriesAsCsv } from './csv';
import { mustFit } from './fits';
import {
  attachmentPath,
  type Bundle,
  CASE_FILE,
  type CaseFile,
  CSV_FILE,
  EVIDENCE_FORMAT,
  MANIFEST_FILE,
  type Manifest,
  originalPath,
  README_FILE,
  REPORT_FILE,
} from './layout';
import type { Limits } from './read';
import { evidenceReadme } from './readme';

export interface Evidence {
  readonly zip: Blob;
  /** SHA-256 of the manifest: whoever has it can tell this file from any other. */
  readonly fingerprint: string;
}

interface Writing {
  /** ISO 8601 with offset. */
  readonly madeAt: string;
  /** The printable report, a whole HTML document. */
  readonly report: string;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
  /** Those of whoever reads it. */
  readonly limits?: Limits;
}

/**
 * Packs a case into one archive. Files go in one after the other, so that only one is held at a time.
 *
 * @throws UnfitError when the file could not be read again; DOMException AbortError when cancelled; nothing is left behind
 */
export async function writeEvidence(
  bundle: Bundle,
  { madeAt, report, onProgress, signal, limits }: Writing,
): Promise<Evidence> {
  const { entries, sent, originals } = bundle;
  const caseFile: CaseFile = {
    format: EVIDENCE_FORMAT,
    case: bundle.case,
    entries,
    sent,
    originals: originals.map(({ name, sha256: hash }) => ({ name, sha256: hash })),
  };
  const files: [path: string, content: Blob][] = [
    [README_FILE, new Blob([evidenceReadme(madeAt)])],
    [REPORT_FILE, new Blob([report])],
    [CSV_FILE, new Blob([entriesAsCsv(entries)])],
    [CASE_FILE, new Blob([JSON.stringify(caseFile)])],
    ...entries
      .flatMap(({ attachments }) => attachments)
      .flatMap((attachment): [string, Blob][] => {
        const bytes = bundle.attachments.get(attachment.id);
        return bytes ? [[attachmentPath(attachment), bytes]] : [];
      }),
    ...originals.map((original): [string, Blob] => [originalPath(original), original.bytes]),
  ];
  mustFit(
    caseFile,
    files.map(([, content]) => content),
    limits,
  );
  const archive = createArchive(new Date(madeAt));
  const manifest: Manifest = { format: EVIDENCE_FORMAT, madeAt, files: [] };
  const lines = [...manifest.files];
  for (const [path, content] of files) {
    signal?.throwIfAborted();
    const bytes = new Uint8Array(await content.arrayBuffer());
    lines.push({ path, size: bytes.length, sha256: await sha256(bytes) });
    archive.add(path, bytes);
    onProgress?.(lines.length, files.length);
  }
  const manifestBytes = new TextEncoder().encode(JSON.stringify({ ...manifest, files: lines }, null, 1));
  archive.add(MANIFEST_FILE, manifestBytes);
  return { zip: archive.end(), fingerprint: await sha256(manifestBytes) };
}

/** Pictures and sound are compressed already. */
const COMPRESSED = /\.(png|jpe?g|webp|heic|mp3|m4a|aac|ogg|amr|mp4|zip|xlsx)$/i;

function createArchive(mtime: Date) {
  const parts: BlobPart[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    failure ??= error;
    parts.push(chunk as Uint8Array<ArrayBuffer>);
  });
  return {
    add(path: string, bytes: Uint8Array): void {
      const file = COMPRESSED.test(path) ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
      file.mtime = mtime;
      zip.add(file);
      file.push(bytes, true);
      if (failure) throw failure;
    },
    end(): Blob {
      zip.end();
      if (failure) throw failure;
      return new Blob(parts, { type: 'application/zip' });
    },
  };
}
