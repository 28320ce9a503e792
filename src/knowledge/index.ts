/** The compiled knowledge and tables. Made by `npm run knowledge` (and by `npm ci`) from the YAML files beside this folder. */

import { createRestore } from '../screen/restore';
import { createSoundPass } from '../screen/sound-pass';
import { decodeTables, type Tables } from '../screen/tables';
import type { Knowledge } from '../screen/types';
import knowledgeJson from './generated/knowledge.json' with { type: 'json' };
import tablesJson from './generated/tables.json' with { type: 'json' };

export const knowledge = knowledgeJson as unknown as Knowledge;
export const tables = decodeTables(tablesJson as unknown as Tables);
export const sounds = createSoundPass(knowledge.concepts, tablesJson as unknown as Tables);
export const restore = createRestore(tablesJson as unknown as Tables);
