"""Supervised training on spans and message labels, with a moving average of the weights."""
import copy
import random

import torch
import torch.nn.functional as F

from batches import encode, grouped
from speed import Stopwatch, Workers, together
from vocabulary import UNKNOWN

SPAN_WEIGHT = 2.0
ANY_WEIGHT = 1.0        # is there any violation at all: what decides whether somebody is accused
GUESS_WEIGHT = 0.1      # hidden characters are guessed on, so that pretraining is not forgotten
SMOOTH = 0.01           # no target is quite sure: labels hold errors
TAUGHT = 0.4            # how much teachers weigh against labels: they doubt those that fit badly
BLANK = 0.08
BATCH = 3000            # characters for each worker
PLAIN_SHARE = 0.45      # plain lines in a round, as a share of the messages; half of them the hardest so far
MINE_EVERY, MINE_FROM = 6, 4000
WATCH_EVERY = 5
HELD = 0.998            # of the moving average, from one step to the next


def blanked(chars, sounds):
    """(characters, sounds, where characters are missing): a share BLANK of each hidden, and half of the hidden
    characters without their sound too."""
    where = (torch.rand(chars.shape) < BLANK) & (chars > UNKNOWN)
    mute = torch.rand(chars.shape) < torch.where(where, 0.5, BLANK)
    return chars.masked_fill(where, UNKNOWN), sounds.masked_fill(mute, 0), where


def none_of(logits, counts):
    """Logarithm of the chance of no violation: the product of the chances of none of each kind."""
    return (F.logsigmoid(-logits) * counts).sum(1).clamp(max=-1e-4)


@torch.no_grad()
def taught(teachers, chars, sounds, counts):
    """What the teachers together make of the whole text: chances per character, per message, of any violation."""
    said = []
    for teacher in teachers:
        spans, logits = teacher(chars, sounds)
        said.append((spans.sigmoid(), logits.sigmoid(), 1 - none_of(logits, counts).exp()))
    return [torch.stack(each).mean(0) for each in zip(*said)]


def loss_of(model, batch, vocabulary, teachers=()):
    chars, sounds, spans, labels, counts = encode(batch, vocabulary)
    shown, muted, where = blanked(chars, sounds)
    h, mask = model.hidden(shown, muted)
    span_logits, logits = model.decide(h, mask)
    target = labels * (1 - 3 * SMOOTH) + SMOOTH
    violating = (labels.sum(1) > 0).float()
    known = torch.maximum(violating, (counts.min(1).values > 0).float())
    if teachers:
        soft = taught(teachers, chars, sounds, counts)
        spans, target, violating = (hard + TAUGHT * (s - hard) for hard, s in zip((spans, target, violating), soft))
    message = (F.binary_cross_entropy_with_logits(logits, target, reduction='none') * counts).sum() / len(batch)
    none = none_of(logits, counts)
    any_of = -(violating * torch.log1p(-none.exp()) + (1 - violating) * none) * known
    per_char = F.binary_cross_entropy_with_logits(span_logits, spans, reduction='none')
    per_char = per_char * mask * counts.unsqueeze(1)
    # Averaged inside each message first, so that a long letter does not drown a one-liner.
    span = (per_char.sum((1, 2)) / mask.sum((1, 2)).clamp(min=20)).sum() / len(batch)
    guess = F.cross_entropy(model.masked_guess(h, where).float(), chars[where], reduction='sum')
    return (message + ANY_WEIGHT * any_of.sum() / len(batch) + SPAN_WEIGHT * span
            + GUESS_WEIGHT * guess / max(1, int(where.sum())))


@torch.no_grad()
def scores(model, messages, vocabulary):
    """(message probability [L], character probabilities [T,L]) for each message, in order."""
    model.eval()
    out = [None] * len(messages)
    order = sorted(range(len(messages)), key=lambda i: len(messages[i].chars))
    for at in range(0, len(order), 32):
        part = order[at:at + 32]
        chars, sounds, *_ = encode([messages[i] for i in part], vocabulary)
        spans, logits = model(chars, sounds)
        for row, i in enumerate(part):
            n = int((chars[row] != 0).sum())
            out[i] = (logits[row].sigmoid().numpy(), spans[row, :n].sigmoid().numpy())
    return out


def hardest(model, plain, vocabulary, sample, keep, seed):
    """The plain lines the network wrongly finds most suspicious."""
    part = random.Random(seed).sample(plain, min(sample, len(plain)))
    value = []
    for m, (p, _) in zip(part, scores(model, part, vocabulary)):
        value.append(max(x for i, x in enumerate(p) if not m.ignore >> i & 1))
    order = sorted(range(len(part)), key=lambda i: -value[i])
    return [part[i] for i in order[:keep]]


def fit(model, train, plain, vocabulary, augment, seconds, rate, end, seed=0, workers=2, teachers=(),
        watch=None, log=print):
    """Trains for the given time, the rate falling to the share `end` of it, and returns the averaged model."""
    for teacher in teachers:
        teacher.eval()
    optimiser = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=0.05)
    crew = Workers(model, lambda net, batch: loss_of(net, batch, vocabulary, teachers), workers, seed)
    average, clock, epoch, step, mined = copy.deepcopy(model), Stopwatch(), 0, 0, []
    r = random.Random(seed)
    size = int(PLAIN_SHARE * len(train))
    while True:
        extra = r.sample(mined, min(len(mined), size // 2))
        extra += r.sample(plain, min(size - len(extra), len(plain)))
        total, count = 0.0, 0
        for group in together(grouped([augment(m) for m in train + extra], BATCH, seed + epoch), workers):
            done = clock.lap() / seconds
            if done >= 1:
                crew.close()
                return average
            for g in optimiser.param_groups:
                g['lr'] = rate * min(1, (step + 1) / 150) * (1 - done * (1 - end))
            total, count = total + crew.step(group, optimiser), count + 1
            step += 1
            with torch.no_grad():
                keep = min(HELD, (1 + step) / (10 + step))
                for a, b in zip(average.parameters(), model.parameters()):
                    a.lerp_(b, 1 - keep)
        epoch += 1
        note = watch(average) if watch and epoch % WATCH_EVERY == 0 else ''
        log(f'fit {clock.seconds:.0f}s epoch {epoch} loss {total / max(1, count):.4f} {note}')
        if epoch % MINE_EVERY == 2:
            mined = hardest(average, plain, vocabulary, MINE_FROM, size // 2, seed + epoch)
