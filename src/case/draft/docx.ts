import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { Draft } from './index';
import { BLANK } from './words';

/** A font that every office programme in China has; where it is missing, the programme chooses another. */
const FONT = 'SimSun';

/** Blanks are marked in yellow, so that none is sent by mistake. */
function runs(line: string): TextRun[] {
  const parts = line.split(new RegExp(`(${BLANK.source})`, 'g')).filter(Boolean);
  return parts.map((text) => new TextRun({ text, font: FONT, ...(text.match(BLANK) && { highlight: 'yellow' }) }));
}

/** The draft as a Word document (OOXML). Text only: no picture, no link, no macro. */
export function draftAsDocx({ heading, sections }: Draft): Promise<Blob> {
  const title = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
    new Paragraph({ heading: level, children: [new TextRun({ text, font: FONT, color: '000000' })] });
  const children = sections.flatMap(({ heading: name, lines }) => [
    title(name, HeadingLevel.HEADING_2),
    ...lines.flatMap((line) => line.split('\n').map((part) => new Paragraph({ children: runs(part) }))),
  ]);
  return Packer.toBlob(
    new Document({
      title: heading,
      creator: '',
      sections: [{ children: [title(heading, HeadingLevel.HEADING_1), ...children] }],
    }),
  );
}
