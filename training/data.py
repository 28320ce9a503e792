"""Messages with their labels, as folded characters and one bit mask per character."""
import gzip
import json
import random
import subprocess
from dataclasses import dataclass, field

from labels import BIT, part_of
from vocabulary import ROOT, units


@dataclass
class Message:
    id: str
    chars: list
    spans: list                 # per character: bits of the labels it proves
    labels: int = 0
    ignore: int = 0             # labels that count neither way
    traits: frozenset = field(default_factory=frozenset)
    text: str = ''
    kind: str = ''
    heard: bool = True          # the product lets the reader accuse from its threshold

    @property
    def clean(self):
        return not self.labels and not self.ignore


def canonical(rows):
    feed = '\n'.join(json.dumps({'text': r['text']}, ensure_ascii=False) for r in rows)
    out = subprocess.run(['node', '--import', 'tsx', 'training/canonical.ts'], cwd=ROOT, input=feed, text=True,
                         capture_output=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def _utf16(text, index):
    return len(text[:index].encode('utf-16-le')) // 2


def _message(row, folded):
    text, chars = row['text'], units(folded['text'])
    spans = [0] * len(chars)
    for label, quotes in (row.get('spans') or {}).items():
        for quote in [quotes] if isinstance(quotes, str) else quotes:
            at = text.find(quote)
            if at < 0 or label not in BIT:
                continue
            low, high = _utf16(text, at), _utf16(text, at + len(quote))
            for i in range(len(chars)):
                if folded['start'][i] < high and folded['end'][i] > low:
                    spans[i] |= BIT[label]
    def bits(key):
        return sum(BIT[x] for x in set(row.get(key) or []))
    return Message(row['id'], chars, spans, bits('labels'), bits('borderline') & ~bits('labels'),
                   frozenset(row.get('trait') or ()), text, row.get('kind') or '', folded['heard'])


def load(path):
    rows = [json.loads(line) for line in open(path, encoding='utf-8') if line.strip()]
    return [_message(r, f) for r, f in zip(rows, canonical(rows)) if f['text']]


def corpus():
    """The project's own messages by part: train, choose, fifth, writers, realistic, contrastive."""
    parts = {'train': [], 'choose': [], 'fifth': [], 'writers': [], 'realistic': [], 'contrastive': []}
    for path in sorted((ROOT / 'tests/corpus').glob('*.jsonl')):
        for m in load(path):
            parts[part_of(m.id)].append(m)
    return parts


STATUTE = ('应当', '规定', '条例', '本法', '第', '机关', '主管部门')
# Comments with any of these may insult or threaten; whether they do, nobody has said.
HARSH = tuple('死滚狗猪贱骂傻逼蠢妈婊屁脏臭杀打砍揍灭烂丑贼骗恶黑') + (
    '垃圾', '脑残', '畜', '废物', '去你', '不要脸', '活该', '神经', '有病', '歧视', '鬼子', '白痴', '弱智', '变态')


def plain(path, seed=0):
    """Unlabelled lines as messages without labels. Comments may insult or threaten: on a line with a harsh word that
    does not read like a statute those two labels are left open."""
    with gzip.open(path, 'rt', encoding='utf-8') as file:
        rows = [{'text': line.strip()} for line in file if 4 <= len(line.strip()) <= 200]
    random.Random(seed).shuffle(rows)
    out = []
    for row, folded in zip(rows, canonical(rows)):
        chars = units(folded['text'])
        harsh = any(w in row['text'] for w in HARSH) and not any(w in row['text'] for w in STATUTE)
        if chars:
            out.append(Message('plain', chars, [0] * len(chars), 0, BIT['threat'] | BIT['insult'] if harsh else 0,
                               text=row['text']))
    return out
