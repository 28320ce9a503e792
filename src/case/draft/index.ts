/** Complaint drafts: from the user's facts and the findings he chose to a text in the order of one channel. */
import type { DraftFile } from '../../knowledge/draft-schema';
import { instantOf } from '../times';
import type { DraftFacts } from './facts';
import { type Section, writePart } from './parts';
import { BLANK } from './words';

export * from './facts';
export type { Section } from './parts';
export { BLANK } from './words';

export interface Draft {
  readonly heading: string;
  readonly sections: readonly Section[];
  /** What is still missing, each once, in the order of the text. */
  readonly blanks: readonly string[];
}

/**
 * Puts a draft together. It says only what the facts say: no motive, no amount that was not given, no promise. Incidents
 * are put into the order of their time; what has no time comes last.
 */
export function writeDraft(draft: DraftFile, facts: DraftFacts): Draft {
  const inOrder = {
    ...facts,
    incidents: [...facts.incidents].sort((a, b) => instantOf(a.content.at) - instantOf(b.content.at)),
  };
  const sections = draft.parts.map((part) => writePart(part, inOrder, draft)).filter(({ lines }) => lines.length > 0);
  const text = sections.flatMap(({ lines }) => lines).join('\n');
  return { heading: draft.heading, sections, blanks: [...new Set(text.match(BLANK) ?? [])] };
}

/** The draft as plain text, as it is pasted into a form. */
export function draftAsText({ heading, sections }: Draft): string {
  return [heading, ...sections.map(({ heading: name, lines }) => `${name}\n${lines.join('\n')}`)].join('\n\n');
}
