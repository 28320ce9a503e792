// @vitest-environment happy-dom
import { render } from 'preact';
import { act as settle } from 'preact/test-utils';
import { beforeEach, expect, it, vi } from 'vitest';
import { MessageView } from './MessageView';
import { chosen } from './state';

vi.mock('./inbox', () => ({
  look: async (_what: string, id: string) => ({
    id,
    content: { kind: 'call', direction: 'in', text: '', note: '', call: { answered: true } },
  }),
}));

let resultTop = 0;
const scrolled = vi.fn();
const section = () => document.getElementById('inbox-message');

beforeEach(async () => {
  scrolled.mockClear();
  chosen.value = undefined;
  render(null, document.body);
  Element.prototype.scrollIntoView = scrolled;
  Element.prototype.getBoundingClientRect = function () {
    return (this.id === 'inbox-message' ? { top: resultTop } : { bottom: 500 }) as unknown as DOMRect;
  };
});

const Page = () => (
  <>
    <div class="inbox-beside" />
    <MessageView />
  </>
);

it.each([
  ['below the list, the page goes there and the keyboard with it', 500, true],
  ['beside the list, both stay', 10, false],
])('a result that stands %s', async (_where, top, goes) => {
  resultTop = top;
  await settle(() => render(<Page />, document.body));
  await settle(() => {
    chosen.value = '1';
  });
  await vi.waitFor(() => expect(section()).not.toBeNull());
  await settle(() => {});
  expect(scrolled).toHaveBeenCalledTimes(goes ? 1 : 0);
  expect(document.activeElement === section()).toBe(goes);
});

it('what was chosen before another view was looked at is not gone to', async () => {
  resultTop = 500;
  chosen.value = '1';
  await settle(() => render(<Page />, document.body));
  await vi.waitFor(() => expect(section()).not.toBeNull());
  await settle(() => {});
  expect(scrolled).not.toHaveBeenCalled();
});
