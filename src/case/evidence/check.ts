import * as v from 'valibot';
import type { Knowledge } from '../../knowledge/compiled';
import { sha256 } from '../hash';
import { CASE_FILE, type CaseFile, EVIDENCE_FORMAT, MANIFEST_FILE, type Manifest } from './layout';
import { EvidenceError, readArchive } from './read';
import { caseFileSchema, manifestSchema } from './schema';

/** What the comparison of an evidence file with its own manifest found. */
export interface EvidenceCheck {
  readonly manifest: Manifest;
  /** SHA-256 of the manifest, to compare with the one written down at the export. */
  readonly fingerprint: string;
  readonly changed: readonly string[];
  readonly missing: readonly string[];
  /** In the archive, but not in the manifest. */
  readonly added: readonly string[];
  readonly files: ReadonlyMap<string, Blob>;
}

/**
 * Compares every file of an archive with its manifest. Agreement says that nothing changed since the export, not that
 * what it holds is true.
 *
 * @throws EvidenceError when it is no archive, is dangerous, or was not made by this program
 */
export async function checkEvidence(zip: Blob, signal?: AbortSignal): Promise<EvidenceCheck> {
  const files = await readArchive(zip, { signal });
  const stored = files.get(MANIFEST_FILE);
  if (!stored) throw new EvidenceError('not-ours', MANIFEST_FILE);
  const manifest: Manifest = await parsed(stored, MANIFEST_FILE, manifestSchema);
  const changed: string[] = [];
  const missing: string[] = [];
  for (const { path, size, sha256: listed } of manifest.files) {
    signal?.throwIfAborted();
    const file = files.get(path);
    if (!file) missing.push(path);
    else if (file.size !== size || (await hashOf(file)) !== listed) changed.push(path);
  }
  const listed = new Set(manifest.files.map(({ path }) => path));
  const added = [...files.keys()].filter((path) => path !== MANIFEST_FILE && !listed.has(path));
  return { manifest, fingerprint: await hashOf(stored), changed, missing, added, files };
}

const hashOf = async (file: Blob): Promise<string> => sha256(new Uint8Array(await file.arrayBuffer()));

export const isIntact = ({ changed, missing, added }: EvidenceCheck): boolean =>
  changed.length + missing.length + added.length === 0;

/** What a screening may link and dial. */
export interface Known {
  /** By https, any page of these. */
  readonly hosts: ReadonlySet<string>;
  /** Exactly these, whatever their protocol: some offices still have no https. */
  readonly links: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
}

export function knownOf({ articles, channels, routing }: Knowledge): Known {
  const offices = Object.values(channels);
  return {
    hosts: new Set([...routing.hosts, ...Object.values(articles).map(({ site }) => new URL(site).host)]),
    links: new Set(offices.flatMap(({ url }) => url ?? [])),
    numbers: new Set(offices.flatMap(({ dial }) => dial ?? [])),
  };
}

/**
 * The case inside, checked field by field. A screening that links or dials what is not `known` is left out, as is one
 * of another form; its words stay. Pages are not compared: an older version may have linked another page of a host.
 *
 * @throws EvidenceError when the file is missing, of a newer format, or not well formed
 */
export async function readCase({ files }: EvidenceCheck, known: Known): Promise<CaseFile> {
  const stored = files.get(CASE_FILE);
  if (!stored) throw new EvidenceError('not-ours', CASE_FILE);
  const file = (await parsed(stored, CASE_FILE, caseFileSchema)) as CaseFile;
  const isKnown = (link: string | undefined) => {
    if (link === undefined || known.links.has(link)) return true;
    const { protocol, host } = new URL(link);
    return protocol === 'https:' && known.hosts.has(host);
  };
  const entries = file.entries.map((entry) => {
    const { screening, ...rest } = entry;
    if (!screening) return entry;
    const { findings, notices, steps } = screening.explanation;
    const articles = [
      ...findings.flatMap(({ law, crimes, factLaw }) => [...law, ...crimes, ...factLaw]),
      ...notices.flatMap(({ law }) => law),
    ];
    const safe =
      articles.every(({ site }) => isKnown(site)) &&
      steps.every(({ channel: { url, dial } }) => isKnown(url) && (dial === undefined || known.numbers.has(dial)));
    return safe ? entry : rest;
  });
  return { ...file, entries };
}

async function parsed<S extends v.GenericSchema>(file: Blob, path: string, schema: S): Promise<v.InferOutput<S>> {
  let data: unknown;
  try {
    data = JSON.parse(await file.text());
  } catch {
    throw new EvidenceError('damaged', path);
  }
  const { format } = (data ?? {}) as { format?: unknown };
  if (typeof format === 'number' && format > EVIDENCE_FORMAT) throw new EvidenceError('newer-format', path);
  const result = v.safeParse(schema, data);
  if (!result.success) throw new EvidenceError('damaged', `${path}: ${v.getDotPath(result.issues[0]) ?? ''}`);
  return result.output;
}
