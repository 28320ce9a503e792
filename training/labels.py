"""The nine labels, in the order of src/knowledge/vocabulary.ts, and the held-out rule of the corpus."""
import hashlib
import json
from pathlib import Path

LABELS = ['threat', 'insult', 'judicial-impersonation', 'false-legal-consequence', 'privacy-disclosure',
          'third-party-pressure', 'harassment', 'extortion-payment', 'doxxing']
BIT = {label: 1 << i for i, label in enumerate(LABELS)}
ALL_BITS = (1 << len(LABELS)) - 1

# Which writers are what, as scripts/evaluate/corpus.ts reads it too (and explains): only what chooses is Python's alone.
PARTS = json.loads((Path(__file__).resolve().parent.parent / 'tests/corpus/parts.json').read_text(encoding='utf-8'))


def _bucket(text):
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16)


def part_of(row_id):
    """'choose' sets thresholds and 'train' trains; the others are measured once at the end."""
    writer = row_id.split('-')[0]
    if writer in PARTS['heldOut']:
        return 'writers'
    if writer in PARTS['latest']:
        return PARTS['latest'][writer]
    trains = '-' in row_id and int(writer[1:]) >= PARTS['firstTraining']
    if _bucket(row_id) % 5 == 0 and not trains and writer not in PARTS['tuned']:
        return 'fifth'
    if writer in PARTS['choosing']:
        return 'choose'
    return 'choose' if not trains and _bucket('choose:' + row_id) % 8 == 0 else 'train'
