/** `src/drafts/<channel id>.yaml`: how a text for that channel is put together. */
import * as v from 'valibot';
import { bilingual, day, id } from './schema';

/** The building blocks of a draft, written in `src/case/draft/parts.ts`. */
export const DRAFT_PARTS = [
  'who',
  'against',
  'numbers',
  'loan',
  'events',
  'conduct',
  'online',
  'others',
  'effects',
  'uncertain',
  'request',
  'earlier',
  'attachments',
  'truth',
] as const;
export type DraftPart = (typeof DRAFT_PARTS)[number];

/** What only the user knows; a missing one stays in the text as a visible blank. */
export const DRAFT_FACTS = [
  'name',
  'phone',
  'lenderName',
  'lenderPlace',
  'collector',
  'contract',
  'loanDay',
  'received',
  'claimed',
  'others',
  'effects',
  'online',
  'app',
] as const;
export type DraftFact = (typeof DRAFT_FACTS)[number];

const chinese = v.pipe(v.string(), v.trim(), v.minLength(1));

export const draftSchema = v.strictObject({
  /** Channel that takes the text. */
  channel: id,
  /** First line. Drafts are in Chinese whatever the language of the page: Chinese offices read them. */
  heading: chinese,
  /** In this channel's order. */
  parts: v.pipe(v.array(v.picklist(DRAFT_PARTS)), v.minLength(3)),
  /** Facts that are asked for; what the channel does not need is not collected. */
  facts: v.array(v.picklist(DRAFT_FACTS)),
  /** What this channel can do; the user chooses. */
  requests: v.array(v.strictObject({ id, text: chinese, label: bilingual, chosen: v.optional(v.boolean(), false) })),
  /** What the channel demands, to tick off before sending. */
  checklist: v.pipe(v.array(bilingual), v.minLength(2)),
  /** The whole message must be given as it was, with nothing added. */
  verbatim: v.optional(v.boolean(), false),
  /** What to expect afterwards. */
  afterwards: bilingual,
  /** What to do when it is refused or nothing comes. */
  refused: bilingual,
  checked: day,
});
export type DraftFile = v.InferOutput<typeof draftSchema>;
