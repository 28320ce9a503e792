/** A complaint that is being written: one for each case, kept and encrypted with it, never part of an export. */
import { canonicalJson, encode } from './canonical';
import { change } from './change';
import { type Desk, reading } from './desk';
import { readIfThere } from './parts';

/** What was chosen and typed so far. Keys of facts, requests and findings that are no longer known mean nothing. */
export interface KeptDraft {
  /** Id of the channel. */
  readonly channel: string;
  readonly given: Readonly<Record<string, string>>;
  readonly requests: readonly string[];
  /** Ids of entries, each with the keys of its findings that the user stands behind. */
  readonly chosen: readonly (readonly [id: string, findings: readonly string[]])[];
  /** Ids of the chosen entries whose own words or notes go in; earlier versions had no such choice. */
  readonly quoted?: readonly string[];
  readonly nightNotAgreed: boolean;
  /** The user's own wording, by channel. */
  readonly edits: Readonly<Record<string, string>>;
  /** Places of the ticked lines of the checklist. */
  readonly ticked: readonly number[];
  /** Both as they were left for other channels; earlier versions kept only those of the present one. */
  readonly lists?: Readonly<Record<string, Pick<KeptDraft, 'requests' | 'ticked'>>>;
}

/** The draft of a case, if there is one that can be read. */
export function readDraft(desk: Desk, caseId: string): Promise<KeptDraft | undefined> {
  return reading(desk, caseId, async (held) => readIfThere<KeptDraft>(await desk.database(), held, 'draft', caseId));
}

/**
 * Keeps a draft. What was not changed since `before`, the draft as this page last read or kept it, stays as it lies in the
 * store: another tab may have changed it meanwhile.
 */
export function putDraft(desk: Desk, caseId: string, draft: KeptDraft, before?: KeptDraft): Promise<void> {
  return change(desk, caseId, async (state) => {
    const stored = await readIfThere<KeptDraft>(state.database, state, 'draft', caseId);
    return { writes: [{ kind: 'draft', id: caseId, bytes: encode(stored ? merge(stored, draft, before) : draft) }] };
  });
}

/** What means something only together: places and ids of a channel's lists are those of no other channel. */
const TOGETHER = [['channel', 'requests', 'ticked', 'lists'], ['chosen', 'quoted'], ['nightNotAgreed']] as const;

function merge(stored: KeptDraft, now: KeptDraft, before: KeptDraft | undefined): KeptDraft {
  const fields = TOGETHER.flatMap((group) => {
    const own = (draft: KeptDraft) => group.map((field) => draft[field] ?? null);
    const isChanged = !before || canonicalJson(own(now)) !== canonicalJson(own(before));
    return group.map((field) => [field, (isChanged ? now : stored)[field]]);
  });
  return {
    ...stored,
    ...Object.fromEntries(fields),
    given: mergeTexts(stored.given, now.given, before?.given),
    edits: mergeTexts(stored.edits, now.edits, before?.edits),
  };
}

type Texts = Readonly<Record<string, string>>;

function mergeTexts(stored: Texts, now: Texts, before: Texts = {}): Texts {
  const kept = Object.entries(stored).filter(([key]) => before[key] === undefined || now[key] !== undefined);
  const changed = Object.entries(now).filter(([key, text]) => text !== before[key]);
  return Object.fromEntries([...kept, ...changed]);
}
