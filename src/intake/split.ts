/** One text that holds several messages: a chat, a list of SMS, a letter that is too long for one check. */
import { MESSAGE_LIMIT } from '../screen/limits';

export interface Part {
  readonly text: string;
  /** The name in a chat's heading line. */
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

/** A chat's heading as messengers copy it: 「小李 2026/3/1 10:22」, 「2026-03-01 10:22:05 小李」, 「小李：」 is too common. */
const CLOCK = String.raw`(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日? ?)?(?:[上下]午 ?|凌晨 ?|晚上 ?)?\d{1,2}:\d{2}(?::\d{2})?`;
const HEADING = new RegExp(`^(?:(?<before>\\S.{0,29}?) +${CLOCK}|${CLOCK}(?: +(?<after>\\S.{0,29}))?)$`, 'u');
/** The sender's signature at the beginning of an SMS. */
const SIGNATURE = /^【[^【】\n]{1,30}】/u;
/** Something to read: a letter or a digit. */
export const WORDS = /[\p{L}\p{N}]/u;

/**
 * Cuts a text into messages. Where nothing but blank lines or line ends part them, `certain` is false: it may as well
 * be one letter, and the user decides.
 */
export function splitMessages(text: string): Split {
  const lines = text.split(/\r\n?|\n/);
  const chat = byHeadings(lines);
  if (chat.length > 1) return { parts: chat.flatMap(fitted), certain: true };
  const signed = byStarts(lines, (line) => SIGNATURE.test(line));
  if (signed.length > 1) return { parts: signed.flatMap(fitted), certain: true };
  if (text.length > MESSAGE_LIMIT) return { parts: fitted({ text }), certain: true };
  const blocks = withWords(lines.join('\n').split(/\n[^\S\n]*\n\s*/));
  const parts = blocks.length > 1 ? blocks : withWords(lines);
  return { parts: parts.length > 1 ? parts : [{ text }], certain: false };
}

function byHeadings(lines: readonly string[]): Part[] {
  const parts: { sender: string; lines: string[] }[] = [];
  for (const line of lines) {
    const heading = HEADING.exec(line.trim());
    if (heading) parts.push({ sender: heading.groups?.before ?? heading.groups?.after ?? '', lines: [] });
    else parts.at(-1)?.lines.push(line);
    // What stands before the first heading belongs to nobody, so this is no copied chat.
    if (!parts.length && WORDS.test(line)) return [];
  }
  return parts.flatMap(({ sender, lines: body }) =>
    withWords([body.join('\n')]).map(({ text }) => ({ text, ...(sender && { sender }) })),
  );
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
