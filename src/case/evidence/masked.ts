import { type Link, linksIn } from '../../screen/links';
import { withRevision } from '../hash';
import { contentId } from '../identity';
import { type MaskOptions, mask } from '../mask';
import type { Case, Content, Entry, KeptScreening, Revision, Sent } from '../types';
import type { Bundle } from './layout';

type Hide = (text: string) => string;

/**
 * A case with other people's numbers and names hidden, for handing on. Masking keeps every length, so the marked words
 * stay where they are. Files beside the entries are left out: they cannot be masked.
 *
 * Ids and hashes are made anew from the hidden words: from those of the true words a hidden number could be found by
 * trying all numbers there are.
 */
export async function maskedBundle(bundle: Bundle, options: MaskOptions): Promise<Bundle> {
  const hide: Hide = (text) => mask(text, options);
  const entries: Entry[] = [];
  for (const [at, entry] of bundle.entries.entries()) entries.push(await maskedEntry(entry, at, hide));
  return {
    case: maskedCase(bundle.case, hide),
    entries,
    sent: bundle.sent.map((sent) => maskedSent(sent, hide)),
    attachments: new Map(),
    originals: [],
  };
}

const maskedCase = ({ consent, ...details }: Case, hide: Hide): Case => ({
  ...details,
  title: hide(details.title),
  note: hide(details.note),
  ...(details.lenderName !== undefined && { lenderName: hide(details.lenderName) }),
  ...(consent && { consent: { ...consent, note: hide(consent.note) } }),
});

const maskedSent = (sent: Sent, hide: Hide): Sent => ({
  ...sent,
  ticket: hide(sent.ticket),
  answer: hide(sent.answer),
  next: hide(sent.next),
  text: hide(sent.text),
});

const maskedContent = (given: Content, hide: Hide): Content => ({
  ...given,
  text: hide(given.text),
  note: hide(given.note),
  ...(given.sender !== undefined && { sender: hide(given.sender) }),
});

async function maskedEntry(entry: Entry, at: number, hide: Hide): Promise<Entry> {
  let revisions: readonly Revision[] = [];
  for (const { content, savedAt } of entry.revisions) {
    revisions = await withRevision(revisions, maskedContent(content, hide), savedAt);
  }
  const [first, ...later] = revisions as readonly [Revision, ...Revision[]];
  const { file } = entry.origin;
  return {
    ...entry,
    // Two that differ only in what is hidden would have one id.
    id: `${contentId(first.content)}-${at + 1}`,
    origin: { ...entry.origin, ...(file && { file: { ...file, name: hide(file.name) } }) },
    revisions: [first, ...later],
    attachments: [],
    ...(entry.screening && { screening: maskedScreening(entry.screening, hide) }),
  };
}

const NO_HOSTS = { courtHosts: { official: [], local: [], seen: [] }, hosts: [] };

/**
 * A host may hold a number or a name, too. One in another script is kept as `xn--…`, in which no name would be found: it
 * stays only where the masked words still name it.
 */
function maskedLinks(links: readonly Link[], maskedText: string, hide: Hide): Link[] {
  const named = new Set(linksIn(maskedText, NO_HOSTS).map(({ host }) => host));
  return links.map(({ real, ...link }) => {
    const hidden = (part: string) =>
      part.includes('xn--') && !named.has(link.host) ? '*'.repeat(part.length) : hide(part);
    return { ...link, host: hidden(link.host), ...(real !== undefined && { real: hidden(real) }) };
  });
}

function maskedScreening({ explanation, ...versions }: KeptScreening, hide: Hide): KeptScreening {
  const text = hide(explanation.message.text);
  const { sender } = explanation.message;
  return {
    ...versions,
    explanation: {
      ...explanation,
      message: { ...explanation.message, text, ...(sender !== undefined && { sender: hide(sender) }) },
      links: maskedLinks(explanation.links, text, hide),
      findings: explanation.findings.map((finding) => ({
        ...finding,
        passages: finding.passages.map(({ start, end, quote, disguises, act }) => ({
          ...(act && { act }),
          // How a word was disguised shows the word; where it is hidden, the disguise goes with it.
          disguises: quote !== undefined && hide(quote) === quote ? disguises : [],
          ...(start !== undefined && end !== undefined && { start, end, quote: text.slice(start, end) }),
        })),
      })),
    },
  };
}
