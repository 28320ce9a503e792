const REFERENCE = /&#(?:x([0-9a-f]{1,8})|(\d{1,9}));/gi;
/** Half of a character, a reference, or both, that the next piece may go on with. */
const UNFINISHED = /[\ud800-\udbff]?(?:&[#\w]{0,12})?$/;
const LONGEST_UNFINISHED = 14;
const LONE_SURROGATE = /\p{Surrogate}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML does not allow
const FORBIDDEN = /[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/**
 * Makes well-formed what phone backups write against the XML standard: characters beyond U+FFFF as two references
 * (`&#55357;&#56832;`), control characters. What stands for no character becomes U+FFFD, as in damaged bytes.
 */
export async function* repairXml(source: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of source) {
    const text = rest + piece;
    const replaced = text.includes('&#') ? text.replace(REFERENCE, character) : text;
    const tail = replaced.slice(-LONGEST_UNFINISHED);
    rest = UNFINISHED.exec(tail)?.[0] ?? '';
    yield clean(replaced.slice(0, replaced.length - rest.length));
  }
  if (rest) yield clean(rest);
}

const clean = (text: string): string => text.replace(LONE_SURROGATE, '\ufffd').replace(FORBIDDEN, '\ufffd');

/** References that XML allows stay: `&#60;` must not become a tag. */
function character(reference: string, hex: string | undefined, decimal: string | undefined): string {
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  if (code >= 0xd800 && code < 0xe000) return String.fromCharCode(code);
  const allowed = code >= 0x20 ? code < 0xfffe || (code > 0xffff && code < 0x110000) : [9, 10, 13].includes(code);
  return allowed ? reference : '\ufffd';
}
