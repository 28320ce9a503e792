import type { Migration } from './migration';

/** The first version: a header for each case, and its parts. */
export const version1: Migration = (database) => {
  database.createObjectStore('cases', { keyPath: 'id' });
  database.createObjectStore('parts', { keyPath: ['caseId', 'generation', 'kind', 'key'] });
};
