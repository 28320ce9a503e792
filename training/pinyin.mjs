// Prints {syllable: "characters"}: the toneless pinyin of every GB2312 character, its commonest reading.
import { pinyin } from 'pinyin-pro';

const decoder = new TextDecoder('gb2312');
const table = {};
for (let high = 0xb0; high <= 0xf7; high++) {
  for (let low = 0xa1; low <= 0xfe; low++) {
    const char = decoder.decode(Uint8Array.of(high, low));
    if (char.length !== 1 || char < '\u4e00' || char > '\u9fff') continue;
    const sound = pinyin(char, { toneType: 'none', type: 'array', v: true })[0];
    if (sound && /^[a-zü]+$/.test(sound)) table[sound] = (table[sound] ?? '') + char;
  }
}
process.stdout.write(JSON.stringify(table));
