/** Runs in a page: draws characters and measures how alike they look. Each function stands alone. */

/** For each character others with a likeness from 0 to 1, the likest first. */
export type Likeness = Record<string, [string, number][]>;
/** For each character the ways to cut it in two, with what each half looks like. */
export type Parts = Record<string, [[string, number][], [string, number][]][]>;

/** @param skip columns of 20 that are left out on the left */
export function alike(targets: string[], all: string[], skip: number, least: number): Likeness {
  const N = 20;
  const side = N * 2;
  const canvas = Object.assign(document.createElement('canvas'), { width: side, height: side });
  const pen = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  pen.font = '36px "Noto Sans CJK SC"';
  pen.textBaseline = 'middle';
  pen.textAlign = 'center';
  const shape = (character: string): Float32Array => {
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, side, side);
    pen.fillStyle = '#000';
    pen.fillText(character, side / 2, side / 2 + 2);
    const { data } = pen.getImageData(0, 0, side, side);
    const ink = new Float32Array(N * N);
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        const cell = (y >> 1) * N + (x >> 1);
        ink[cell] = (ink[cell] as number) + (255 - (data[(y * side + x) * 4] as number)) / 1020;
      }
    }
    const blurred = new Float32Array(N * N);
    let length = 0;
    for (let y = 0; y < N; y++) {
      for (let x = skip; x < N; x++) {
        let [sum, weight] = [0, 0];
        for (let dy = -1; dy <= 1; dy++) {
          for (let dx = -1; dx <= 1; dx++) {
            if (y + dy < 0 || x + dx < 0 || y + dy >= N || x + dx >= N) continue;
            const part = (dy ? 1 : 2) * (dx ? 1 : 2);
            sum += part * (ink[(y + dy) * N + x + dx] as number);
            weight += part;
          }
        }
        blurred[y * N + x] = sum / weight;
        length += (sum / weight) ** 2;
      }
    }
    return blurred.map((value) => value / (Math.sqrt(length) || 1));
  };
  const shapes = all.map(shape);
  const result: Likeness = {};
  for (const target of targets) {
    const own = shapes[all.indexOf(target)];
    if (!own) continue;
    const found: [string, number][] = [];
    shapes.forEach((other, i) => {
      let product = 0;
      for (let k = 0; k < own.length; k++) product += (own[k] as number) * (other[k] as number);
      if (product > least && all[i] !== target) found.push([all[i] as string, product]);
    });
    result[target] = found.sort((a, b) => b[1] - a[1]).slice(0, 30);
  }
  return result;
}

/** Cuts each character where it is thinnest, across and along, and looks for characters that fill the halves. */
export function inParts(targets: string[], candidates: string[]): Parts {
  const S = 80;
  const N = 14;
  const canvas = Object.assign(document.createElement('canvas'), { width: S, height: S });
  const pen = canvas.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
  pen.font = '72px "Noto Sans CJK SC"';
  pen.textBaseline = 'middle';
  pen.textAlign = 'center';
  const draw = (character: string): Float32Array => {
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, S, S);
    pen.fillStyle = '#000';
    pen.fillText(character, S / 2, S / 2 + 4);
    const { data } = pen.getImageData(0, 0, S, S);
    return Float32Array.from({ length: S * S }, (_, i) => (255 - (data[i * 4] as number)) / 255);
  };
  const at = (ink: Float32Array, y: number, x: number): number => ink[y * S + x] as number;
  /** The inked part of an area, stretched to a square, blurred, with mean 0 and length 1. */
  const shape = (ink: Float32Array, x0: number, x1: number, y0: number, y1: number): number[] | undefined => {
    let [left, right, top, bottom] = [x1, x0, y1, y0];
    for (let y = y0; y < y1; y++) {
      for (let x = x0; x < x1; x++) {
        if (at(ink, y, x) <= 0.3) continue;
        [left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)];
      }
    }
    if (right <= left || bottom <= top) return undefined;
    const sample = (y: number, x: number): number => {
      const row = top + Math.floor(((y + 0.5) * (bottom - top + 1)) / (4 * N));
      return at(ink, row, left + Math.floor(((x + 0.5) * (right - left + 1)) / (4 * N)));
    };
    const cells = Array.from({ length: N * N }, (_, i) => {
      const [row, column] = [Math.floor(i / N), i % N];
      let [sum, weight] = [0, 0];
      for (let y = Math.max(0, row * 4 - 4); y < Math.min(4 * N, row * 4 + 8); y++) {
        for (let x = Math.max(0, column * 4 - 4); x < Math.min(4 * N, column * 4 + 8); x++) {
          const part = (Math.floor(y / 4) === row ? 2 : 1) * (Math.floor(x / 4) === column ? 2 : 1);
          sum += part * sample(y, x);
          weight += part;
        }
      }
      return sum / weight;
    });
    const mean = cells.reduce((a, b) => a + b) / cells.length;
    const length = Math.hypot(...cells.map((cell) => cell - mean)) || 1;
    return cells.map((cell) => (cell - mean) / length);
  };
  const shapes = candidates.map((character) => ({ character, own: shape(draw(character), 0, S, 0, S) ?? [] }));
  const likest = (half: number[] | undefined, not: string): [string, number][] =>
    shapes
      .map(({ character, own }): [string, number] => [
        character,
        half && character !== not ? own.reduce((sum, cell, k) => sum + cell * (half[k] as number), 0) : 0,
      ])
      .filter(([, likeness]) => likeness > 0.7)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 4);
  /** The three thinnest places between 16 and 61. */
  const thin = (line: number[]): number[] => {
    const places = line
      .flatMap((v, i) => (i < 16 || i > 61 || v >= 14 ? [] : [i]))
      .filter((i) => (line[i] as number) <= (line[i - 1] as number) && (line[i] as number) <= (line[i + 1] as number));
    return places.sort((a, b) => (line[a] as number) - (line[b] as number)).slice(0, 3);
  };
  const result: Parts = {};
  const whole = Array.from({ length: S }, (_, i) => i);
  for (const target of targets) {
    const ink = draw(target);
    const across = thin(whole.map((x) => whole.reduce((sum, y) => sum + at(ink, y, x), 0)));
    const along = thin(whole.map((y) => whole.reduce((sum, x) => sum + at(ink, y, x), 0)));
    result[target] = [
      ...across.map((x) => [likest(shape(ink, 0, x, 0, S), target), likest(shape(ink, x, S, 0, S), target)]),
      ...along.map((y) => [likest(shape(ink, 0, S, 0, y), target), likest(shape(ink, 0, S, y, S), target)]),
    ] as Parts[string];
  }
  return result;
}
