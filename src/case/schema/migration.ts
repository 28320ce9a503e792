import type { IDBPDatabase, IDBPTransaction } from 'idb';

/**
 * Takes the store from the version before to its own. It may await nothing but the given transaction.
 *
 * It changes stores, keys and headers, never the bytes of a part: those of a locked case cannot be read here, and the
 * kept hashes are of these bytes. What a part holds may only grow by members that can be absent.
 */
export type Migration = (
  database: IDBPDatabase,
  transaction: IDBPTransaction<unknown, string[], 'versionchange'>,
) => void | Promise<void>;
