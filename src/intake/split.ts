/** One text that holds several messages: a chat, a list of SMS, a letter that is too long for one check. */
import { MESSAGE_LIMIT } from '../screen/limits';
import { areCertain, readHeadings, sureNames } from './heading';

export interface Part {
  readonly text: string;
  /** The name in a chat's heading line, which `text` then does not hold. */
  readonly sender?: string;
}

export interface Split {
  /** Each at most {@link MESSAGE_LIMIT} UTF-16 code units; none only where a longer text holds no word. */
  readonly parts: readonly Part[];
  /** The text itself shows where a message begins (signatures, chat headings), or it is too long for one check. */
  readonly certain: boolean;
}

/** Most parts of one check; more is work for a file import. */
export const PARTS_LIMIT = 500;

/** The sender's signature at the beginning of an SMS. */
const SIGNATURE = /^【[^【】\n]{1,30}】/u;
/** Something to read: a letter or a digit. */
export const WORDS = /[\p{L}\p{N}]/u;

/**
 * Cuts a text into messages. Where nothing but blank lines, line ends, or lines that may be headings as well as words
 * part them, `certain` is false: it may as well be one letter, and the user decides.
 */
export function splitMessages(text: string): Split {
  const lines = text.split(/\r\n?|\n/);
  const isLong = text.length > MESSAGE_LIMIT;
  const chat = byHeadings(lines);
  if (chat.parts.length > 1) return { parts: chat.parts.flatMap(fitted), certain: chat.certain || isLong };
  const signed = byStarts(lines, (line) => SIGNATURE.test(line));
  if (signed.length > 1) return { parts: signed.flatMap(fitted), certain: true };
  if (isLong) return { parts: fitted({ text }), certain: true };
  const blocks = withWords(lines.join('\n').split(/\n[^\S\n]*\n\s*/));
  const parts = blocks.length > 1 ? blocks : withWords(lines);
  return { parts: parts.length > 1 ? parts : [{ text }], certain: false };
}

/** A heading is left out of its part only where nothing but a name and a time can be lost with it. */
function byHeadings(lines: readonly string[]): Split {
  const headings = readHeadings(lines, (line) => !line.trim());
  const known = headings.flatMap((heading) => heading ?? []);
  const certain = areCertain(known);
  const names = sureNames(known);
  const parts: { sender: string; lines: string[] }[] = [];
  for (const [at, line] of lines.entries()) {
    const read = headings[at];
    const heading = read?.isDoubtful ? undefined : read;
    const { name = '' } = heading ?? {};
    const sender = certain && names.has(name) ? name : '';
    if (heading) parts.push({ sender, lines: sender ? [] : [line] });
    else parts.at(-1)?.lines.push(line);
    // What stands before the first heading belongs to nobody, so this is no copied chat.
    if (!parts.length && WORDS.test(line)) return { parts: [], certain: false };
  }
  const withSender = parts.flatMap(({ sender, lines: body }) =>
    withWords([body.join('\n')]).map(({ text }) => ({ text, ...(sender && { sender }) })),
  );
  return { parts: withSender, certain };
}

function byStarts(lines: readonly string[], isStart: (line: string) => boolean): Part[] {
  const parts: string[][] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (!last || isStart(line.trimStart())) parts.push([line]);
    else last.push(line);
  }
  return withWords(parts.map((part) => part.join('\n')));
}

function withWords(texts: readonly string[]): Part[] {
  return texts.map((text) => ({ text: text.trim() })).filter(({ text }) => WORDS.test(text));
}

/** Cuts what is too long for one check at the last line end, else sentence end, else blank, before the limit. */
function fitted(part: Part): Part[] {
  const { text } = part;
  if (text.length <= MESSAGE_LIMIT) return [part];
  const head = text.slice(0, MESSAGE_LIMIT);
  const at = [/\n(?=[^\n]*$)/u, /[。！？!?](?=[^。！？!?]*$)/u, /\s(?=\S*$)/u]
    .map((border) => head.search(border) + 1)
    .find((end) => end > MESSAGE_LIMIT / 2);
  const end = at ?? (/[\ud800-\udbff]$/.test(head) ? MESSAGE_LIMIT - 1 : MESSAGE_LIMIT);
  return [{ ...part, text: text.slice(0, end) }, ...fitted({ ...part, text: text.slice(end) })].filter(
    ({ text: rest }) => WORDS.test(rest),
  );
}
