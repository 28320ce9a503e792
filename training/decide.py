"""From scores to findings, and the choice of thresholds. src/reader/spans.ts applies the same decision."""
import numpy as np
import torch

from labels import LABELS

FLOOR = 0.15        # neither head alone may carry a finding
LEAST = 0.45        # the strongest label needs this of both together, however sure it is that some line is crossed
CERTAIN = 1e-6      # no chance counts as nearer to nothing or to certainty
BESIDES = 0.6       # and any other label this: as in src/screen/weigh.ts


def combined(score):
    """One number a label: the geometric mean of the message head and the strongest character."""
    message, chars = score
    peak = chars.max(0)
    return np.where((message >= FLOOR) & (peak >= FLOOR), np.sqrt(message * peak), 0.0)


def judged(scored, recalled=None, mixed=(1.0, 0.0, 0.0)):
    """(one number a message and label, the chance of each message that it crosses any line at all). The chance also
    heeds what the memory of phrases recalls of each message, as `mixed` says (see `mix`)."""
    chance = 1 - np.prod([1 - s[0] for s in scored], 1)
    if recalled is not None:
        chance = 1 / (1 + np.exp(-_evidence(chance, recalled) @ np.array(mixed)))
    return np.stack([combined(s) for s in scored]), chance


def _evidence(chance, recalled):
    chance = np.clip(chance, CERTAIN, 1 - CERTAIN)
    return np.stack([np.log(chance / (1 - chance)), recalled, np.ones(len(chance))], 1)


def mix(chance, recalled, messages):
    """How network and memory of phrases together give the chance of any violation: what the log-odds of the one and
    the number of the other are worth, and a shift, by logistic regression."""
    clean, violating = np.array([m.clean for m in messages]), flags(messages, 'labels').any(1)
    x, y = _evidence(chance, recalled)[clean | violating], violating[clean | violating]
    best = np.array([1.0, 0.0, 0.0])
    for _ in range(30):     # Newton's method
        p = 1 / (1 + np.exp(-x @ best))
        best = best - np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x, x.T @ (p - y))
    return [round(float(b), 4) for b in best]


def flags(messages, key):
    return np.array([[getattr(m, key) >> i & 1 for i in range(len(LABELS))] for m in messages], bool)


AUTHORITY = ('法院', '法庭', '公安', '派出所', '检察', '仲裁', '司法', '交警', '警务', '经侦', '本院', '我院', '12368')
VOICE = {'claims-authority', 'genuine-authority'}


def official(message):
    """Innocent and in the form of an authority's notice: a false alarm on a real summons does the most harm."""
    form = message.kind in ('sms', 'notice', 'letter') and not message.traits & {'quoted', 'lawful-pressure'}
    named = any(word in message.text for word in AUTHORITY)
    return message.clean and (bool(message.traits & VOICE) or (form and named))


def _named(values):
    """Which labels an accusation would name."""
    return (values >= LEAST) & ((values >= BESIDES) | (values == values.max(1, keepdims=True)))


def figures(values, chance, messages, threshold):
    """Macro F1, share of violations found, and false-alarm rates on clean and on official-looking messages."""
    hit = _named(values) & (chance >= threshold)[:, None]
    gold, ignore = flags(messages, 'labels'), flags(messages, 'ignore')
    wrong = hit & ~gold & ~ignore
    tp, fp, fn = (hit & gold).sum(0), wrong.sum(0), (gold & ~hit).sum(0)
    f1 = 2 * tp / np.maximum(1, 2 * tp + fp + fn)
    clean = np.array([m.clean for m in messages])
    named = np.array([official(m) for m in messages])
    bad = hit.any(1)
    violating = gold.any(1)
    rate = lambda who: float(bad[who].mean()) if who.any() else 0.0
    counted = gold.sum(0) >= 8
    return {'macroF1': float(f1[counted].mean()), 'found': rate(violating), 'falseAlarms': rate(clean),
            'official': rate(named), 'clean': int(clean.sum()), 'officialClean': int(named.sum()),
            'labels': {l: {'precision': float(tp[i] / max(1, tp[i] + fp[i])),
                           'recall': float(tp[i] / max(1, tp[i] + fn[i])), 'f1': float(f1[i]),
                           'support': int(gold[:, i].sum())} for i, l in enumerate(LABELS)}}


def ranking(values, chance, messages):
    """How well scores part right from wrong, whatever the threshold: the mean area under the precision-recall curve
    over the labels; the same for violating against clean; and the share found while one clean message in fifty is
    accused."""
    gold, ignore = flags(messages, 'labels'), flags(messages, 'ignore')
    areas = [_area(values[~ignore[:, i], i], gold[~ignore[:, i], i]) for i in range(gold.shape[1])]
    clean, violating = np.array([m.clean for m in messages]), gold.any(1)
    limit = np.quantile(chance[clean], 0.98)
    return {'area': float(np.mean(areas)), 'violating': _area(chance[clean | violating], violating[clean | violating]),
            'found at 2%': float((chance[violating] > limit).mean())}


def _area(score, right):
    right = right[np.argsort(-score, kind='stable')]
    return float((np.cumsum(right) / np.arange(1, len(right) + 1))[right].mean())


def calibrate(model, scored, messages):
    """Stretches and shifts each label's message score so that it is a probability of being right, in place."""
    gold, ignore = flags(messages, 'labels'), flags(messages, 'ignore')
    chance = np.stack([s[0] for s in scored]).clip(1e-6, 1 - 1e-6)
    logit = np.log(chance / (1 - chance)).astype(np.float64)
    n = gold.shape[1]
    for i in range(n):
        x, y = logit[~ignore[:, i], i], gold[~ignore[:, i], i]
        a, b = 1.0, 0.0
        for _ in range(30):     # Newton's method; the twos hold it near to where it was
            p = 1 / (1 + np.exp(-(a * x + b)))
            slope = np.array([((p - y) * x).sum() + 2 * (a - 1), (p - y).sum() + 2 * b])
            w = p * (1 - p)
            curve = np.array([[(w * x * x).sum() + 2, (w * x).sum()], [(w * x).sum(), w.sum() + 2]])
            a, b = np.array([a, b]) - np.linalg.solve(curve, slope)
        with torch.no_grad():
            model.heads.weight[2 * n + i] *= a
            model.heads.bias[2 * n + i] *= a
            model.bias[i] = model.bias[i] * a + b


def choose(values, chance, messages, clean_limit, official_limit):
    """The lowest chance of any violation from which no more than these shares of the clean and of the official-looking
    messages are accused by the product."""
    heard = chance * _named(values).any(1) * [m.heard for m in messages]
    least = 0.2
    for limit, wanted in ((clean_limit, lambda m: m.clean), (official_limit, official)):
        ranked = np.sort(heard[[wanted(m) for m in messages]])[::-1]
        if len(ranked):
            least = max(least, ranked[int(limit * len(ranked))] + 1e-4)
    return float(least)
