/** A complaint that is being written: one for each case, kept and encrypted with it, never part of an export. */
import { encode } from './canonical';
import { change } from './change';
import { type Desk, reading } from './desk';
import { listJson } from './parts';

/** What was chosen and typed so far. Keys of facts, requests and findings that are no longer known mean nothing. */
export interface KeptDraft {
  /** Id of the channel. */
  readonly channel: string;
  readonly given: Readonly<Record<string, string>>;
  readonly requests: readonly string[];
  /** Ids of entries, each with the keys of its findings that the user stands behind. */
  readonly chosen: readonly (readonly [id: string, findings: readonly string[]])[];
  readonly nightNotAgreed: boolean;
  /** The user's own wording, by channel. */
  readonly edits: Readonly<Record<string, string>>;
  /** Places of the ticked lines of the checklist. */
  readonly ticked: readonly number[];
}

/** The draft of a case, if there is one that can be read. */
export async function readDraft(desk: Desk, caseId: string): Promise<KeptDraft | undefined> {
  const { list } = await reading(desk, caseId, async (held) =>
    listJson<KeptDraft>(await desk.database(), held, 'draft'),
  );
  return list[0];
}

export function putDraft(desk: Desk, caseId: string, draft: KeptDraft): Promise<void> {
  return change(desk, caseId, async () => ({ writes: [{ kind: 'draft', id: caseId, bytes: encode(draft) }] }));
}
