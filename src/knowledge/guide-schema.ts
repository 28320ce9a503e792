/** Shapes of the files in `src/guide`. */
import * as v from 'valibot';
import { bilingual, day, id } from './schema';
import { CATEGORIES, GUIDE_FIGURES, GUIDE_GROUPS, LEADS, ROLES, VERIFY_FLOWS } from './vocabulary';

/** `src/guide/categories.yaml`: how each category is called and what would have been lawful. */
export const categoriesSchema = v.strictObject(
  v.entriesFromList(CATEGORIES, v.strictObject({ name: bilingual, gloss: bilingual, lawful: bilingual })),
);

/** `src/guide/facts.yaml`: what is true about a common threat. */
export const factsSchema = v.array(
  v.strictObject({
    id,
    title: bilingual,
    fact: bilingual,
    /** Where believing too much of it would harm: what must still be taken seriously. */
    caution: v.optional(bilingual),
    law: v.array(id),
  }),
);

/** `src/guide/leads.yaml`: the articles that give a notice its deadline and its consequence, the deadline first. */
export const leadsSchema = v.strictObject(v.entriesFromList(LEADS, v.strictObject({ law: v.array(id) })));

/** `src/guide/numbers.yaml`: what the first digits of a sender's number say; the longest start that fits counts. */
export const numbersSchema = v.array(
  v.strictObject({
    starts: v.pipe(v.array(v.pipe(v.string(), v.regex(/^\d+$/))), v.minLength(1)),
    /** How many digits the number has; absent: any. */
    digits: v.optional(v.pipe(v.number(), v.integer())),
    means: bilingual,
  }),
);

/** `src/guide/evidence.yaml`: what to keep, for all or for some categories. */
export const evidenceSchema = v.array(
  v.strictObject({
    id,
    categories: v.array(v.picklist(['all', ...CATEGORIES])),
    keep: bilingual,
    how: bilingual,
    why: bilingual,
  }),
);

/** `src/guide/verify.yaml`: how to check a claim oneself. */
export const verifySchema = v.strictObject(
  v.entriesFromList(
    VERIFY_FLOWS,
    v.strictObject({ title: bilingual, steps: v.array(bilingual), caution: bilingual, channels: v.array(id) }),
  ),
);

const guideSection = v.strictObject({
  id,
  title: bilingual,
  /** Paragraphs, one thought each. */
  text: v.optional(v.array(bilingual), []),
  /** Things to do, in this order. */
  steps: v.optional(v.array(bilingual), []),
  /** Things to know, in no order. */
  points: v.optional(v.array(bilingual), []),
  /** Words to copy. They never admit the debt, promise payment or threaten. */
  copy: v.optional(bilingual),
  /** What goes wrong when this is misunderstood. */
  caution: v.optional(bilingual),
  /** Common practice rather than a written rule; the page says so. */
  practice: v.optional(v.boolean(), false),
  figure: v.optional(v.picklist(GUIDE_FIGURES)),
  law: v.optional(v.array(id), []),
  channels: v.optional(v.array(id), []),
});

/** `src/guide/pages/<id>.yaml`: one page of the guide. */
export const guidePageSchema = v.strictObject({
  id,
  group: v.picklist(GUIDE_GROUPS),
  /** Place within its group. */
  order: v.pipe(v.number(), v.integer()),
  title: bilingual,
  /** What the page answers, in one or two sentences. */
  summary: bilingual,
  /** Results that offer this page: it fits any of what is named here. */
  offered: v.optional(
    v.strictObject({
      categories: v.optional(v.array(v.picklist(CATEGORIES)), []),
      leads: v.optional(v.array(v.picklist(LEADS)), []),
      roles: v.optional(v.array(v.picklist(ROLES)), []),
      facts: v.optional(v.array(id), []),
    }),
    {},
  ),
  sections: v.pipe(v.array(guideSection), v.minLength(1)),
  checked: day,
});

export type GuidePage = v.InferOutput<typeof guidePageSchema>;
export type GuideSection = GuidePage['sections'][number];
/** What a result needs of a page, to offer it. */
export type GuideEntry = Pick<GuidePage, 'id' | 'title' | 'offered'>;
export type CategoryTexts = v.InferOutput<typeof categoriesSchema>;
export type FactCard = v.InferOutput<typeof factsSchema>[number];
export type LeadTexts = v.InferOutput<typeof leadsSchema>;
export type NumberMeaning = v.InferOutput<typeof numbersSchema>[number];
export type EvidenceItem = v.InferOutput<typeof evidenceSchema>[number];
export type VerifyFlows = v.InferOutput<typeof verifySchema>;
