/** Shape of `case.json` in an evidence file. It may come from anybody, so everything is checked before it is used. */
import * as v from 'valibot';
import { articleSchema, bilingual, channelSchema, instrumentSchema } from '../../knowledge/schema';
import {
  ACTS,
  BASES,
  LEADS,
  LENDERS,
  LEVELS,
  ROLES,
  URGENCIES,
  VERDICTS,
  VERIFY_FLOWS,
} from '../../knowledge/vocabulary';
import { type LocalTime, readTime } from '../../screen/clock';
import { HOST_KINDS } from '../../screen/links';
import { EVIDENCE_FORMAT } from './layout';

const TEXT_LIMIT = 1_000_000;
const text = v.pipe(v.string(), v.maxLength(TEXT_LIMIT));
const short = v.pipe(v.string(), v.maxLength(300));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9/-]{1,160}$/));

/** Times as `readTime` takes them, because everything that shows one reads it so. */
const timeThat = (fits: (time: LocalTime) => boolean) =>
  v.pipe(
    v.string(),
    v.check((value) => {
      try {
        const local = readTime(value);
        readTime(local.day); // The last hours of the year 9999 are the year 10000 in China.
        return fits(local);
      } catch {
        return false;
      }
    }),
  );
const time = timeThat(() => true);
const day = timeThat(({ minutes }) => minutes === undefined);
/** ISO 8601 with offset. */
const moment = timeThat(({ minutes }) => minutes !== undefined);

const article = v.strictObject({
  ...articleSchema.entries,
  instrument: short,
  kind: instrumentSchema.entries.kind,
  issuer: bilingual,
  instrumentEn: short,
  full: short,
  site: instrumentSchema.entries.site,
  binds: instrumentSchema.entries.binds,
});

const passage = v.object({
  start: v.optional(v.number()),
  end: v.optional(v.number()),
  quote: v.optional(text),
  disguises: v.array(v.strictObject({ written: text, meant: text })),
  act: v.optional(v.picklist(ACTS)),
});

const finding = v.object({
  rule: short,
  level: v.picklist(LEVELS),
  basis: v.picklist(BASES),
  category: v.optional(bilingual),
  title: bilingual,
  why: bilingual,
  readerOnly: v.boolean(),
  passages: v.array(passage),
  fact: v.optional(bilingual),
  factCaution: v.optional(bilingual),
  factLaw: v.array(article),
  lawful: v.optional(bilingual),
  law: v.array(article),
  crimes: v.array(article),
});

const explanation = v.object({
  message: v.object({
    text,
    receivedAt: v.optional(time),
    sender: v.optional(text),
    lender: v.optional(v.picklist(LENDERS)),
    role: v.optional(v.picklist(ROLES)),
    urgency: v.optional(v.picklist(URGENCIES)),
  }),
  verdict: v.picklist(VERDICTS),
  leads: v.array(v.picklist(LEADS)),
  notices: v.array(v.object({ lead: v.picklist(LEADS), law: v.array(article) })),
  findings: v.array(finding),
  links: v.array(v.object({ host: short, kind: v.picklist(HOST_KINDS), real: v.optional(short) })),
  number: v.optional(bilingual),
  verify: v.array(
    v.object({
      id: v.picklist(VERIFY_FLOWS),
      title: bilingual,
      steps: v.array(bilingual),
      caution: bilingual,
      channels: v.array(short),
    }),
  ),
  evidence: v.array(
    v.object({ id: short, categories: v.array(short), keep: bilingual, how: bilingual, why: bilingual }),
  ),
  steps: v.array(
    v.object({ id: short, channel: channelSchema, when: v.optional(bilingual), why: v.optional(bilingual) }),
  ),
  guide: v.array(v.object({ id: short, title: bilingual })),
  day,
  readerHeard: v.optional(v.boolean()),
  readerFailed: v.optional(v.boolean()),
});

const content = v.object({
  kind: v.picklist(['message', 'call']),
  direction: v.picklist(['in', 'out']),
  text,
  sender: v.optional(text),
  at: v.optional(time),
  stop: v.optional(v.boolean()),
  call: v.optional(v.object({ answered: v.boolean(), seconds: v.optional(v.number()) })),
  note: text,
});
const revision = v.object({ content, savedAt: moment, sha256 });

const entry = v.object({
  id,
  caseId: id,
  origin: v.object({
    how: v.picklist(['paste', 'import', 'manual']),
    at: moment,
    file: v.optional(v.object({ name: short, sha256, row: v.optional(v.number()) })),
  }),
  verdict: v.optional(v.picklist(VERDICTS)),
  revisions: v.tupleWithRest([revision], revision),
  // One of another version does not keep the record itself from being read.
  screening: v.fallback(
    v.optional(v.object({ explanation, knowledge: short, reader: v.optional(short), screenedAt: moment })),
    undefined,
  ),
  attachments: v.array(v.object({ id, name: short, type: short, size: v.number(), sha256 })),
});

const sent = v.object({
  id,
  caseId: id,
  channel: short,
  day,
  ticket: text,
  due: v.optional(day),
  answer: text,
  next: text,
  text,
});

export const caseFileSchema = v.object({
  format: v.literal(EVIDENCE_FORMAT),
  case: v.object({
    id,
    title: short,
    consent: v.optional(v.object({ note: text, at: moment })),
    lender: v.optional(v.picklist(LENDERS)),
    lenderName: v.optional(short),
    role: v.optional(v.picklist(ROLES)),
    createdAt: moment,
    note: text,
  }),
  entries: v.pipe(v.array(entry), v.maxLength(300_000)),
  sent: v.array(sent),
  originals: v.array(v.object({ name: short, sha256 })),
});

export const manifestSchema = v.object({
  format: v.literal(EVIDENCE_FORMAT),
  madeAt: moment,
  files: v.array(v.object({ path: v.pipe(v.string(), v.maxLength(300)), size: v.number(), sha256 })),
});
