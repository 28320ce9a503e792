import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { splitMessages, WORDS } from '../../intake/split';
import { MESSAGE_LIMIT } from '../../screen/limits';
import { language, type TextKey, t } from '../i18n';
import { createChecks } from '../parts/checks';
import { type CardBackend, type CardOrder, DisconnectedError } from './backend';
import { Card } from './Card';
import { isDarkPage } from './scheme';
import { type CardWindow, type CardWindowOptions, openWindow } from './window';

interface OpenCard {
  readonly text: string;
  readonly window: CardWindow;
}

let open: OpenCard | undefined;

/** Shows the card for a selection. A second one replaces the first; the shortcut pressed again closes it. */
export function showCard(order: CardOrder, connect: () => CardBackend, css: CardWindowOptions['css']): void {
  const { text } = order;
  const same = open && (text === open.text || !text);
  open?.window.close();
  if (same && order.byShortcut) return;
  language.value = order.language;
  const backend = connect();
  const content = createContent(order, backend, () => card.window.close());
  const end = () => {
    if (open === card) open = undefined;
    content.end();
    backend.close();
  };
  const window = openWindow({
    css,
    dark: isDarkPage(),
    place: order.place,
    label: t('resultTitle'),
    draw: content.draw,
    isOutlived: () => !backend.isConnected(),
    onClose: end,
    onLost(why) {
      if (text && backend.isConnected()) backend.openWorkspace(text, why);
      end();
    },
  });
  const card = { text, window };
  open = card;
  content.begin();
}

/** What stands in the card, whatever document it is drawn into. */
function createContent(order: CardOrder, backend: CardBackend, close: () => void) {
  const { text } = order;
  const split = splitMessages(text);
  const checks = createChecks(({ text: part }, early) => backend.check(part, early));
  const separately = signal(split.certain);
  const notice = signal<TextKey | undefined>(noticeFor(text));
  const mount = signal<HTMLElement | undefined>(undefined);
  const stops: (() => void)[] = [];
  /** After an update this script talks to nobody; what it shows stays. */
  const reach = (action: () => void) => {
    try {
      action();
    } catch (error) {
      if (!(error instanceof DisconnectedError)) throw error;
      notice.value = 'updated';
    }
  };
  const card = () => (
    <Card
      notice={notice.value}
      checks={checks}
      split={split}
      separately={separately.value}
      canJoin={text.length <= MESSAGE_LIMIT}
      cut={order.cut}
      explainError={explainError}
      onSeparately={(chosen) => {
        separately.value = chosen;
      }}
      onLanguage={(chosen) => {
        language.value = chosen;
        reach(() => backend.saveLanguage(chosen));
      }}
      onWorkspace={(place) => reach(() => backend.openWorkspace(text, 'chosen', place))}
      onClose={close}
    />
  );
  return {
    draw(into: HTMLElement, gone: AbortSignal): void {
      mount.value = into;
      gone.addEventListener('abort', () => {
        if (mount.value === into) mount.value = undefined;
        render(null, into);
      });
    },
    /** Draws and checks from now on. */
    begin(): void {
      stops.push(
        effect(() => {
          if (mount.value) render(card(), mount.value);
        }),
        effect(() => {
          if (!noticeFor(text)) void checks.start(separately.value ? split.parts : [{ text }]);
        }),
      );
    },
    end(): void {
      for (const stop of stops) stop();
      checks.stop();
    },
  };
}

function noticeFor(text: string): 'nothingSelected' | 'nothingToRead' | undefined {
  if (!text) return 'nothingSelected';
  return WORDS.test(text) ? undefined : 'nothingToRead';
}

function explainError(error: Error): string {
  return error instanceof DisconnectedError ? t('updated') : t('errorUnexpected', error.message || error.name);
}
