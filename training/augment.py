"""Disguises, other words and recombinations, so that the reader meets what senders do to dodge filters."""
import random
import re
from pathlib import Path

from data import Message

EXCHANGE = Path(__file__).with_name('exchange.txt')

INSERTS = list(' .*-/|_~+,·、^') + ['\ud83d']
PUNCTUATION = set(',.!?;:。、…~"\'“”‘’()[]【】《》')
GLUE = ['。'], [' '], ['\n'], [','], [',']     # the comma twice: most clauses are joined by it
SENTENCE_END = set('。!?;\n')
# The commonest more often; 王 most, because an insult begins with it.
SURNAMES = ('王' * 10 + '李张刘陈杨黄赵吴' * 4 + '周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭'
            '陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙史陶贺毛郝顾龚邵万钱覃武戴孔汤庞樊兰殷施洪翟安颜倪严牛温芦季俞章鲁葛伍毕苟柴狄')
FORMS = ('先生 女士 小姐 总 哥 姐 老师 师傅 老板 经理 主任 叔 阿姨 工 律师 医生 同学 老弟 老哥').split()
NAMES = ('亲 亲爱的 兄弟 姐妹 老乡 朋友 大哥 大姐 大爷 大妈 叔 婶 老板 老同学 宝 尊敬的客户 您好 你好 喂 在吗 嗨 '
         '哎 那个 客户 用户 师傅').split()
GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉萍红建国文博浩宇欣怡子轩梓涵雨晨志鹏海波秀兰晓东春梅小龙凤'
# A message with these traits may change its meaning when put beside another one.
FRAGILE = {'quoted', 'negation', 'question', 'third-person', 'alarming-clean', 'alarming-lawful', 'long'}


def exchangeable():
    """Each word of the sets in exchange.txt with those that can take its place, and a pattern that finds the longest."""
    places = {}
    for line in EXCHANGE.read_text(encoding='utf-8').splitlines():
        words = [] if line.startswith('#') else line.split()
        for word in words:
            if len(word) > 1:
                places.setdefault(word, []).extend(w for w in words if w != word)
    longest = sorted(places, key=len, reverse=True)
    return places, re.compile('|'.join(map(re.escape, longest)))


class Augment:
    def __init__(self, vocabulary, messages, plain, seed):
        self.vocabulary = vocabulary
        self.random = random.Random(seed)
        self.places, self.exchangeable = exchangeable()
        self.innocent = [m for m in messages if m.clean and len(m.chars) <= 80 and not m.traits & FRAGILE]
        self.clean = [m for m in messages if m.clean and len(m.chars) <= 100]
        self.violating = [m for m in messages if m.labels and len(m.chars) <= 60 and not m.traits & FRAGILE]
        self.plain = [m for m in plain if m.clean and len(m.chars) <= 60]

    def __call__(self, message):
        r = self.random
        chars, spans, labels, ignore = list(message.chars), list(message.spans), message.labels, message.ignore
        if r.random() < 0.3:
            chars, spans, labels, ignore = self._join(message)
        if r.random() < 0.5:
            chars, spans = self._exchange(chars, spans)
        if r.random() < 0.25:
            chars, spans = self._drop_signature(chars, spans)
        if r.random() < 0.15:
            name = self._address()
            chars, spans = name + chars, [0] * len(name) + spans
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
        """Beside or inside another text. Innocent beside innocent stays innocent, an unlawful clause in lawful prose
        keeps its label, and two unlawful messages have the labels of both."""
        r = self.random
        pool = self.clean if message.clean else self.innocent
        if message.labels and r.random() < 0.35:
            pool = self.violating
        elif r.random() < 0.25:
            pool = self.plain
        other = r.choice(pool)
        labels = message.labels | other.labels
        ignore = (message.ignore | other.ignore) & ~labels
        at = self._cut(other) if pool is not self.violating else r.choice((0, len(other.chars)))
        chars, spans = list(message.chars), list(message.spans)
        if at:
            chars, spans = r.choice(GLUE) + chars, [0] + spans
        if at < len(other.chars):
            chars, spans = chars + r.choice(GLUE), spans + [0]
        return (other.chars[:at] + chars + other.chars[at:], other.spans[:at] + spans + other.spans[at:],
                labels, ignore)

    def _exchange(self, chars, spans):
        """Some words give way to others of the same kind, which prove what they proved."""
        r = self.random
        text = ''.join(c if len(c) == 1 else '\0' for c in chars)
        out, bits, at = [], [], 0
        for found in self.exchangeable.finditer(text):
            if r.random() < 0.5:
                continue
            a, b = found.span()
            new = r.choice(self.places[found[0]])
            out += chars[at:a] + list(new)
            bits += spans[at:a] + [spans[a] | spans[b - 1]] * len(new)
            at = b
        return out + chars[at:], bits + spans[at:]

    def _address(self):
        """A form of address and what follows it: who is spoken to says nothing about what is said."""
        r = self.random
        surname = r.choice(SURNAMES)
        name = r.choice((
            lambda: r.choice(NAMES), lambda: surname + r.choice(FORMS), lambda: surname + r.choice(FORMS),
            lambda: r.choice('老小阿大') + surname, lambda: surname + ''.join(r.choices(GIVEN, k=r.choice((1, 2)))),
            lambda: r.choice('阿小老') + r.choice(GIVEN)))()
        return list(name + r.choice((',', ',', ',', ' ', ':', '!', '', '')))

    def _cut(self, message):
        """The beginning, the end, or between two sentences."""
        ends = [i + 1 for i, c in enumerate(message.chars[:-1]) if c in SENTENCE_END]
        return self.random.choice([0, len(message.chars)] + ends)

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
