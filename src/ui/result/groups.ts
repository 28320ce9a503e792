import type { Finding } from '../../screen';

/** Findings that share one explanation: the same rule at the same level, wherever its words stand. */
export interface FindingGroup {
  readonly first: Finding;
  readonly findings: readonly Finding[];
}

const RANK = { violation: 0, verify: 1, lawful: 2 } as const;

/** Groups by weight, then in the order in which their first words appear. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.rule} ${finding.level}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()]
    .map((members) => ({ first: members[0] as Finding, findings: members }))
    .sort((a, b) => RANK[a.first.level] - RANK[b.first.level]);
}

/** Index of the group that explains each finding. */
export function groupIndex(groups: readonly FindingGroup[]): ReadonlyMap<Finding, number> {
  return new Map(groups.flatMap(({ findings }, at) => findings.map((finding): [Finding, number] => [finding, at])));
}
