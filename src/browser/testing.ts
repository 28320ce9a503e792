/** For the tests of this folder: as much of a browser as they need, with a session storage that may be full. */
import { vi } from 'vitest';

type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;

export function fakeBrowser() {
  const kept = new Map<string, unknown>();
  const listeners: ((changes: Changes) => unknown)[] = [];
  const tell = (changes: Changes) => {
    for (const listener of listeners) listener(changes);
  };
  const fake = {
    kept,
    /** Characters that the session storage takes. */
    room: Number.POSITIVE_INFINITY,
    tabs: {
      query: vi.fn(async () => [] as { id: number }[]),
      create: vi.fn(async (_given: { url: string }) => ({})),
      getCurrent: vi.fn(async () => ({ id: 1 })),
      remove: vi.fn(async (_id: number) => {}),
    },
    runtime: { getURL: (path: string) => `extension:/${path}` },
    extension: { getViews: () => [], inIncognitoContext: false },
    i18n: { getUILanguage: () => 'zh-CN' },
    storage: {
      session: {
        get: async (key?: string) => Object.fromEntries([...kept].filter(([each]) => !key || each === key)),
        async set(given: Record<string, unknown>) {
          const next = JSON.stringify({ ...Object.fromEntries(kept), ...given });
          if (next.length > fake.room) throw new Error('QUOTA_BYTES quota exceeded');
          for (const [key, value] of Object.entries(given)) kept.set(key, value);
        },
        async remove(keys: string | string[]) {
          for (const key of [keys].flat()) kept.delete(key);
        },
        clear: vi.fn(async () => {
          const changes: Changes = Object.fromEntries([...kept].map(([key, oldValue]) => [key, { oldValue }]));
          kept.clear();
          tell(changes);
        }),
        onChanged: { addListener: (listener: (changes: Changes) => unknown) => void listeners.push(listener) },
      },
      local: { get: async () => ({}), set: async () => {}, onChanged: { addListener() {} } },
      onChanged: { addListener() {} },
    },
  };
  return fake;
}
