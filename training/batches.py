"""Padded batches of like lengths."""
import random

import numpy as np
import torch

from vocabulary import UNKNOWN

WINDOW = 512
SHIFTS = np.arange(9)


def encode(messages, vocabulary, blank=0.0):
    """Tensors: characters, sounds, span targets [B,T,L], labels [B,L], and 1 where a label counts [B,L].

    A share `blank` of characters, and as many sounds, is hidden from the network.
    """
    longest = min(WINDOW, max(len(m.chars) for m in messages))
    chars = np.zeros((len(messages), longest), np.int64)
    sounds = np.zeros_like(chars)
    bits = np.zeros_like(chars)
    for i, m in enumerate(messages):
        c, s = vocabulary.encode(m.chars[:longest])
        chars[i, :len(c)], sounds[i, :len(s)], bits[i, :len(c)] = c, s, m.spans[:longest]
    if blank:
        chars[(np.random.rand(*chars.shape) < blank) & (chars > 0)] = UNKNOWN
        sounds[np.random.rand(*chars.shape) < blank] = 0
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
    for at in range(0, len(order), 1024):
        part = sorted(order[at:at + 1024], key=lambda m: len(m.chars))
        batch = []
        for m in part:
            if batch and (len(batch) + 1) * min(WINDOW, len(m.chars)) > budget:
                out.append(batch)
                batch = []
            batch.append(m)
        if batch:
            out.append(batch)
    r.shuffle(out)
    return out
