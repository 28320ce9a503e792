"""Disguises and recombinations, so that the reader meets what senders do to dodge filters."""
import random

from data import Message

INSERTS = list(' .*-/|_~+,·、^') + ['\ud83d']
PUNCTUATION = set(',.!?;:。、…~"\'“”‘’()[]【】《》')
# A message with these traits may change its meaning when put beside another one.
FRAGILE = {'quoted', 'negation', 'question', 'third-person', 'alarming-clean', 'alarming-lawful', 'long'}


class Augment:
    def __init__(self, vocabulary, messages, seed):
        self.vocabulary = vocabulary
        self.random = random.Random(seed)
        self.innocent = [m for m in messages if m.clean and len(m.chars) <= 80 and not m.traits & FRAGILE]
        self.clean = [m for m in messages if m.clean and len(m.chars) <= 100]

    def __call__(self, message):
        r = self.random
        chars, spans, labels, ignore = list(message.chars), list(message.spans), message.labels, message.ignore
        if r.random() < 0.2:
            chars, spans, labels, ignore = self._join(message)
        if r.random() < 0.25:
            chars, spans = self._drop_signature(chars, spans)
        if r.random() < 0.35:
            chars, spans = self._disguise(chars, spans)
        if r.random() < 0.2:
            rate = r.choice((0.3, 1.0))
            chars, spans = self._keep(chars, spans, lambda c: c not in PUNCTUATION or r.random() > rate)
        if r.random() < 0.2:
            chars, spans = self._keep(chars, spans, lambda c: r.random() > 0.04)
        return Message(message.id, chars or ['。'], spans or [0], labels, ignore)

    def _keep(self, chars, spans, wanted):
        kept = [(c, s) for c, s in zip(chars, spans) if wanted(c)]
        return [c for c, _ in kept], [s for _, s in kept]

    def _join(self, message):
        """An innocent sentence before or after; two innocent messages stay innocent."""
        pool = self.clean if message.clean else self.innocent
        other = self.random.choice(pool)
        glue = self.random.choice((['。'], [' '], ['\n'], [',']))
        parts = [(message.chars, message.spans), (other.chars, other.spans)]
        if self.random.random() < 0.5:
            parts.reverse()
        chars = parts[0][0] + glue + parts[1][0]
        spans = parts[0][1] + [0] + parts[1][1]
        return chars, spans, message.labels, message.ignore

    def _drop_signature(self, chars, spans):
        if '【' not in chars or '】' not in chars:
            return chars, spans
        a, b = chars.index('【'), chars.index('】')
        if b < a or b - a > 20 or any(spans[a:b + 1]):
            return chars, spans
        return chars[:a] + chars[b + 1:], spans[:a] + spans[b + 1:]

    def _disguise(self, chars, spans):
        """One kind of disguise on some of the characters, more often on those that prove a label."""
        r, v = self.random, self.vocabulary
        kind = r.choice(('sound', 'sound', 'insert', 'insert', 'letters', 'initials', 'unknown'))
        rate = r.choice((0.05, 0.12, 0.25))
        out, bits = [], []
        for i, (c, s) in enumerate(zip(chars, spans)):
            sound = v.sound_id.get(c)
            if r.random() > (rate * 1.5 if s else rate * 0.6):
                new = [c]
            elif kind == 'sound' and sound:
                new = [r.choice(v.by_sound[sound])]
            elif kind == 'insert':
                new = [c, r.choice(INSERTS)]
            elif kind == 'letters' and sound:
                new = list(v.spelling[sound].replace('ü', 'v'))
            elif kind == 'initials' and sound:
                new = [v.spelling[sound][0]]
            elif kind == 'unknown' and sound:
                new = ['\x00' + c]
            else:
                new = [c]
            out += new
            bits += [s] * len(new)
        return out, bits
