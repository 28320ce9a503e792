/** The stored tables made ready for the pipeline, once for each page or worker. */
import { knowledge, storedTables } from '../knowledge';
import { createLetterRestore, createRestore } from './restore';
import { createSoundPass } from './sound-pass';
import { decodeTables } from './tables';

export const tables = decodeTables(storedTables);
export const sounds = createSoundPass(knowledge.concepts, storedTables);
export const restore = createRestore(storedTables);
export const restoreLetters = createLetterRestore(storedTables, restore);
