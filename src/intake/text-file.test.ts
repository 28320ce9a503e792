import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, NotTextError } from './text-file';

const TEXT = '【云桥银行】您已逾期15天，请还款。\r\n𠮷😀';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
};
const marked = (mark: readonly number[], bytes: Uint8Array): Uint8Array => Uint8Array.from([...mark, ...bytes]);

describe('a text file is read', () => {
  it.each([
    ['UTF-8', utf8(TEXT)],
    ['UTF-8 with a mark', marked([0xef, 0xbb, 0xbf], utf8(TEXT))],
    ['UTF-16 of Windows', marked([0xff, 0xfe], utf16(TEXT, true))],
    ['UTF-16 the other way round', marked([0xfe, 0xff], utf16(TEXT, false))],
  ])('in %s', (_name, bytes) => {
    expect(decodeText(bytes)).toBe(TEXT);
  });

  it.each([
    ['two bytes a character', [0xc4, 0xfa, 0xd2, 0xd1, 0xd3, 0xe2, 0xc6, 0xda], '您已逾期'],
    ['four bytes a character', [0xc7, 0xb7, 0x81, 0x39, 0xee, 0x39, 0xbf, 0xee], '欠㐀款'],
    ['among ASCII', [0x31, 0x35, 0xcc, 0xec, 0x0a], '15天\n'],
  ])('in GB 18030: %s', (_name, bytes, text) => {
    expect(decodeText(Uint8Array.from(bytes))).toBe(text);
  });

  it('nothing at all is an empty text', () => {
    expect(decodeText(new Uint8Array())).toBe('');
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf]))).toBe('');
  });

  it('any text that was saved comes back, unless its own bytes are a mark or a NUL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'));
        expect(decodeText(utf8(text))).toBe(text);
        expect(decodeText(marked([0xff, 0xfe], utf16(text, true)))).toBe(text);
      }),
    );
  });
});

describe('what is no text is refused', () => {
  it.each([
    ['a PNG picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d]],
    ['a JPEG picture', [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46]],
    ['a ZIP or Word document', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00]],
    ['UTF-16 without a mark', [...utf16('您好\n', true)]],
    ['bytes of no encoding', [0xff, 0x31, 0xff, 0x31]],
    ['a marked UTF-8 that breaks off', [0xef, 0xbb, 0xbf, 0xe8, 0xbf]],
    ['a marked UTF-16 that breaks off', [0xff, 0xfe, 0x41]],
    ['a lone surrogate in UTF-16', [0xff, 0xfe, 0x3d, 0xd8, 0x41, 0x00]],
  ])('%s', (_name, bytes) => {
    expect(() => decodeText(Uint8Array.from(bytes))).toThrow(NotTextError);
  });
});
