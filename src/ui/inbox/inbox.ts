/** The imported messages. The worker holds them; here is what a page may ask of it, and what becomes of that. */
import { batch } from '@preact/signals';
import { ImportError } from '../../intake/import/types';
import { type InboxClient, startInbox } from '../../intake/inbox/client';
import type { Inbox } from '../../intake/inbox/inbox';
import type { InboxMethod } from '../../intake/inbox/protocol';
import type { InboxStep } from '../../intake/inbox/types';
import { ask } from './question';
import {
  beginWork,
  files,
  overview,
  question,
  refused,
  resetState,
  showStep,
  unfinished,
  version,
  work,
} from './state';

/** Milliseconds between two looks at the figures while screening goes on. */
const REFRESH_MS = 1_000;

const BROKEN = 'WorkerError';

let client: InboxClient | undefined;
let queue: File[] = [];
let busy = false;
let openedMore = false;
let refreshed = 0;

/** The worker, started with the first file. */
export function inbox(): InboxClient {
  client ??= startInbox(onStep);
  return client;
}

function onStep(step: InboxStep): void {
  showStep(step);
  const now = performance.now();
  if (step.stage !== 'screening' || now - refreshed < REFRESH_MS) return;
  refreshed = now;
  void refresh();
}

/**
 * Asks the worker for something to show; why it fails is shown instead.
 *
 * @returns nothing where it failed or the inbox was emptied meanwhile
 */
export async function look<M extends InboxMethod>(
  method: M,
  ...args: Parameters<Inbox[M]>
): Promise<Awaited<ReturnType<Inbox[M]>> | undefined> {
  const mine = inbox();
  try {
    const answer = await mine.call(method, ...args);
    return mine === client ? answer : undefined;
  } catch (error) {
    if (mine === client) refuse('', error);
    return undefined;
  }
}

async function refresh(): Promise<void> {
  const now = await look('overview');
  if (!now) return;
  batch(() => {
    overview.value = now;
    version.value++;
  });
}

/** Reads files one after the other, then screens what is new. */
export async function take(list: readonly File[]): Promise<void> {
  queue.push(...list);
  if (busy) return;
  busy = true;
  const mine = inbox();
  refused.value = [];
  while (mine === client) {
    const file = queue.shift();
    if (file) await readOne(mine, file);
    else {
      await screen();
      if (!queue.length) break;
    }
  }
  if (mine === client) busy = false;
}

async function readOne(mine: InboxClient, file: File): Promise<void> {
  try {
    beginWork('opening', file.name);
    const preview = await mine.call('preview', file);
    if (mine !== client) return;
    work.value = undefined;
    const options = await ask(mine, file, preview);
    if (mine !== client) return;
    // What the worker keeps of a table that was shown is not needed then.
    if (!options) return void look('cancel');
    beginWork('reading', file.name);
    const taken = await mine.call('read', file, options);
    if (mine === client) files.value = [...files.value, { name: file.name, ...taken }];
  } catch (error) {
    if (mine === client) refuse(file.name, error);
  } finally {
    if (mine === client) work.value = undefined;
  }
}

function refuse(file: string, error: unknown): void {
  const { name } = error as Error;
  // With the worker all is gone; the next file gets a new one.
  if (name === BROKEN) forgetInbox();
  const reason = error instanceof ImportError ? error : name === 'AbortError' ? 'stopped' : { name };
  refused.value = [...refused.value, { file, error: reason }];
}

function unfinish(error: unknown): void {
  const { name } = error as Error;
  if (name === BROKEN) refuse('', error);
  else unfinished.value = name === 'AbortError' ? 'stopped' : { name };
}

async function screen(): Promise<void> {
  const mine = inbox();
  unfinished.value = undefined;
  try {
    do {
      openedMore = false;
      beginWork('sorting');
      await mine.call('screen');
    } while (openedMore);
  } catch (error) {
    if (mine === client) unfinish(error);
  }
  if (mine !== client) return;
  work.value = undefined;
  await refresh();
}

/** Goes on with a screening that was stopped, or with what is new. */
export const goOn = (): Promise<void> => take([]);

/** Stops opening, reading or screening. */
export function stop(): void {
  queue = [];
  const now = work.value;
  if (now?.stage !== 'opening' || files.value.length) return void look('cancel');
  // A sheet is taken apart in one go, during which the worker hears nothing; as long as it holds nothing it may end.
  const before = refused.value;
  forgetInbox();
  refused.value = [...before, { file: now.file ?? '', error: 'stopped' }];
}

/** Shows a sender that does not look like collection, and screens what he wrote. */
export async function openSender(sender: string): Promise<void> {
  const mine = inbox();
  await look('open', sender);
  if (mine !== client) return;
  openedMore = true;
  await refresh();
  if (mine === client) await goOn();
}

/** Ends the worker and forgets everything that is not saved. */
export function forgetInbox(): void {
  client?.end();
  client = undefined;
  queue = [];
  busy = false;
  question.value?.answer();
  resetState();
}
