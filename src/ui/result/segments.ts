import type { Passage } from '../../screen/explain';

/** A stretch of the original message with the findings (by index) that cover it. */
export interface Segment {
  readonly text: string;
  readonly findings: readonly number[];
  /** Findings whose words end here: their numbers are shown after the segment. */
  readonly ending: readonly number[];
}

/**
 * Cuts the message at every start and end of a finding, so that overlapping findings can all be shown.
 * Offsets are UTF-16 code units of `text`.
 */
export function segment(
  text: string,
  findings: readonly { start?: Passage['start'] | undefined; end?: Passage['end'] | undefined }[],
): Segment[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of findings) if (start !== undefined && end !== undefined) cuts.add(start).add(end);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, i) => {
    const to = places[i + 1] as number;
    const covering = findings.flatMap(({ start, end }, index) =>
      start !== undefined && end !== undefined && start < to && end > from ? [index] : [],
    );
    return { text: text.slice(from, to), findings: covering, ending: covering.filter((n) => findings[n]?.end === to) };
  });
}
