import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { HEADINGS } from './parts';
import { BLANK } from './words';

/** A font that every office programme in China has; where it is missing, the programme chooses another. */
const FONT = 'SimSun';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML does not allow
const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

/** What stands for no character in XML: a single one would keep the whole document from being opened. */
const clean = (text: string): string => text.replace(FORBIDDEN, '\ufffd');

/** Blanks are marked in yellow, so that none is sent by mistake. */
function runs(line: string, color?: string): TextRun[] {
  const parts = line.split(new RegExp(`(${BLANK.source})`, 'g')).filter(Boolean);
  return parts.map(
    (text) =>
      new TextRun({ text, font: FONT, ...(color && { color }), ...(text.match(BLANK) && { highlight: 'yellow' }) }),
  );
}

const title = (text: string, heading: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
  new Paragraph({ heading, children: runs(text, '000000') });

/**
 * A draft as a Word document (OOXML). Text only: no picture, no link, no macro.
 *
 * @param text as `draftAsText` writes it, then perhaps edited: a known heading below a blank line begins a part. Other
 *   blank lines stay as they are, as in a message that is quoted.
 */
export function textAsDocx(text: string): Promise<Blob> {
  const [first = '', ...lines] = clean(text).split(/\r\n?|\n/);
  const isHeading = (at: number) => HEADINGS.has(lines[at] ?? '') && lines[at - 1] === '';
  const body = lines.flatMap((line, at) => {
    if (isHeading(at)) return title(line, HeadingLevel.HEADING_2);
    return line === '' && isHeading(at + 1) ? [] : new Paragraph({ children: runs(line) });
  });
  const children = [title(first, HeadingLevel.HEADING_1), ...body];
  return Packer.toBlob(new Document({ title: first, creator: '', sections: [{ children }] }));
}
