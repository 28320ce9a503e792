"""The memory of phrases: how much each run of characters or sounds speaks for a violation, as a plain linear model over
hashed runs, kept as a table of two-bit numbers. src/reader/phrases.ts recalls the same."""
import numpy as np
import torch
import torch.nn.functional as F

PLACES = 1_700_000  # of the table, which many more different runs share
REACH = 5           # characters before each one that a run may begin at
LEVELS = np.array([-1.5, -0.5, 0.5, 1.5], np.float32)
STEP = 1.5          # between two levels, in standard deviations of what was learned
ROUNDS, BATCH, RATE, HIDE = 2, 64, 0.1, 0.2


def _mixed(kind, *characters):
    """One 32-bit number a run; whole numbers wrap around."""
    h = np.full(len(characters[0]), kind, np.uint32) * np.uint32(0x85EBCA6B)
    for c in characters:
        h = (h ^ (c + np.uint32(1))) * np.uint32(0x9E3779B1)
        h ^= h >> np.uint32(15)
    h = (h ^ (h >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return h ^ (h >> np.uint32(16))


def _back(ids):
    """The ids of a text, and what stands one to REACH places before each."""
    text = np.concatenate([np.zeros(REACH, np.uint32), np.array(ids, np.uint32)])
    return [text[REACH - steps:len(text) - steps] for steps in range(REACH + 1)]


def places(chars, sounds):
    """Where the runs of a text stand in the table, each once: up to four characters that are neighbours, pairs of them
    two to five apart, and two to four sounds that are neighbours."""
    c, s = _back(chars), _back(sounds)
    runs = [_mixed(1, c[0]), _mixed(2, c[1], c[0]), _mixed(3, c[2], c[1], c[0]), _mixed(4, c[3], c[2], c[1], c[0])]
    runs += [_mixed(3 + apart, c[apart], c[0]) for apart in range(2, REACH + 1)]
    runs += [_mixed(9, s[1], s[0]), _mixed(10, s[2], s[1], s[0]), _mixed(11, s[3], s[2], s[1], s[0])]
    return np.unique(np.concatenate(runs).astype(np.uint64) * np.uint64(PLACES) >> np.uint64(32)).astype(np.int64)


class Phrases:
    """`table` holds 0 to 3 for each place."""

    def __init__(self, table):
        self.table = table

    def recall(self, chars, sounds):
        """How much a text speaks for a violation: around zero, positive for yes."""
        at = places(chars, sounds)
        return float(LEVELS[self.table[at]].sum() / np.sqrt(max(1, len(at))))

    def packed(self):
        """Four places a byte, the first in the lowest bits."""
        return (self.table.reshape(-1, 4).astype(np.uint8) << np.array([0, 2, 4, 6], np.uint8)).sum(1).astype(np.uint8)


def learn(messages, vocabulary, augment, seed, log=print):
    """Learns from messages with labels, and half as often from variants of them, as senders disguise what they write.
    One that is neither clean nor violating teaches nothing."""
    kept = [m for m in messages if m.clean or m.labels]
    runs = [places(*vocabulary.encode(m.chars)) for m in kept]
    wrong = np.array([bool(m.labels) for m in kept], np.float32)
    r = np.random.default_rng(seed)
    table = torch.nn.EmbeddingBag(PLACES, 1, mode='sum', sparse=True)
    torch.nn.init.zeros_(table.weight)
    base = torch.nn.Parameter(torch.tensor(-1.0))
    optimisers = [torch.optim.Adagrad(table.parameters(), lr=RATE), torch.optim.AdamW([base], lr=1e-3)]
    for number in range(ROUNDS):
        total = 0.0
        order = r.permutation(len(kept))
        for at in range(0, len(order), BATCH):
            part = order[at:at + BATCH]
            variants = [v for v in (augment(kept[i]) for i in part[:BATCH // 2]) if v.clean or v.labels]
            here = [runs[i] for i in part] + [places(*vocabulary.encode(v.chars)) for v in variants]
            gold = np.concatenate([wrong[part], np.array([bool(v.labels) for v in variants], np.float32)])
            seen = [run[r.random(len(run)) >= HIDE] for run in here]
            size = np.array([len(s) for s in seen])
            sums = table(torch.from_numpy(np.concatenate(seen)), torch.from_numpy(np.cumsum(size) - size))[:, 0]
            loss = F.binary_cross_entropy_with_logits(
                base + 4 * sums / torch.from_numpy(np.maximum(1, size)).float().sqrt(), torch.from_numpy(gold))
            for o in optimisers:
                o.zero_grad()
            loss.backward()
            for o in optimisers:
                o.step()
            total += float(loss) * len(part)
        log(f'phrases round {number + 1}: loss {total / len(kept):.4f}')
    learned = table.weight.detach().numpy()[:, 0]
    step = learned.std() * STEP
    return Phrases(np.clip(np.floor(learned / step) + 2, 0, 3).astype(np.int64))
