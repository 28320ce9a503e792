import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { BLANK } from './words';

/** A font that every office programme in China has; where it is missing, the programme chooses another. */
const FONT = 'SimSun';

/** Blanks are marked in yellow, so that none is sent by mistake. */
function runs(line: string): TextRun[] {
  const parts = line.split(new RegExp(`(${BLANK.source})`, 'g')).filter(Boolean);
  return parts.map((text) => new TextRun({ text, font: FONT, ...(text.match(BLANK) && { highlight: 'yellow' }) }));
}

const title = (text: string, heading: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
  new Paragraph({ heading, children: [new TextRun({ text, font: FONT, color: '000000' })] });

/**
 * A draft as a Word document (OOXML). Text only: no picture, no link, no macro.
 *
 * @param text as `draftAsText` writes it: blank lines part the sections, the first line of each is its heading
 */
export function textAsDocx(text: string): Promise<Blob> {
  const [first = '', ...sections] = text.split(/\n{2,}/);
  const body = sections.flatMap((section) => {
    const [name = '', ...lines] = section.split('\n');
    return [title(name, HeadingLevel.HEADING_2), ...lines.map((line) => new Paragraph({ children: runs(line) }))];
  });
  const children = [title(first, HeadingLevel.HEADING_1), ...body];
  return Packer.toBlob(new Document({ title: first, creator: '', sections: [{ children }] }));
}
