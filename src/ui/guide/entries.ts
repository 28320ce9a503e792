/** Everything that the guide can find, one entry for each thing that has an address. */
import type { Article, Knowledge } from '../../knowledge/compiled';
import type { GuidePage, GuideSection } from '../../knowledge/guide-schema';
import type { Bilingual } from '../../knowledge/schema';
import { citationOf } from '../result/describe';

export const KINDS = ['page', 'fact', 'channel', 'law'] as const;
export type Kind = (typeof KINDS)[number];

export interface Entry {
  /** Its address within the guide, e.g. `replying/never-send`. */
  readonly id: string;
  readonly kind: Kind;
  /** What it is part of. */
  readonly whole: Bilingual;
  readonly title: Bilingual;
  readonly text: Bilingual;
}

/** What the index is made of. */
export type Searched = Pick<Knowledge, 'facts' | 'articles' | 'channels'> & { readonly pages: readonly GuidePage[] };

/** Entries in the order in which equals are shown. */
export function entriesOf({ pages, facts, channels, articles }: Searched): Entry[] {
  return [
    ...pages.flatMap(pageEntries),
    ...facts.map(({ id, title, fact }): Entry => ({ id: `facts/${id}`, kind: 'fact', whole: NONE, title, text: fact })),
    ...Object.values(channels).map(
      ({ id, name, operator, dial, about, prerequisites, deadline, phoneNote, sms, app, steps, evidence }): Entry => ({
        id: `channels/${id}`,
        kind: 'channel',
        whole: NONE,
        title: name,
        text: joined([
          about,
          dial && { zh: dial, en: dial },
          operator,
          prerequisites,
          deadline,
          phoneNote,
          sms,
          app,
          ...steps,
          ...evidence,
        ]),
      }),
    ),
    ...Object.values(articles).map(lawEntry),
  ];
}

const NONE: Bilingual = { zh: '', en: '' };

function pageEntries({ id, title, summary, sections }: GuidePage): Entry[] {
  const whole: Entry = { id, kind: 'page', whole: NONE, title, text: summary };
  return [
    whole,
    ...sections.map(
      (section): Entry => ({
        id: `${id}/${section.id}`,
        kind: 'page',
        whole: title,
        title: section.title,
        text: sectionText(section),
      }),
    ),
  ];
}

const sectionText = ({ text, steps, points, copy, caution }: GuideSection): Bilingual =>
  joined([...text, ...steps, ...points, copy, caution]);

function lawEntry(article: Article): Entry {
  const { id, title, text, threshold, notCovered, changed } = article;
  return {
    id: `law/${id}`,
    kind: 'law',
    whole: { zh: citationOf(article, false), en: citationOf(article, true) },
    title,
    text: joined([threshold, notCovered, changed, { zh: text, en: text }]),
  };
}

function joined(parts: readonly (Bilingual | '' | undefined)[]): Bilingual {
  const given = parts.filter((part): part is Bilingual => Boolean(part));
  return { zh: given.map(({ zh }) => zh).join(' '), en: given.map(({ en }) => en).join(' ') };
}
