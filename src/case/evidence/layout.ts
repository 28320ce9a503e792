/** What an evidence file holds and where. */
import type { Attachment, Case, Entry, Sent } from '../types';

/** A case with the bytes that belong to it. */
export interface Bundle {
  readonly case: Case;
  readonly entries: readonly Entry[];
  readonly sent: readonly Sent[];
  /** Bytes of the attachments, by attachment id. */
  readonly attachments: ReadonlyMap<string, Blob>;
  /** Imported files as they were, if the keeper chose to keep them. */
  readonly originals: readonly Original[];
}

export interface Original {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Blob;
}

/** Version of the layout; a reader refuses what is newer than itself. */
export const EVIDENCE_FORMAT = 1;

export const CASE_FILE = 'case.json';
export const MANIFEST_FILE = 'manifest.json';
export const REPORT_FILE = 'report.html';
export const CSV_FILE = 'messages.csv';
export const README_FILE = 'README.txt';
export const ATTACHMENTS = 'attachments/';
export const ORIGINALS = 'originals/';

/** The content of `case.json`: everything but bytes. */
export interface CaseFile {
  readonly format: typeof EVIDENCE_FORMAT;
  readonly case: Case;
  readonly entries: readonly Entry[];
  readonly sent: readonly Sent[];
  readonly originals: readonly { readonly name: string; readonly sha256: string }[];
}

export interface ManifestLine {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
}

/** The content of `manifest.json`: every other file. Its own hash is the fingerprint that the keeper writes down. */
export interface Manifest {
  readonly format: typeof EVIDENCE_FORMAT;
  /** ISO 8601 with offset: the clock of the device, no certified time. */
  readonly madeAt: string;
  readonly files: readonly ManifestLine[];
}

/**
 * Name of a file inside the archive: its id in front keeps it apart from others of the same name, and nothing of the
 * given name can lead out of the folder.
 */
export function safeName(id: string, name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^\.+/, '_');
  // By characters: half of one would be another in the archive than in the manifest.
  const end = [...plain].slice(-80).join('');
  return `${id.replace(/[^a-zA-Z0-9-]/g, '').slice(-16)}-${end || 'file'}`;
}

export const attachmentPath = ({ id, name }: Pick<Attachment, 'id' | 'name'>): string =>
  ATTACHMENTS + safeName(id, name);
export const originalPath = ({ sha256, name }: Pick<Original, 'sha256' | 'name'>): string =>
  ORIGINALS + safeName(sha256, name);
