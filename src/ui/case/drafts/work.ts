/** A complaint draft while it is being written; what is sent is kept under "sent". */
import { signal } from '@preact/signals';
import {
  chosenByDefault,
  type DraftFacts,
  draftAsText,
  type Incident,
  mayBeChosen,
  ownWords,
  writeDraft,
} from '../../../case/draft';
import type { KeptDraft } from '../../../case/drafts';
import { current, type Entry } from '../../../case/types';
import { knowledge } from '../../../knowledge';
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
  /** Chosen entries whose own words go in: what the user sent, or his note of a call. */
  readonly quoted: readonly string[];
  readonly nightNotAgreed: boolean;
  /** The user's own wording by channel; absent while the text follows the choices. */
  readonly edits: Readonly<Record<string, string>>;
  readonly ticked: readonly number[];
  /** What was asked for and ticked in drafts for other channels. */
  readonly lists?: NonNullable<KeptDraft['lists']>;
  readonly confirmed: boolean;
}

export const work = signal<Work | undefined>(undefined);
/** Entries with their screenings, read when they are chosen. */
export const loaded = signal<ReadonlyMap<string, Entry>>(new Map());

/** Facts that take more than a line. */
const LONG: readonly string[] = ['others', 'effects', 'online'];
export const isLongFact = (fact: DraftFact): boolean => LONG.includes(fact);
/** Most characters of a fact; a longer one stays as it was typed, but does not go into the text. */
export const factLimit = (fact: DraftFact): number => (isLongFact(fact) ? 1000 : 200);

export const keyOf = ({ rule, level }: ExplainedFinding): string => `${rule} ${level}`;
const findingsOf = (entry: Entry | undefined): readonly ExplainedFinding[] =>
  (entry?.screening?.explanation.findings ?? []).filter(mayBeChosen);

/**
 * Begins a draft for a channel, or goes on with it; facts given for another channel of the same case are taken along. What
 * is asked for and ticked is each channel's own.
 */
export function begin({ details }: OpenCase, file: DraftFile): void {
  const before = work.value?.caseId === details.id ? work.value : undefined;
  const { channel, requests, ticked } = before ?? {};
  const lists = { ...before?.lists, ...(channel && requests && ticked && { [channel]: { requests, ticked } }) };
  const own = lists[file.channel];
  work.value = {
    given: details.lenderName ? { lenderName: details.lenderName } : {},
    chosen: new Map(),
    quoted: [],
    nightNotAgreed: false,
    edits: {},
    ...before,
    caseId: details.id,
    channel: file.channel,
    lists,
    requests: own?.requests ?? file.requests.filter(({ chosen }) => chosen).map(({ id }) => id),
    ticked: own?.ticked ?? [],
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
  change({ chosen, quoted: (work.value?.quoted ?? []).filter((id) => chosen.has(id)) });
}

export function chooseFinding(entryId: string, key: string, isIn: boolean): void {
  const chosen = new Map(work.value?.chosen);
  const keys = new Set(chosen.get(entryId));
  if (isIn) keys.add(key);
  else keys.delete(key);
  chosen.set(entryId, [...keys]);
  change({ chosen });
}

export function quoteOwn(entryId: string, isIn: boolean): void {
  const others = (work.value?.quoted ?? []).filter((id) => id !== entryId);
  change({ quoted: isIn ? [...others, entryId] : others });
}

export const fileOf = (channel: string): DraftFile | undefined => draftFiles.find((file) => file.channel === channel);

/** What an entry says now: with another it must be read again. */
export const stateOf = ({ revisions, verdict }: Entry): string =>
  `${revisions[revisions.length - 1]?.sha256} ${verdict}`;

/** The facts of the draft as it stands. */
export function factsOf({ chosen, quoted, given, requests, nightNotAgreed }: Work, held: OpenCase): DraftFacts {
  const namesOf = (id: string) => held.entries.find((one) => one.id === id)?.attachments.map(({ name }) => name) ?? [];
  const incidents = [...chosen].flatMap(([id, keys]): Incident[] => {
    // As the case has it now: it may have been corrected or deleted since it was chosen.
    const entry = held.entries.find((one) => one.id === id);
    if (!entry) return [];
    const read = loaded.value.get(id);
    const known = read && stateOf(read) === stateOf(entry) ? findingsOf(read) : [];
    const findings = known.filter((finding) => keys.includes(keyOf(finding)));
    const quotesOwn = quoted.includes(id);
    return [{ content: current(entry), findings, quotesOwn, hasFiles: namesOf(id).length > 0 }];
  });
  const attachments = [...chosen.keys()].flatMap(namesOf);
  const facts = Object.entries(given) as [DraftFact, string][];
  return {
    given: Object.fromEntries(facts.filter(([fact, value]) => value.length <= factLimit(fact))),
    requests,
    nightNotAgreed,
    incidents,
    attachments,
    role: held.details.role ?? 'unsure',
    earlier: held.sent.map((sent) => ({ ...sent, office: knowledge.channels[sent.channel]?.name.zh ?? sent.channel })),
  };
}

/** The text as it would be sent: the user's own wording where he changed it. */
export function textOf(present: Work, held: OpenCase): string {
  const { channel, edits } = present;
  const file = fileOf(channel);
  return edits[channel] ?? (file ? draftAsText(writeDraft(file, factsOf(present, held))) : '');
}

/** Whether words of the user's own stand in the text, which may admit or promise something. */
export function hasOwnWords(present: Work, held: OpenCase): boolean {
  const { incidents } = factsOf(present, held);
  return (
    present.edits[present.channel] !== undefined ||
    incidents.some(({ content, quotesOwn }) => quotesOwn && ownWords(content) !== '')
  );
}

/** Replaces the text by the user's own wording; without one it follows the choices again. */
export function reword(text: string | undefined): void {
  if (!work.value) return;
  const { [work.value.channel]: _before, ...others } = work.value.edits;
  change({ edits: text === undefined ? others : { ...others, [work.value.channel]: text } });
}
