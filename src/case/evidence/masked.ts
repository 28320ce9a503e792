import { type MaskOptions, mask } from '../mask';
import type { Content, Entry, KeptScreening } from '../types';

/**
 * Entries with other people's numbers and names hidden, for handing on. Masking keeps every length, so the marked words
 * stay where they are. The hashes remain those of the unaltered words: they no longer fit, on purpose.
 */
export function maskedEntries(entries: readonly Entry[], options: MaskOptions): Entry[] {
  const hide = (text: string) => mask(text, options);
  const content = (given: Content): Content => ({
    ...given,
    text: hide(given.text),
    note: hide(given.note),
    ...(given.sender !== undefined && { sender: hide(given.sender) }),
  });
  const screening = ({ explanation, ...versions }: KeptScreening): KeptScreening => {
    const text = hide(explanation.message.text);
    const { sender } = explanation.message;
    return {
      ...versions,
      explanation: {
        ...explanation,
        message: { ...explanation.message, text, ...(sender !== undefined && { sender: hide(sender) }) },
        findings: explanation.findings.map((finding) => ({
          ...finding,
          passages: finding.passages.map(({ start, end, quote, disguises }) => ({
            // How a word was disguised shows the word; where it is hidden, the disguise goes with it.
            disguises: quote !== undefined && hide(quote) === quote ? disguises : [],
            ...(start !== undefined && end !== undefined && { start, end, quote: text.slice(start, end) }),
          })),
        })),
      },
    };
  };
  return entries.map((entry) => {
    const [first, ...later] = entry.revisions.map((revision) => ({ ...revision, content: content(revision.content) }));
    if (!first) return entry;
    return {
      ...entry,
      revisions: [first, ...later],
      attachments: [],
      ...(entry.screening && { screening: screening(entry.screening) }),
    };
  });
}
