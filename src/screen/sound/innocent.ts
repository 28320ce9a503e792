/** Tells a word that happens to sound the same from one that was rewritten. */
import { classOf, HAN } from '../normalize/classes';

/** Everyday characters: where nothing but these differs, the sentence simply reads on (去法院, 是公安局, 户籍的). */
const EVERYDAY = new Set(
  '的地得了着过在是去来对且把被向就要不我你他她它们这那有和与及或也都还又再才只将会能可以已任员据举时事实带到说问给让想从为等里上下'.split(
    '',
  ),
);

/**
 * Whether `start`..`end` of `text`, which sounds like `word`, is likely ordinary writing: only everyday characters
 * differ, or a character at its edge, not the one of `word`, belongs to a word that reaches beyond it (司法拘|留).
 */
export function isInnocent(
  text: string,
  start: number,
  end: number,
  word: string,
  bonds: ReadonlySet<number>,
): boolean {
  const written = text.slice(start, end);
  if (written.length !== word.length) return false;
  for (let i = 0; i < written.length; i++) if (classOf(written.charCodeAt(i)) !== HAN) return false;
  const bonded = (at: number): boolean => bonds.has(text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1));
  if (written[0] !== word[0] && start > 0 && bonded(start - 1)) return true;
  if (written.at(-1) !== word.at(-1) && end < text.length && bonded(end - 1)) return true;
  return Array.from(written).every((character, i) => character === word[i] || EVERYDAY.has(character));
}
