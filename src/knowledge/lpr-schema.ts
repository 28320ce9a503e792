/** Shape of `src/tools/lpr.yaml`. */
import * as v from 'valibot';
import { bilingual, day } from './schema';

export const lprSchema = v.strictObject({
  issuer: bilingual,
  /** Where the figures can be read officially. */
  site: v.pipe(v.string(), v.url()),
  confidence: v.picklist(['verified-two-sources', 'verified-one-source']),
  checked: day,
  /** Last month whose quote is known, `YYYY-MM`. */
  through: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)),
  /** In the order of their days; `rate` in per cent a year. */
  quotes: v.pipe(v.array(v.strictObject({ day, rate: v.pipe(v.string(), v.regex(/^\d\.\d{2}$/)) })), v.minLength(1)),
});

export type LprTable = v.InferOutput<typeof lprSchema>;
