/** What kind of character a folded code point is, as far as joining and dividing words goes. */

export const HAN = 1;
/** Latin letters and everything else that is written in words. */
export const LETTER = 2;
export const DIGIT = 3;
export const SPACE = 4;
export const NEWLINE = 5;
/** Punctuation that ends or divides sentences. */
export const STOP = 6;
export const OPEN = 7;
export const CLOSE = 8;
export const QUOTE = 9;
/** Anything that can be pushed into a word without being read. */
export const SYMBOL = 10;
/** Symbols that are read: pictures used as words, arrows, currency signs. */
export const SPEAKING = 11;

const STOPS = '，,。！!？?；;：:、…';
const OPENS = '（(【[《「{<';
const CLOSES = '）)】]》」}>';
const QUOTES = '“”‘’"\'';
/** Strokes that Unicode counts as ideographs but that nobody reads inside a Chinese sentence. */
const STROKES = '丨丶丿亅乀乁';
const SPEAKING_SYMBOLS =
  '¥￡€°≠≢≮≯≰≱≤≥≈→←↑↓↗↘➡⬅⬆⬇➜➔➤▶☎☠⚰⚔⛓⚖💰💴💵💸🤑🔪🗡🔫💣🧨🔨🐴🐎🐶🐕🐷🐖🐔🐢👮🚓🚔🚨🔒🔗💀🪦🏠🏢🏫🏥📞📱👪👨👩👧👦👵👴👶🩸🔥🚪🚗✈🎁';
/** Marks that hide a letter (李**); two or more in a row are never noise. */
const MASKS = '*×○□■●✕⬛█';

const set = (text: string): ReadonlySet<number> => new Set(Array.from(text, (c) => c.codePointAt(0) ?? 0));
const speaking = set(SPEAKING_SYMBOLS);
const masks = set(MASKS);
const numerals = set('〇零一二三四五六七八九十百千万两年月日');
const han = /\p{Script=Han}/u;
const letter = /[\p{L}\p{N}]/u;

const fixed = new Map<number, number>([
  [0x20, SPACE],
  [0x0a, NEWLINE],
]);
const groups: [string, number][] = [
  [STOPS, STOP],
  [OPENS, OPEN],
  [CLOSES, CLOSE],
  [QUOTES, QUOTE],
  [STROKES, SYMBOL],
];
for (const [text, kind] of groups) for (const c of set(text)) fixed.set(c, kind);

function compute(code: number): number {
  const known = fixed.get(code);
  if (known !== undefined) return known;
  if (speaking.has(code)) return SPEAKING;
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  const text = String.fromCodePoint(code);
  if (han.test(text)) return HAN;
  return letter.test(text) ? LETTER : SYMBOL;
}

const low = new Uint8Array(0x10000);

/** Class of a folded code point; constant time after the first meeting. */
export function classOf(code: number): number {
  if (code >= 0x10000) return code >= 0x20000 && code < 0x40000 ? HAN : compute(code);
  const known = low[code] ?? 0;
  if (known !== 0) return known;
  const found = compute(code);
  low[code] = found;
  return found;
}

/** Whether a kind is one that words and numbers in other scripts are written in. */
export const isWord = (kind: number): boolean => kind === LETTER || kind === DIGIT;

/** Whether two or more of this mark hide something rather than disguise it. */
export const isMask = (code: number): boolean => masks.has(code);
/** Whether 〇 beside this character is a digit. */
export const isNumeral = (code: number): boolean => numerals.has(code);
/** The bracket that closes this one, 0 where it opens nothing. */
export function closerOf(code: number): number {
  const at = OPENS.indexOf(String.fromCharCode(code));
  return at < 0 || code > 0xffff ? 0 : CLOSES.charCodeAt(at);
}
