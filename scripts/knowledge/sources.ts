import type { KnowledgeFiles } from './read';

/** A record that rests on something outside the project and can grow old. */
export interface Source {
  readonly id: string;
  /** Path from the project's root. */
  readonly file: string;
  /** Day of the last comparison, `YYYY-MM-DD`. */
  readonly checked: string;
  /** Where it can be compared. */
  readonly site?: string;
  readonly confidence?: string;
}

/** Everything that carries a day of checking, oldest first, then by id. */
export function sourcesOf(files: KnowledgeFiles): Source[] {
  const all: Source[] = [
    ...files.instruments.flatMap(({ file, data: { site, articles } }) =>
      articles.map(({ id, checked, confidence }) => ({ id, file, checked, site, confidence })),
    ),
    ...files.channels.map(({ file, data: { id, checked, confidence, url } }) => ({
      id,
      file,
      checked,
      confidence,
      ...(url && { site: url }),
    })),
    { id: 'lpr', file: 'src/tools/lpr.yaml', checked: files.lpr.checked },
    { id: 'routing', file: 'src/channels/_routing.yaml', checked: files.routing.checked },
    ...files.guide.map(({ file, data: { id, checked } }) => ({ id: `guide/${id}`, file, checked })),
    ...files.drafts.map(({ file, data: { channel, checked } }) => ({ id: `draft/${channel}`, file, checked })),
    ...files.rules.map(({ file, data: { id, reviewed } }) => ({ id: `rule/${id}`, file, checked: reviewed })),
  ];
  return all.sort((a, b) => a.checked.localeCompare(b.checked) || a.id.localeCompare(b.id));
}
