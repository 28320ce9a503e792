import { inflateSync } from 'node:zlib';

/** The smallest PDF that fills a page with lines. ASCII only: any other script would need a font in the file. */
export function onePagePdf(lines: readonly string[]): string {
  const drawing = `BT /F 18 Tf 18 TL 20 780 Td ${lines.map((line) => `(${line}) '`).join(' ')} ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    `<</Length ${drawing.length}>>stream\n${drawing}\nendstream`,
  ];
  const places: number[] = [];
  let file = '%PDF-1.4\n';
  for (const [index, object] of objects.entries()) {
    places.push(file.length);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`;
}

/**
 * The text of a PDF that Chromium printed, in the order in which it is drawn and without spaces: fonts there have their
 * own numbers for letters, and a table that says which letter each number is.
 */
export function textOfPdf(file: Uint8Array): string {
  const source = Buffer.from(file).toString('latin1');
  const objects = new Map(
    [...source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body]),
  );
  const streamOf = (body = '') => {
    const [head = '', data] = body.split(/stream\n/, 2);
    if (data === undefined) return '';
    const bytes = Buffer.from(body.slice(body.indexOf('stream\n') + 7), 'latin1');
    return (head.includes('FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
  };
  const letters = new Map(
    [...objects].flatMap(([id, body]) => {
      const table = /\/ToUnicode (\d+) 0 R/.exec(body)?.[1];
      return table ? [[id, lettersOf(streamOf(objects.get(table)))] as const] : [];
    }),
  );
  const fonts = new Map<string, Letters>();
  for (const body of objects.values()) {
    for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = letters.get(id);
      if (table) fonts.set(name, table);
    }
  }
  let text = '';
  for (const body of objects.values()) {
    const drawing = /\/FontFile|\/Subtype ?\/Image/.test(body) ? '' : streamOf(body);
    let font: Letters = new Map();
    let isSaid = false;
    for (const [token, said, name, hex] of drawing.matchAll(DRAWN)) {
      if (name) font = fonts.get(name) ?? new Map();
      if (said) text += decoded(said);
      if (said || token === 'EMC') isSaid = said !== undefined;
      if (hex && !isSaid) for (const code of cut(hex, font)) text += font.get(code) ?? '';
    }
  }
  return text.normalize('NFKC').replace(/\s/g, '');
}

type Letters = Map<string, string>;

/** Words that are said outright because a drawn sign can mean several letters, up to EMC; a font; drawn numbers. */
const DRAWN = /ActualText <FEFF(\w+)>|EMC|\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g;

const decoded = (hex: string): string =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));

/** Drawn numbers, each with as many digits as those of its font. */
function cut(hex: string, font: Letters): string[] {
  const [first = '0000'] = font.keys();
  return hex.toLowerCase().match(new RegExp(`.{${first.length}}`, 'g')) ?? [];
}

/** The numbers of a font's letters, in hexadecimal as they are drawn. */
function lettersOf(table: string): Letters {
  const letters: Letters = new Map();
  for (const [, block = ''] of table.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', hex = ''] of block.matchAll(/<(\w+)> <(\w+)>/g)) {
      letters.set(code.toLowerCase(), decoded(hex));
    }
  }
  for (const [, block = ''] of table.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', hex = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const start = Number.parseInt(from, 16);
      for (let code = start; code <= Number.parseInt(to, 16); code++) {
        letters.set(
          code.toString(16).padStart(from.length, '0'),
          String.fromCharCode(Number.parseInt(hex, 16) + code - start),
        );
      }
    }
  }
  return letters;
}
