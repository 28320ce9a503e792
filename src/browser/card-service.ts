import browser from 'webextension-polyfill';
import { checkMessage, type Read } from '../check/checker';
import { saveLanguage } from './language';
import { CARD_PORT, type CardAnswer, type CardRequest } from './protocol';
import { openWorkspace } from './workspace';

/** Serves the cards: checks what they ask, one text after another, until the card or its page is gone. */
export function serveCards(read: Read): void {
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== CARD_PORT) return;
    const gone = new AbortController();
    port.onDisconnect.addListener(() => gone.abort());
    const answer = (message: CardAnswer) => {
      if (!gone.signal.aborted) port.postMessage(message);
    };
    const check = async ({ id, text }: CardRequest & { kind: 'check' }) => {
      try {
        const explanation = await checkMessage({ text }, read, gone.signal, (first) =>
          answer({ kind: 'checked', id, explanation: first, final: false }),
        );
        answer({ kind: 'checked', id, explanation, final: true });
      } catch (error) {
        answer({ kind: 'failed', id, error: error instanceof Error ? error.name : String(error) });
      }
    };
    let queue = Promise.resolve();
    port.onMessage.addListener((message) => {
      const request = message as CardRequest;
      if (request.kind === 'language') void saveLanguage(request.language);
      else if (request.kind === 'workspace') {
        const { text, reason, place } = request;
        void openWorkspace({ draft: { text }, reason, ...(place && { place }) }, port.sender?.tab);
      } else queue = queue.then(() => (gone.signal.aborted ? undefined : check(request)));
    });
  });
}
