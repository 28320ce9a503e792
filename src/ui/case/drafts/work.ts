/** A complaint draft while it is being written; what is sent is kept under "sent". */
import { signal } from '@preact/signals';
import {
  chosenByDefault,
  type DraftFacts,
  draftAsText,
  type Incident,
  mayBeChosen,
  writeDraft,
} from '../../../case/draft';
import { current, type Entry } from '../../../case/types';
import type { DraftFact, DraftFile } from '../../../knowledge/draft-schema';
import { draftFiles } from '../../../knowledge/drafts';
import type { ExplainedFinding } from '../../../screen/explain';
import type { OpenCase } from '../cases';

export interface Work {
  readonly caseId: string;
  readonly channel: string;
  readonly given: Partial<Record<DraftFact, string>>;
  readonly requests: readonly string[];
  /** Entries that go in, with the keys of the findings that the user stands behind. */
  readonly chosen: ReadonlyMap<string, readonly string[]>;
  readonly nightNotAgreed: boolean;
  /** The user's own wording by channel; absent while the text follows the choices. */
  readonly edits: Readonly<Record<string, string>>;
  readonly ticked: readonly number[];
  readonly confirmed: boolean;
}

export const work = signal<Work | undefined>(undefined);
/** Entries with their screenings, read when they are chosen. */
export const loaded = signal<ReadonlyMap<string, Entry>>(new Map());

export const keyOf = ({ rule, level }: ExplainedFinding): string => `${rule} ${level}`;
const findingsOf = (entry: Entry | undefined): readonly ExplainedFinding[] =>
  (entry?.screening?.explanation.findings ?? []).filter(mayBeChosen);

/** Begins a draft for a channel; facts given for another channel of the same case are taken along. */
export function begin({ details }: OpenCase, file: DraftFile): void {
  const before = work.value?.caseId === details.id ? work.value : undefined;
  work.value = {
    given: details.lenderName ? { lenderName: details.lenderName } : {},
    chosen: new Map(),
    nightNotAgreed: false,
    edits: {},
    ...before,
    caseId: details.id,
    channel: file.channel,
    requests: file.requests.filter(({ chosen }) => chosen).map(({ id }) => id),
    ticked: [],
    confirmed: false,
  };
}

/** Changes the draft; whatever changes the text takes the confirmation back. */
export function change(part: Partial<Work>): void {
  if (work.value) work.value = { ...work.value, confirmed: false, ...part };
}

/**
 * Takes entries in with the findings that may stand without a second thought, or leaves them out. Those of another case,
 * whose draft was put aside while they were read, are passed over.
 */
export function choose(entries: readonly Entry[], isIn: boolean): void {
  const own = entries.filter(({ caseId }) => caseId === work.value?.caseId);
  if (!own.length) return;
  const chosen = new Map(work.value?.chosen);
  for (const entry of own) {
    if (isIn) chosen.set(entry.id, findingsOf(entry).filter(chosenByDefault).map(keyOf));
    else chosen.delete(entry.id);
  }
  loaded.value = new Map([...loaded.value, ...own.map((entry) => [entry.id, entry] as const)]);
  change({ chosen });
}

export function chooseFinding(entryId: string, key: string, isIn: boolean): void {
  const chosen = new Map(work.value?.chosen);
  const keys = new Set(chosen.get(entryId));
  if (isIn) keys.add(key);
  else keys.delete(key);
  chosen.set(entryId, [...keys]);
  change({ chosen });
}

export const fileOf = (channel: string): DraftFile | undefined => draftFiles.find((file) => file.channel === channel);

/** The facts of the draft as it stands. */
export function factsOf({ chosen, given, requests, nightNotAgreed }: Work, held: OpenCase): DraftFacts {
  const incidents = [...chosen].flatMap(([id, keys]): Incident[] => {
    const entry = loaded.value.get(id) ?? held.entries.find((one) => one.id === id);
    return entry
      ? [{ content: current(entry), findings: findingsOf(entry).filter((finding) => keys.includes(keyOf(finding))) }]
      : [];
  });
  const attachments = [...chosen.keys()].flatMap(
    (id) => held.entries.find((one) => one.id === id)?.attachments.map(({ name }) => name) ?? [],
  );
  return {
    given,
    requests,
    nightNotAgreed,
    incidents,
    attachments,
    role: held.details.role ?? 'unsure',
    earlier: held.sent,
  };
}

/** The text as it would be sent: the user's own wording where he changed it. */
export function textOf(present: Work, held: OpenCase): string {
  const { channel, edits } = present;
  const file = fileOf(channel);
  return edits[channel] ?? (file ? draftAsText(writeDraft(file, factsOf(present, held))) : '');
}

/** Replaces the text by the user's own wording; without one it follows the choices again. */
export function reword(text: string | undefined): void {
  if (!work.value) return;
  const { [work.value.channel]: _before, ...others } = work.value.edits;
  change({ edits: text === undefined ? others : { ...others, [work.value.channel]: text } });
}
