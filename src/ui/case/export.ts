/** Getting a case out of the browser as one file. */

import { CaseError } from '../../case/errors';
import { UnfitError } from '../../case/evidence/fits';
import type { Bundle, Original } from '../../case/evidence/layout';
import { maskedBundle } from '../../case/evidence/masked';
import { EVIDENCE_LIMITS } from '../../case/evidence/read';
import { type Evidence, writeEvidence } from '../../case/evidence/write';
import { historyFindings } from '../../case/history';
import type { MaskOptions } from '../../case/mask';
import type { CaseStore } from '../../case/store';
import { timeline } from '../../case/timeline';
import { current, type Entry, isScreeningLost, type Sent } from '../../case/types';
import { knowledge } from '../../knowledge';
import { pick, t } from '../i18n';
import { reportDocument } from '../report/document';
import type { OpenCase } from './cases';
import { daysOf, MOST_BARS } from './days';
import { errorText } from './errors';
import { callWords } from './words';

export interface Exporting {
  /** Hides other people's numbers and names; files beside the entries then stay out, they cannot be masked. */
  readonly masking?: MaskOptions;
  /** Imported files as they were; left out where others are hidden. */
  readonly originals: readonly Original[];
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

export interface Exported extends Evidence {
  /** The case's title as it stands in the file: what is hidden inside must not stand in the file's name. */
  readonly title: string;
  /** Screenings and files that could not be read and are therefore not in it. */
  readonly leftOut: number;
}

/**
 * What of a case is damaged stays out, and the report says so: the rest must be had all the same.
 *
 * @throws CaseError; UnfitError; the signal's reason when stopped
 */
export async function exportCase(
  store: CaseStore,
  held: OpenCase,
  { masking, originals, signal, onProgress }: Exporting,
): Promise<Exported> {
  const { details, sent, unreadable } = held;
  const total = held.entries.length * 2;
  const full: Entry[] = [];
  const attachments = new Map<string, Blob>();
  const lost = new Set<string>();
  for (const { id } of held.entries) {
    signal.throwIfAborted();
    const entry = await store.entry(details.id, id);
    full.push(entry);
    for (const each of masking ? [] : entry.attachments) {
      const bytes = await readable(store.file(details.id, each));
      if (bytes) attachments.set(each.id, bytes);
      else lost.add(each.id);
    }
    onProgress(full.length, total);
  }
  const whole: Bundle = { case: details, entries: full, sent, attachments, originals };
  const bundle = masking ? await maskedBundle(whole, masking) : whole;
  const madeAt = new Date().toISOString();
  const figures = timeline(bundle.entries).all;
  const days = daysOf(figures?.days ?? []);
  const report = reportDocument({
    bundle,
    madeAt,
    isMasked: masking !== undefined,
    unreadable,
    lostFiles: lost,
    days: days.length <= MOST_BARS ? days : daysOf(figures?.weeks ?? [], 7),
    period: days.length <= MOST_BARS ? 'day' : 'week',
    history: historyFindings(bundle.entries, bundle.case, knowledge),
    channelName: (id) => knowledge.channels[id]?.name.zh ?? id,
  });
  const evidence = await writeEvidence(bundle, {
    madeAt,
    report,
    signal,
    onProgress: (done, files) => onProgress(held.entries.length + (done / files) * held.entries.length, total),
  });
  return { ...evidence, title: bundle.case.title, leftOut: lost.size + full.filter(isScreeningLost).length };
}

/** A file; nothing where it is damaged or missing. */
async function readable(reading: Promise<Blob>): Promise<Blob | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof CaseError && (error.code === 'corrupt' || error.code === 'gone')) return undefined;
    throw error;
  }
}

/** Why nothing was exported, and what to do about it. */
export function exportErrorText(error: unknown, { details, entries, sent }: OpenCase): string {
  if (!(error instanceof UnfitError)) return errorText(error);
  const { code, at } = error;
  if (code === 'too-many-files') return t(`exportError_${code}`, EVIDENCE_LIMITS.files);
  if (code === 'too-large') return t(`exportError_${code}`, EVIDENCE_LIMITS.bytes / 1_000_000);
  return t(
    `exportError_${code}`,
    { case: details.title, entries: beginning(entries[at]), sent: heading(sent[at]) }[code],
  );
}

const BEGINNING = 20;

function beginning(entry: Entry | undefined): string {
  if (!entry) return '';
  const content = current(entry);
  return content.kind === 'call' ? callWords(content) : content.text.slice(0, BEGINNING);
}

function heading(sent: Sent | undefined): string {
  const channel = knowledge.channels[sent?.channel ?? ''];
  return `${channel ? pick(channel.name) : (sent?.channel ?? '')} ${sent?.day ?? ''}`;
}

/** Senders of what came in: the numbers that stay when others are hidden. */
export const sendersOf = (entries: readonly Entry[]): string[] => [
  ...new Set(
    entries.flatMap((entry) => {
      const { direction, sender } = current(entry);
      return direction === 'in' && sender ? [sender] : [];
    }),
  ),
];
