import { ImportError } from '../import/types';
import type { Inbox } from './inbox';
import type { InboxAnswer, InboxFailure, InboxMethod, InboxStepped } from './protocol';
import type { InboxStep } from './types';

export interface InboxClient {
  /**
   * Calls a method of the {@link Inbox} in the worker.
   *
   * @throws what the method throws; an error named `WorkerError` once the worker is broken, `AbortError` once it was ended
   */
  call<M extends InboxMethod>(method: M, ...args: Parameters<Inbox[M]>): Promise<Awaited<ReturnType<Inbox[M]>>>;
  /** Ends the worker and with it all that it holds. */
  end(): void;
}

interface Waiting {
  resolve(value: never): void;
  reject(error: unknown): void;
}

/** Starts the worker of an inbox. */
export function startInbox(onStep: (step: InboxStep) => void): InboxClient {
  const worker = new Worker(new URL('./inbox.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let over: Error | undefined;
  const giveUp = (error: Error) => {
    over = error;
    worker.terminate();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.onmessage = ({ data }: MessageEvent<InboxAnswer | InboxStepped>) => {
    if ('step' in data) {
      onStep(data.step);
      return;
    }
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) call?.reject(toError(data.error));
    else call?.resolve(data.value as never);
  };
  worker.onerror = () => giveUp(named('WorkerError'));
  worker.onmessageerror = () => giveUp(named('WorkerError'));
  return {
    call(method, ...args) {
      if (over) return Promise.reject(over);
      const id = asked++;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, method, args });
      });
    },
    end: () => giveUp(named('AbortError')),
  };
}

const named = (name: string, message = ''): Error => Object.assign(new Error(message), { name });

const toError = (failure: InboxFailure): Error =>
  'code' in failure ? new ImportError(failure.code, failure.values) : named(failure.name, failure.message);
