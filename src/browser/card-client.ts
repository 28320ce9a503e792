import browser from 'webextension-polyfill';
import type { Explanation } from '../screen/explain';
import { type CardBackend, type CardOrder, CheckFailedError, DisconnectedError } from '../ui/card/backend';
import { CARD_PORT, type CardAnswer, type CardRequest, type ShowCard } from './protocol';

interface Waiting {
  readonly text: string;
  readonly early: (explanation: Explanation) => void;
  readonly done: (explanation: Explanation) => void;
  readonly fail: (error: Error) => void;
  tries: number;
}

/** How often a stopped background is asked again for one text. */
const TRIES = 3;

/** A connection from a card to the background, opened on first use and again when it breaks. */
export function connectCard(): CardBackend {
  const waiting = new Map<number, Waiting>();
  let port: browser.Runtime.Port | undefined;
  let last = 0;

  const connected = (): browser.Runtime.Port => {
    if (port) return port;
    let opened: browser.Runtime.Port;
    try {
      opened = browser.runtime.connect({ name: CARD_PORT });
    } catch {
      throw new DisconnectedError();
    }
    opened.onMessage.addListener((message) => receive(message as CardAnswer));
    opened.onDisconnect.addListener(() => {
      port = undefined;
      askAgain();
    });
    port = opened;
    return opened;
  };
  const send = (request: CardRequest) => connected().postMessage(request);
  const askAgain = () => {
    for (const [id, one] of waiting) {
      try {
        if (one.tries++ >= TRIES) throw new CheckFailedError('interrupted');
        send({ kind: 'check', id, text: one.text });
      } catch (error) {
        waiting.delete(id);
        one.fail(error as Error);
      }
    }
  };
  const receive = (answer: CardAnswer) => {
    const one = waiting.get(answer.id);
    if (!one) return;
    if (answer.kind === 'checked' && !answer.final) return one.early(answer.explanation);
    waiting.delete(answer.id);
    if (answer.kind === 'checked') one.done(answer.explanation);
    else one.fail(new CheckFailedError(answer.error));
  };
  return {
    check(text, early) {
      return new Promise((done, fail) => {
        const id = ++last;
        try {
          send({ kind: 'check', id, text });
          waiting.set(id, { text, early, done, fail, tries: 1 });
        } catch (error) {
          fail(error);
        }
      });
    },
    openWorkspace: (text, reason, place) => send({ kind: 'workspace', text, reason, ...(place && { place }) }),
    isConnected,
    saveLanguage: (language) => send({ kind: 'language', language }),
    close() {
      waiting.clear();
      port?.disconnect();
      port = undefined;
    },
  };
}

/** Whether the extension that put this script here is still the one that runs. */
export function isConnected(): boolean {
  return browser.runtime?.id !== undefined;
}

/** Calls back whenever the background wants this page's card shown. */
export function onShowCard(show: (order: CardOrder) => void): void {
  browser.runtime.onMessage.addListener((message: unknown) => {
    const order = message as ShowCard;
    if (order.kind === 'show-card') return Promise.resolve(show(order));
  });
}
