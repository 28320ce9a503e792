/** Behaviour functions: pairs of short texts that differ in one thing, and what each must be told. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { CATEGORIES, type Category, LEADS, type Lead, ROLES } from '../../src/knowledge/vocabulary';
import type { Message, Screening } from '../../src/screen';
import { ROOT } from '../knowledge/read';
import { type Rate, violationsOf } from './score';

const FOLDER = join(ROOT, 'tests/functions');

/** What a word of an expectation demands of a screening; {@link demandOf} adds categories, `no:<category>` and `lead:<lead>`. */
const DEMANDS: Record<string, (screening: Screening) => boolean> = {
  unaccused: (screening) => !violationsOf(screening).size,
  check: ({ verdict }) => verdict === 'verify',
  nothing: ({ verdict }) => verdict === 'nothing-found',
  lawful: (screening) => !violationsOf(screening).size && screening.findings.some(({ level }) => level === 'lawful'),
};

function demandOf(word: string): ((screening: Screening) => boolean) | undefined {
  if (CATEGORIES.includes(word as Category)) return (screening) => violationsOf(screening).has(word as Category);
  const [mark, name] = word.split(':');
  if (mark === 'no' && CATEGORIES.includes(name as Category)) {
    return (screening) => !violationsOf(screening).has(name as Category);
  }
  if (mark === 'lead' && LEADS.includes(name as Lead)) return ({ leads }) => leads.includes(name as Lead);
  return DEMANDS[word];
}

const words = (expected: string): string[] => expected.split(' ');

/** `expectation: text`, and what is known about the message beside it. */
const halfSchema = v.pipe(
  v.objectWithRest({ role: v.optional(v.picklist(ROLES)), receivedAt: v.optional(v.string()) }, v.string()),
  v.check(({ role: _, receivedAt: __, ...rest }) => {
    const expected = Object.keys(rest);
    return expected.length === 1 && words(expected[0] as string).every((word) => demandOf(word) !== undefined);
  }, 'one expectation of known words'),
  v.transform(({ role, receivedAt, ...rest }) => {
    const [[expected, text] = ['', '']] = Object.entries(rest) as [string, string][];
    const message: Message = { text, ...(role && { role }), ...(receivedAt && { receivedAt }) };
    return { expected, message };
  }),
);
export type Half = v.InferOutput<typeof halfSchema>;

const functionSchema = v.strictObject({
  name: v.pipe(v.string(), v.nonEmpty()),
  shows: v.pipe(v.string(), v.nonEmpty()),
  /** Halves that expect no violation are notices as courts, the police and banks send them. */
  genuine: v.optional(v.boolean(), false),
  pairs: v.pipe(v.array(v.strictTuple([halfSchema, halfSchema])), v.minLength(3), v.maxLength(6)),
});
const fileSchema = v.strictObject({ group: v.string(), functions: v.array(functionSchema) });

export type BehaviourFunction = v.InferOutput<typeof functionSchema> & { readonly group: string };

/** All functions, by file name. @throws ValiError where a file does not fit */
export function readFunctions(): BehaviourFunction[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => v.parse(fileSchema, parse(readFileSync(join(FOLDER, name), 'utf8'))))
    .flatMap(({ group, functions }) => functions.map((each) => ({ ...each, group })));
}

export const BASELINE = join(FOLDER, 'baseline.json');

/** Texts that were told right when last recorded, by name of the function. */
export function readBaseline(): Record<string, number> {
  return v.parse(v.record(v.string(), v.number()), JSON.parse(readFileSync(BASELINE, 'utf8')));
}

export interface FunctionResult {
  readonly group: string;
  readonly name: string;
  readonly texts: Rate;
  /** Both halves right. */
  readonly pairs: Rate;
  readonly wrong: readonly { text: string; expected: string; got: string }[];
  /** Genuine notices that were accused. */
  readonly accused: readonly string[];
}

export const isMet = ({ expected }: Half, screening: Screening): boolean =>
  words(expected).every((word) => demandOf(word)?.(screening));

const accuses = ({ expected }: Half): boolean => words(expected).some((word) => CATEGORIES.includes(word as Category));

export function runFunction(each: BehaviourFunction, screen: (message: Message) => Screening): FunctionResult {
  const tried = each.pairs.map((pair) =>
    pair
      .map((half) => ({ half, screening: screen(half.message) }))
      .map((one) => ({ ...one, met: isMet(one.half, one.screening) })),
  );
  const all = tried.flat();
  return {
    group: each.group,
    name: each.name,
    texts: { hit: all.filter(({ met }) => met).length, of: all.length },
    pairs: { hit: tried.filter((pair) => pair.every(({ met }) => met)).length, of: tried.length },
    wrong: all
      .filter(({ met }) => !met)
      .map(({ half, screening }) => ({ text: half.message.text, expected: half.expected, got: summary(screening) })),
    accused: all
      .filter(({ half, screening }) => each.genuine && !accuses(half) && violationsOf(screening).size)
      .map(({ half }) => half.message.text),
  };
}

/** A screening in the words of an expectation. */
function summary(screening: Screening): string {
  const found = [...violationsOf(screening).keys(), ...screening.leads.map((lead) => `lead:${lead}`)];
  return [screening.verdict, ...found].join(' ');
}
