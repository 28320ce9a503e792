/** Every text of the project's own that a reader may see, with the place it comes from. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from '../../scripts/knowledge/read';

export interface OwnText {
  /** File and path of keys inside it. */
  readonly at: string;
  readonly language: 'zh' | 'en';
  readonly text: string;
}

/** The words of the law are quoted, and patterns and examples are the sender's: none of them is ours. */
const NOT_OURS = new Set(['text', 'match', 'likely', 'unless', 'unlessAnywhere', 'hits', 'misses', 'words', 'about']);

function gather(at: string, value: unknown, found: OwnText[], key = '', language?: OwnText['language']): void {
  if (typeof value === 'string') {
    if (language) found.push({ at, language, text: value });
    return;
  }
  if (!value || typeof value !== 'object') return;
  const bilingual = 'zh' in value && 'en' in value;
  // `text` and `about` are ours where they are written in two languages.
  if (NOT_OURS.has(key) && !bilingual && !Array.isArray(value)) return;
  for (const [name, part] of Object.entries(value)) {
    // A draft of a complaint is written in Chinese only.
    if (typeof part === 'string' && at.startsWith('src/drafts')) {
      if (!bilingual) found.push({ at: `${at}.${name}`, language: 'zh', text: part });
    }
    if (typeof part === 'string' && NOT_OURS.has(name)) continue;
    if (['match', 'likely', 'unless', 'unlessAnywhere', 'hits', 'misses', 'words'].includes(name)) continue;
    gather(`${at}.${name}`, part, found, name, bilingual && (name === 'zh' || name === 'en') ? name : undefined);
  }
}

const yamlIn = (folder: string): string[] =>
  (existsSync(join(ROOT, folder)) ? readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }) : [])
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name}`);

function pageTexts(): OwnText[] {
  const flat = (file: string, language: OwnText['language']): OwnText[] =>
    Object.entries(
      JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as Record<string, string | { message: string }>,
    ).map(([key, value]) => ({
      at: `${file}.${key}`,
      language,
      text: typeof value === 'string' ? value : value.message,
    }));
  return [
    ...flat('src/ui/texts/zh.json', 'zh'),
    ...flat('src/ui/texts/workspace/zh.json', 'zh'),
    ...flat('src/ui/texts/en.json', 'en'),
    ...flat('src/ui/texts/workspace/en.json', 'en'),
    ...flat('locales/zh_CN.json', 'zh'),
    ...flat('locales/en.json', 'en'),
  ];
}

export const ownTexts: readonly OwnText[] = (() => {
  const found: OwnText[] = [];
  for (const file of ['src/rules', 'src/law', 'src/channels', 'src/guide', 'src/drafts'].flatMap(yamlIn))
    gather(file, parse(readFileSync(join(ROOT, file), 'utf8')), found);
  return [...found, ...pageTexts()];
})();

/** The sentences of a text. */
export const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[。；！？;!?])|(?<=\.)\s/).filter((part) => part.trim());
