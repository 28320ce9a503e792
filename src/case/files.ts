/** Files beside an entry: screenshots and recordings, kept as they are and never opened as a document. */
import { CaseError } from './errors';

/** Most bytes of one file. */
export const FILE_LIMIT = 20 * 1024 * 1024;

/** Pictures and recordings as phones make them. No HTML, SVG, XML or PDF: those can carry scripts or load something. */
export const FILE_TYPES: readonly string[] = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/bmp',
  'image/heic',
  'image/heif',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/aac',
  'audio/amr',
  'audio/3gpp',
  'audio/wav',
  'audio/x-wav',
  'audio/ogg',
  'audio/webm',
  'audio/flac',
];

/** Endings of files for which browsers often know no type. */
const BY_ENDING: Readonly<Record<string, string>> = {
  amr: 'audio/amr',
  heic: 'image/heic',
  heif: 'image/heif',
  m4a: 'audio/mp4',
};

/** What is needed of a `File`. */
export interface NewFile {
  readonly name: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/**
 * The media type under which a file is kept, without parameters.
 *
 * @throws CaseError too-large, type-not-allowed
 */
export function admit({ name, type, size }: Pick<NewFile, 'name' | 'type' | 'size'>): string {
  const given = (type.split(';')[0] as string).trim().toLowerCase();
  const kept = given || BY_ENDING[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] || '';
  if (!FILE_TYPES.includes(kept)) throw new CaseError('type-not-allowed');
  if (size > FILE_LIMIT) throw new CaseError('too-large');
  return kept;
}
