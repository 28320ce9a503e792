/**
 * THIRD-PARTY.txt of the package: what it holds of others, with the terms under which they gave it. Taken from what the
 * bundles really contain, so nothing is forgotten and nothing is named that is not there.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../knowledge/read';

/** In the package, though no module of theirs is. By folder in `node_modules`. */
const WITHIN: Readonly<Record<string, string>> = {
  'docx/node_modules/nanoid': 'Stands inside docx.',
  'opencc-js': 'The table of traditional characters is made from its dictionaries.',
  'pinyin-pro': 'The table of sounds is made from it.',
};

/** From here on a build tool's licence is about what the tool itself uses, none of which is in the package. */
const TOOLS_TOO = '# Licenses of bundled dependencies';

/** What a Rollup bundle says of its modules. */
type Bundle = Record<string, { readonly modules?: Record<string, { readonly renderedLength: number }> }>;

/** Modules in bundles, by the package they are of, named as its folder in `node_modules`. */
export type Bundled = Map<string, Set<string>>;

/** What the build tools add has no file of its own: `\0rolldown/runtime.js`. */
const packageOf = (id: string): string | undefined =>
  (/\/node_modules\/((?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)/.exec(id) ?? /^\0(rolldown|vite)\//.exec(id))?.[1];

/** A plugin that notes what bundles contain. The build of the pages needs it, and that of the workers. */
export const noting = (into: Bundled) => ({
  name: 'notices',
  generateBundle(_options: unknown, bundle: Bundle) {
    for (const { modules = {} } of Object.values(bundle)) {
      for (const [id, { renderedLength }] of Object.entries(modules)) {
        const folder = renderedLength ? packageOf(id) : undefined;
        if (folder) into.set(folder, (into.get(folder) ?? new Set()).add(id));
      }
    }
  },
});

/**
 * The same bytes for the same packages: in the order of their names, without a date.
 *
 * @throws Error for a package that brings no licence, and has none beside this file
 */
export function noticesFor(bundled: Bundled): string {
  const folders = [...new Set([...bundled.keys(), ...Object.keys(WITHIN)])].sort();
  const notices = folders.map((folder) => noticeOf(folder, bundled.get(folder) ?? []));
  return `${[HEAD, ...notices].join(`\n\n${'='.repeat(80)}\n\n`)}\n`;
}

const HEAD = `What this extension holds of others, and the terms under which they gave it.
DunCheck's own licence stands in LICENSE.`;

function noticeOf(folder: string, files: Iterable<string>): string {
  const path = join(ROOT, 'node_modules', folder);
  const { name, version, license, repository } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const head = [`${name} ${version}`, license, addressOf(repository), WITHIN[folder]].filter(Boolean).join('\n');
  return [head, ...licencesIn(path, name), ...[...files].flatMap(licencesInCode)].join('\n\n');
}

/** Where its source can be had, which the MPL asks to say: `git+https://…`, or `owner/name` on GitHub. */
function addressOf(repository: string | { readonly url: string }): string {
  const url = typeof repository === 'string' ? repository : repository.url;
  return url.includes(':') ? url.replace(/^git(\+https)?:/, 'https:') : `https://github.com/${url}`;
}

function licencesIn(path: string, name: string): string[] {
  const ours = join(ROOT, 'scripts/notices', `${name}.txt`);
  const found = readdirSync(path)
    .filter((file) => /^(licen[cs]e|notice|copying|third_party_licenses)(\.|$)/i.test(file))
    .sort()
    .map((file) => join(path, file));
  if (!found.length && existsSync(ours)) found.push(ours);
  if (!found.length) throw new Error(`${name} brings no licence: put its text into scripts/notices/${name}.txt`);
  return found.map((file) => (readFileSync(file, 'utf8').split(TOOLS_TOO)[0] as string).trim());
}

/** Notices that stand in the code alone: for what a package took over from others. The bundles lose them. */
function licencesInCode(id: string): string[] {
  if (!existsSync(id)) return [];
  const comments = readFileSync(id, 'utf8').match(/\/\*.*?\*\//gs) ?? [];
  return comments.filter((comment) => comment.includes('@license'));
}
