"""Padded batches of like lengths."""
import random

import numpy as np
import torch

WINDOW = 512
# Few different shapes: for each new one the processor's routines are prepared anew.
STEP = 8
POOL = 2048
SHIFTS = np.arange(9)


def padded(message):
    """How long a batch is whose longest message this is."""
    return min(WINDOW, -(-len(message.chars) // STEP) * STEP)


def encode(messages, vocabulary):
    """Tensors: characters, sounds, span targets [B,T,L], labels [B,L], and 1 where a label counts [B,L]."""
    longest = max(map(padded, messages))
    chars = np.zeros((len(messages), longest), np.int64)
    sounds = np.zeros_like(chars)
    bits = np.zeros_like(chars)
    for i, m in enumerate(messages):
        c, s = vocabulary.encode(m.chars[:longest])
        chars[i, :len(c)], sounds[i, :len(s)], bits[i, :len(c)] = c, s, m.spans[:longest]
    labels = np.array([m.labels for m in messages])
    ignore = np.array([m.ignore for m in messages])
    spread = lambda a: torch.from_numpy(((a[..., None] >> SHIFTS) & 1).astype(np.float32))
    return torch.from_numpy(chars), torch.from_numpy(sounds), spread(bits), spread(labels), 1 - spread(ignore)


def grouped(messages, budget, seed):
    """Shuffled batches of about `budget` characters each; like lengths together, so little padding."""
    r = random.Random(seed)
    order = list(messages)
    r.shuffle(order)
    out = []
    for at in range(0, len(order), POOL):
        part = sorted(order[at:at + POOL], key=lambda m: -len(m.chars))
        while part:
            size = max(1, budget // padded(part[0]))
            out.append(part[:size])
            part = part[size:]
    r.shuffle(out)
    return out
