import { customPinyin, pinyin } from 'pinyin-pro';
import { gb2312 } from '../tables';

/** The 3,755 characters of everyday use: the first level of GB 2312, as senders type them. */
const EVERYDAY = 3755;
const HAN = /^\p{Script=Han}$/u;
const SYLLABLE = /^[a-z]+$/;
// To pay back is huán; the dictionary takes these words for hái.
customPinyin({
  还钱: 'huán qián',
  还款: 'huán kuǎn',
  还清: 'huán qīng',
  还债: 'huán zhài',
  还给: 'huán gěi',
  还不上: 'huán bù shàng',
  不还: 'bù huán',
});

const PLAIN = { toneType: 'none', type: 'array', v: true } as const;

/** The toneless sound of each Han character in its words (还 is huan in 还钱), nothing for other characters. */
export function readingsOf(chars: readonly string[]): (string | undefined)[] {
  const sounds: (string | undefined)[] = chars.map(() => undefined);
  for (let from = 0; from < chars.length; from++) {
    let to = from;
    while (to < chars.length && HAN.test(chars[to] as string)) to++;
    if (to === from) continue;
    const run = chars.slice(from, to);
    const together = pinyin(run.join(''), PLAIN);
    const each = together.length === run.length ? together : run.map((char) => pinyin(char, PLAIN)[0] as string);
    each.forEach((sound, i) => {
      if (SYLLABLE.test(sound)) sounds[from + i] = sound;
    });
    from = to;
  }
  return sounds;
}

let bySound: Map<string, string[]> | undefined;

/** Other everyday characters whose first reading is `sound`. */
export function soundAlikes(sound: string | undefined, char: string): string[] {
  if (!bySound) {
    bySound = new Map();
    for (const each of [...gb2312()].slice(0, EVERYDAY)) {
      const own = pinyin(each, PLAIN)[0] as string;
      bySound.set(own, [...(bySound.get(own) ?? []), each]);
    }
  }
  return (bySound.get(sound ?? '') ?? []).filter((other) => other !== char);
}
