/** Shapes of the files in `src/guide`. */
import * as v from 'valibot';
import { bilingual, id } from './schema';
import { CATEGORIES, VERIFY_FLOWS } from './vocabulary';

/** `src/guide/categories.yaml`: how each category is called and what would have been lawful. */
export const categoriesSchema = v.strictObject(
  v.entriesFromList(CATEGORIES, v.strictObject({ name: bilingual, gloss: bilingual, lawful: bilingual })),
);

/** `src/guide/facts.yaml`: what is true about a common threat. */
export const factsSchema = v.array(v.strictObject({ id, title: bilingual, fact: bilingual, law: v.array(id) }));

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

export type CategoryTexts = v.InferOutput<typeof categoriesSchema>;
export type FactCard = v.InferOutput<typeof factsSchema>[number];
export type EvidenceItem = v.InferOutput<typeof evidenceSchema>[number];
export type VerifyFlows = v.InferOutput<typeof verifySchema>;
