/** The compiled knowledge and tables. Made by `npm run knowledge` (and by `npm ci`) from the YAML files beside this folder. */

import type { Knowledge, Tables } from './compiled';
import knowledgeJson from './generated/knowledge.json' with { type: 'json' };
import tablesJson from './generated/tables.json' with { type: 'json' };

export const knowledge = knowledgeJson as unknown as Knowledge;
export const storedTables = tablesJson as unknown as Tables;
