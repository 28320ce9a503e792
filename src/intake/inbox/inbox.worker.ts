/** Holds the inbox off the page's thread; it ends with the page and leaves nothing. */
import { screener } from '../../check/screener';
import { knowledge } from '../../knowledge';
import { LABELS, loadPackagedReader } from '../../reader/load';
import { toOpinion } from '../../reader/propose';
import { createTurnReader } from '../../reader/turns';
import { restoreLetters, tables } from '../../screen/decoded';
import { ImportError } from '../import/types';
import { Inbox } from './inbox';
import type { InboxAnswer, InboxRequest, InboxStepped } from './protocol';
import { createSignReader } from './signs';

/** UTF-16 code units; a longer text is read in turns, so that it can be stopped. */
const AT_ONCE = 2_000;
/** Milliseconds between two reports of how far the work is. */
const REPORT_MS = 100;

const reader = loadPackagedReader();
// Logged once, not for each message; each is answered with the failure.
reader.catch(console.error);
const inTurns = createTurnReader(() => reader);
let reported = 0;

const inbox = new Inbox({
  knowledge,
  screener,
  readSigns: createSignReader(knowledge, tables, restoreLetters),
  async read(text, signal) {
    const ready = await reader.catch(() => undefined);
    if (!ready) return 'failed';
    if (text.length > AT_ONCE) return inTurns(text, signal);
    return toOpinion(ready.read(text), LABELS);
  },
  onStep(step) {
    const now = performance.now();
    if (now - reported < REPORT_MS) return;
    reported = now;
    self.postMessage({ step } satisfies InboxStepped);
  },
});

self.onmessage = async ({ data: { id, method, args } }: MessageEvent<InboxRequest>) => {
  const work = inbox[method] as (this: Inbox, ...args: unknown[]) => unknown;
  const send = (answer: InboxAnswer) => self.postMessage(answer);
  try {
    // What cannot be sent is an error like any other, for whoever asked waits.
    send({ id, value: await work.apply(inbox, [...args]) });
  } catch (error) {
    const { name, message } =
      error instanceof Error || error instanceof DOMException ? error : new Error(String(error));
    send({ id, error: error instanceof ImportError ? { code: error.code, values: error.values } : { name, message } });
  }
};
