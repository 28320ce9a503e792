import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { SecondOpinion } from '../../src/screen/types';

/** Reading is nearly all the work, and each text is read by itself: every core takes a share, four at most. */
const PROCESSES = Math.min(4, availableParallelism());
const AT_ONCE = 25;

export interface Opinions {
  /** @throws RangeError for a text that was not prepared */
  of(canonicalText: string): SecondOpinion;
  /** Reads those texts that are new, each once. */
  prepare(canonicalTexts: Iterable<string>, what: string): Promise<void>;
}

export function createOpinions(progress: (line: string) => void): Opinions {
  const known = new Map<string, SecondOpinion>();
  return {
    of(text) {
      const opinion = known.get(text);
      if (!opinion) throw new RangeError(`not prepared: ${text.length} characters`);
      return opinion;
    },
    async prepare(texts, what) {
      const waiting = [...new Set(texts)].filter((text) => !known.has(text));
      const total = waiting.length;
      let tenth = 0;
      const work = async () => {
        const child = fork(new URL('read-worker.ts', import.meta.url), { serialization: 'advanced' });
        while (waiting.length) {
          const texts = waiting.splice(0, AT_ONCE);
          child.send(texts);
          const opinions = await answer(child);
          texts.forEach((text, i) => {
            known.set(text, opinions[i] as SecondOpinion);
          });
          const done = Math.floor((10 * (total - waiting.length)) / total);
          if (done > tenth) progress(`${what}: ${done * 10} % of ${total} texts read`);
          tenth = Math.max(tenth, done);
        }
        child.disconnect();
      };
      if (total) await Promise.all(Array.from({ length: PROCESSES }, work));
    },
  };
}

async function answer(child: ReturnType<typeof fork>): Promise<SecondOpinion[]> {
  const stop = new AbortController();
  const ended = once(child, 'exit', stop).then(([code]) => {
    throw new Error(`a reading process ended with ${code}`);
  });
  // After an answer nobody waits for the end any more.
  ended.catch(() => {});
  try {
    const [opinions] = await Promise.race([once(child, 'message', stop), ended]);
    return opinions as SecondOpinion[];
  } finally {
    stop.abort();
  }
}
