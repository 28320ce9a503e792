"""Characters and sounds as numbers. src/reader/fold.ts does the same in the product."""
import collections
import json
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAD, UNKNOWN, SURROGATE, MASK = range(4)
SPECIAL = 4
SPACES = '\t\u00a0\u3000\r'


def unit(char):
    """One UTF-16 unit to one: full-width to ASCII, lower case, every digit 0, every space a blank."""
    code = ord(char)
    if 0xFF01 <= code <= 0xFF5E:
        code -= 0xFEE0
    if 0x30 <= code <= 0x39:
        return '0'
    if 0x41 <= code <= 0x5A:
        code += 32
    char = chr(code)
    return ' ' if char in SPACES else char


def units(text):
    """The UTF-16 units of a text; the halves of a pair both stand as U+D83D."""
    return [('\ud83d' if 0xD800 <= ord(c) <= 0xDFFF else unit(c))
            for c in text.encode('utf-16-le', 'surrogatepass').decode('utf-16-le', 'surrogatepass')
            for c in ([c] if ord(c) < 0x10000 else ['\ud83d', '\ud83d'])]


def pinyin_groups():
    return json.loads(subprocess.check_output(['node', 'training/pinyin.mjs'], cwd=ROOT, text=True))


class Vocabulary:
    def __init__(self, chars, groups):
        self.chars = chars
        self.groups = groups
        self.char_id = {c: i + SPECIAL for i, c in enumerate(chars)}
        self.char_id['\ud83d'] = SURROGATE
        self.sound_id, self.by_sound = {}, {}
        for number, (_, members) in enumerate(groups.items(), 1):
            for c in members:
                self.sound_id[c] = number
            self.by_sound[number] = list(members)
        self.spelling = {i: s for i, s in enumerate(groups, 1)}
        self.n_chars = SPECIAL + len(chars)
        self.n_sounds = 1 + len(groups)

    def encode(self, chars):
        """Ids of characters and sounds. A character marked with NUL is treated as unseen, with its sound known."""
        return [self.char_id.get(c, UNKNOWN) for c in chars], [self.sound_id.get(c[-1], 0) for c in chars]


def build(texts, own_texts, size=3700):
    """What the corpus itself uses at least three times, the most frequent first, then the most frequent of all texts.
    More than `size` would take the weights over their limit."""
    count = collections.Counter(c for t in texts for c in t if c != '\ud83d')
    own = collections.Counter(c for t in own_texts for c in t if c != '\ud83d')
    keep = {c for c, n in own.most_common(size) if n >= 3}
    for c, _ in count.most_common():
        if len(keep) >= size:
            break
        keep.add(c)
    return Vocabulary(''.join(sorted(keep)), pinyin_groups())
