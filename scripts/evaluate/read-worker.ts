/** One of the processes of `reading.ts`: reads lists of canonical texts with the reader of the product. */
import { loadReader } from '../../src/cli/reader';

const read = loadReader();
process.on('message', (texts: string[]) => process.send?.(texts.map(read)));
