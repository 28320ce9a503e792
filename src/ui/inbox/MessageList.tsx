import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Item } from '../../intake/inbox/list';
import { knowledge } from '../../knowledge';
import { callWords, timeInWords } from '../case/words';
import { listed, pick, t } from '../i18n';
import { showResult } from './MessageView';
import { chosen, filter, version } from './state';
import { useVirtual } from './useVirtual';
import { itemAt, need, total } from './window';

const HEIGHT = 74;
const LEVEL = { found: 'violation', verify: 'verify', 'nothing-found': '' } as const;

function Words({ item }: { item: Item }) {
  const { kind, direction, sender, name, at, verdict, categories, beginning } = item;
  return (
    <>
      <span class="small">
        {timeInWords(at)} · <bdi>{name ?? (sender || t('entryNoSender'))}</bdi>
        {direction === 'out' && kind === 'message' && ` · ${t('entrySentByMe')}`}
      </span>
      <span class="inbox-tags">
        {verdict && <span class={`tag ${LEVEL[verdict]}`}>{t(`part_${verdict}`)}</span>}
        <span class="small">{listed(categories.map((id) => pick(knowledge.categories[id].name)))}</span>
      </span>
      <span class="part-text" dir="auto">
        {kind === 'call' ? callWords(item) : beginning}
      </span>
    </>
  );
}

/** Where the keys lead, from a line and the number of lines that fit. */
const STEPS: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  PageDown: (at, last) => Math.min(last, at + 8),
  PageUp: (at) => Math.max(0, at - 8),
  Home: () => 0,
  End: (_at, last) => last,
};

/** The filtered messages, however many; only those in view are in the document. */
export function MessageList() {
  const scroller = useRef<HTMLOListElement>(null);
  const current = useSignal(0);
  const goTo = useRef<number | undefined>(undefined);
  const count = total.value ?? 0;
  const virtual = useVirtual({ count, scroller, height: HEIGHT, kept: current.value });
  const lines = virtual.getVirtualItems();
  const [first, last] = [virtual.range?.startIndex ?? 0, virtual.range?.endIndex ?? 0];
  useEffect(() => {
    void need(first, last);
  }, [first, last, filter.value, version.value]);
  useEffect(() => {
    current.value = 0;
    scroller.current?.scrollTo(0, 0);
  }, [filter.value]);
  useEffect(() => {
    if (goTo.current === undefined) return;
    const line = scroller.current?.querySelector<HTMLElement>(`[data-index="${goTo.current}"] button`);
    if (!line) return;
    goTo.current = undefined;
    line.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || !count) return;
    event.preventDefault();
    goTo.current = step(current.value, count - 1);
    current.value = goTo.current;
    virtual.scrollToIndex(goTo.current);
  };
  return (
    <>
      <p role="status">{total.value === undefined ? '' : t('inboxListCount', count)}</p>
      <ol ref={scroller} class="inbox-list" aria-label={t('inboxListLabel')} onKeyDown={onKeyDown} hidden={!count}>
        <li aria-hidden="true" class="inbox-space" style={{ height: `${virtual.getTotalSize()}px` }} />
        {lines.map(({ index, start }) => {
          const item = itemAt(index);
          return (
            <li
              key={index}
              data-index={index}
              ref={(line) => virtual.measureElement(line)}
              class="inbox-line"
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={count}
              aria-posinset={index + 1}
            >
              <button
                type="button"
                class="part"
                tabIndex={index === current.value ? 0 : -1}
                aria-current={item !== undefined && item.id === chosen.value}
                onFocus={() => (current.value = index)}
                onClick={() => {
                  if (item?.id === chosen.value) showResult();
                  else if (item) chosen.value = item.id;
                }}
              >
                {item ? <Words item={item} /> : '…'}
              </button>
            </li>
          );
        })}
      </ol>
    </>
  );
}
