/** The records as they lie in IndexedDB, in the newest version. */
import type { DBSchema, IDBPDatabase } from 'idb';
import type { Bytes } from '../canonical';
import type { PartKind } from '../manifest';
import type { Lock } from '../seal';

/** All that stays readable of a locked case, besides the number, kinds and sizes of its parts. */
export interface Header {
  /** Random, says nothing. */
  readonly id: string;
  /** Raised by every change: whoever prepared on an older state begins again. */
  readonly sequence: number;
  /** The parts that count. Others are left over from an encryption that was broken off. */
  readonly generation: string;
  readonly lock?: Lock;
  /** Readable while locked; only where the keeper chose that. */
  readonly title?: string;
}

/** One piece of a case. */
export interface StoredPart {
  readonly caseId: string;
  readonly generation: string;
  readonly kind: PartKind | 'manifest';
  /** The id; in a locked case an HMAC of it. */
  readonly key: string;
  /** Only where encrypted. */
  readonly iv?: Bytes;
  /** Canonical JSON, or a file as it is; or either encrypted. */
  readonly bytes: Bytes;
}

export interface CaseDatabase extends DBSchema {
  cases: { key: string; value: Header };
  parts: { key: [caseId: string, generation: string, kind: string, key: string]; value: StoredPart };
}
export type Database = IDBPDatabase<CaseDatabase>;
