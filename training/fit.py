"""Supervised training on spans and message labels, with a moving average of the weights."""
import copy
import random
import time

import torch
import torch.nn.functional as F

from batches import encode, grouped

CLEAN_WEIGHT = 2.0      # a false accusation costs the reader more than a miss
SPAN_WEIGHT = 1.0
PLAIN_PER_EPOCH = 900
BLANK = 0.06


def loss_of(model, batch, vocabulary):
    chars, sounds, spans, labels, counts = encode(batch, vocabulary, BLANK)
    span_logits, logits = model(chars, sounds)
    mask = (chars != 0).float().unsqueeze(-1)
    clean = (labels.sum(1, keepdim=True) == 0).float()
    weight = counts * (1 + (CLEAN_WEIGHT - 1) * clean)
    message = (F.binary_cross_entropy_with_logits(logits, labels, reduction='none') * weight).sum() / len(batch)
    per_char = F.binary_cross_entropy_with_logits(span_logits, spans, reduction='none')
    per_char = per_char * mask * weight.unsqueeze(1)
    # Averaged inside each message first, so that a long letter does not drown a one-liner.
    span = (per_char.sum((1, 2)) / mask.sum((1, 2)).clamp(min=20)).sum() / len(batch)
    return message + SPAN_WEIGHT * 2 * span


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


def fit(model, train, plain, vocabulary, augment, seconds, rate=1.2e-3, seed=0, watch=None, save=None, log=print):
    """Trains for the given time and returns the averaged model."""
    optimiser = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=0.05)
    average, began, epoch, step, mined = copy.deepcopy(model), time.time(), 0, 0, []
    r = random.Random(seed)
    while True:
        extra = r.sample(plain, min(PLAIN_PER_EPOCH - len(mined) // 2, len(plain)))
        extra += r.sample(mined, len(mined) // 2)
        total, count = 0.0, 0
        model.train()
        for batch in grouped([augment(m) for m in train + extra], 3000, seed + epoch):
            done = (time.time() - began) / seconds
            if done >= 1:
                return average
            for group in optimiser.param_groups:
                group['lr'] = rate * min(1, (step + 1) / 150, 1.08 - done)
            loss = loss_of(model, batch, vocabulary)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            step, total, count = step + 1, total + loss.item(), count + 1
            with torch.no_grad():
                keep = min(0.998, (1 + step) / (10 + step))
                for a, b in zip(average.parameters(), model.parameters()):
                    a.lerp_(b, 1 - keep)
        epoch += 1
        note = watch(average) if watch else ''
        log(f'fit {time.time() - began:.0f}s epoch {epoch} loss {total / max(1, count):.4f} {note}')
        if save:
            save(average)
        if epoch % 8 == 4:
            mined = hardest(average, plain, vocabulary, 12000, 800, seed + epoch)
