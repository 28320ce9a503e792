import { encode } from './canonical';
import { sha256 } from './hash';

/** What a case consists of. `screening` has the id of its entry, `case` and `draft` that of the case. */
export const PART_KINDS = ['case', 'entry', 'screening', 'attachment', 'sent', 'draft'] as const;
export type PartKind = (typeof PART_KINDS)[number];

export interface ManifestItem {
  readonly kind: PartKind;
  readonly id: string;
  /** SHA-256 in hex of the bytes kept: canonical JSON, or the file itself for an attachment. */
  readonly sha256: string;
}

/**
 * Everything a case holds, with its hash. It shows what is missing, altered or added; as its maker could rebuild it,
 * it is no certificate and no time stamp.
 */
export interface Manifest {
  readonly caseId: string;
  /** By kind, then by id (UTF-16 code units). */
  readonly items: readonly ManifestItem[];
  /** SHA-256 in hex of `{caseId, items}` in canonical JSON. */
  readonly sha256: string;
}

const order = (a: ManifestItem, b: ManifestItem): number =>
  PART_KINDS.indexOf(a.kind) - PART_KINDS.indexOf(b.kind) || (a.id < b.id ? -1 : Number(a.id > b.id));

/** Identifies an item among those of its case. */
export const itemKey = ({ kind, id }: Pick<ManifestItem, 'kind' | 'id'>): string => `${kind} ${id}`;

export async function makeManifest(caseId: string, items: Iterable<ManifestItem>): Promise<Manifest> {
  const ordered = [...items].sort(order);
  return { caseId, items: ordered, sha256: await sha256(encode({ caseId, items: ordered })) };
}

/** Whether the manifest has the hash of what it lists. */
export async function manifestHolds({ caseId, items, sha256: kept }: Manifest): Promise<boolean> {
  return (await sha256(encode({ caseId, items }))) === kept;
}
