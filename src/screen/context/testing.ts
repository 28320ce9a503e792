/** Helper of the tests: reads a message as the pipeline does, with the compiled knowledge. */
import { knowledge } from '../../knowledge';
import { vocabularyOf } from '..';
import { tables } from '../decoded';
import { normalize } from '../normalize';
import { createScanner } from '../scan';
import type { Candidate } from '../types';
import type { View } from '../view';
import type { Context } from '.';

const scanner = createScanner(vocabularyOf(knowledge));

/** A message as the stages after `scan` see it. */
export function viewOf(text: string): View {
  return scanner.scan(normalize(text, tables));
}

/**
 * What a context says about the words marked `[[…]]`.
 *
 * @throws Error where a message marks nothing or the marked words are written in disguise
 */
export function ask(context: Context, marked: string): ReturnType<Context> {
  const words = /\[\[([^\]]+)\]\]/.exec(marked)?.[1];
  if (!words) throw new Error(`mark the words in question with [[…]]: ${marked}`);
  const canonical = normalize(marked.replace('[[', '').replace(']]', ''), tables);
  const folded = normalize(words, tables).text;
  const start = canonical.text.indexOf(folded);
  if (start < 0) throw new Error(`「${words}」 is written differently once normalized`);
  const range = { start, end: start + folded.length };
  const candidate: Candidate = {
    source: 'rule',
    rule: 'any',
    level: 'violation',
    basis: 'text',
    range,
    law: [],
    despite: [],
  };
  return context(candidate, scanner.scan(canonical));
}
