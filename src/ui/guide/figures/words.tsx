/** Text in a picture: SVG breaks no lines by itself. All lengths are units of the picture, about CSS pixels on a phone. */

export const SIZE = 13;
export const LINE = 19;

/** What may not begin a line of Chinese. */
const CLOSING = /^[，。、；：）」？！]/;
const PIECE = /[\p{Script=Han}，。、；：（）「」？！]|[^\s\p{Script=Han}，。、；：（）「」？！]+\s*|\s+/gu;

const widthOf = (text: string): number =>
  [...text].reduce((sum, each) => sum + (each > '\u2e7f' ? SIZE : SIZE * 0.56), 0);

/** Breaks a text into lines that are no wider than `width`. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [''];
  for (const [piece] of text.matchAll(PIECE)) {
    const line = lines.at(-1) as string;
    if (widthOf((line + piece).trimEnd()) <= width || (CLOSING.test(piece) && line))
      lines[lines.length - 1] = line + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trim()).filter(Boolean);
}

interface WordsProps {
  readonly x: number;
  /** Upper edge of the first line. */
  readonly y: number;
  readonly lines: readonly string[];
  readonly strong?: boolean;
  /** Which edge of the lines is at `x`. */
  readonly anchor?: 'start' | 'middle' | 'end';
}

export function Words({ x, y, lines, strong = false, anchor = 'start' }: WordsProps) {
  return (
    <text class={strong ? 'strong' : undefined} text-anchor={anchor}>
      {lines.map((line, at) => (
        <tspan key={at} x={x} y={y + at * LINE + SIZE}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** Space between a box and the words in it. */
const PADDING = 8;

export const boxHeight = (text: string, width: number): number =>
  wrap(text, width - 2 * PADDING).length * LINE + 2 * PADDING - 2;

interface BoxProps {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly text: string;
  readonly height?: number;
}

/** Words in a frame. */
export function Box({ x, y, width, text, height = boxHeight(text, width) }: BoxProps) {
  return (
    <>
      <rect class="box" x={x} y={y} width={width} height={height} rx="8" />
      <Words x={x + width / 2} y={y + PADDING} lines={wrap(text, width - 2 * PADDING)} anchor="middle" />
    </>
  );
}

/** A line straight down with a point at its end. */
export function Arrow({ x, from, to }: { x: number; from: number; to: number }) {
  return (
    <>
      <path class="line" d={`M${x} ${from}V${to - 4}`} />
      <path class="point" d={`M${x - 5} ${to - 7}L${x} ${to}L${x + 5} ${to - 7}Z`} />
    </>
  );
}
