/** Characters and sounds as the numbers the network was trained on; training/vocabulary.py does the same. */

const UNKNOWN = 1;
const SURROGATE = 2;
const SPECIAL = 4;

/** Ids of characters and of their toneless sounds, one for each UTF-16 unit. */
export interface Encoded {
  readonly chars: Uint16Array;
  readonly sounds: Uint16Array;
}

/**
 * Builds the encoder.
 *
 * @param chars every character that has its own vector, in the order of the weights
 * @param sounds for each syllable the characters that are read so, in the order of the weights
 */
export function createEncoder(chars: string, sounds: Readonly<Record<string, string>>): (text: string) => Encoded {
  const charIds = new Uint16Array(65536).fill(UNKNOWN);
  const soundIds = new Uint16Array(65536);
  for (let i = 0; i < chars.length; i++) charIds[chars.charCodeAt(i)] = i + SPECIAL;
  // Emoji stand between characters as any other inserted symbol would.
  charIds.fill(SURROGATE, 0xd800, 0xe000);
  Object.values(sounds).forEach((members, index) => {
    for (let i = 0; i < members.length; i++) soundIds[members.charCodeAt(i)] = index + 1;
  });
  return (text) => {
    const encoded = { chars: new Uint16Array(text.length), sounds: new Uint16Array(text.length) };
    for (let i = 0; i < text.length; i++) {
      const unit = foldUnit(text.charCodeAt(i));
      encoded.chars[i] = charIds[unit] ?? UNKNOWN;
      encoded.sounds[i] = soundIds[unit] ?? 0;
    }
    return encoded;
  };
}

/** Full-width to ASCII, lower case, every digit 0, every blank a space: one unit stays one unit. */
export function foldUnit(unit: number): number {
  let code = unit;
  if (code >= 0xff01 && code <= 0xff5e) code -= 0xfee0;
  if (code >= 0x30 && code <= 0x39) return 0x30;
  if (code >= 0x41 && code <= 0x5a) return code + 32;
  return code === 0x09 || code === 0x0d || code === 0xa0 || code === 0x3000 ? 0x20 : code;
}
