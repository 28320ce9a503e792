"""The memory of phrases: how much each run of characters speaks for a violation, as a plain linear model over hashed
runs, kept as a table of two-bit numbers. src/reader/phrases.ts recalls the same."""
import numpy as np
import torch
import torch.nn.functional as F

PLACES = 1_700_000  # of the table; about four million different runs share them
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


def places(ids):
    """Where the runs of a text stand in the table, each once: up to four neighbours, and pairs two to five apart."""
    text = np.concatenate([np.zeros(REACH, np.uint32), np.array(ids, np.uint32)])
    c = [text[REACH - back:len(text) - back] for back in range(REACH + 1)]
    runs = [_mixed(1, c[0]), _mixed(2, c[1], c[0]), _mixed(3, c[2], c[1], c[0]), _mixed(4, c[3], c[2], c[1], c[0])]
    runs += [_mixed(3 + apart, c[apart], c[0]) for apart in range(2, REACH + 1)]
    return np.unique(np.concatenate(runs).astype(np.uint64) * np.uint64(PLACES) >> np.uint64(32)).astype(np.int64)


class Phrases:
    """`table` holds 0 to 3 for each place."""

    def __init__(self, table):
        self.table = table

    def recall(self, ids):
        """How much a text speaks for a violation: around zero, positive for yes."""
        at = places(ids)
        return float(LEVELS[self.table[at]].sum() / np.sqrt(max(1, len(at))))

    def packed(self):
        """Four places a byte, the first in the lowest bits."""
        return (self.table.reshape(-1, 4).astype(np.uint8) << np.array([0, 2, 4, 6], np.uint8)).sum(1).astype(np.uint8)


def learn(messages, vocabulary, seed, log=print):
    """Learns from messages with labels; one that is neither clean nor violating teaches nothing."""
    kept = [m for m in messages if m.clean or m.labels]
    runs = [places(vocabulary.encode(m.chars)[0]) for m in kept]
    wrong = torch.tensor([float(bool(m.labels)) for m in kept])
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
            seen = [runs[i][r.random(len(runs[i])) >= HIDE] for i in part]
            size = np.array([len(s) for s in seen])
            sums = table(torch.from_numpy(np.concatenate(seen)), torch.from_numpy(np.cumsum(size) - size))[:, 0]
            loss = F.binary_cross_entropy_with_logits(
                base + 4 * sums / torch.from_numpy(np.maximum(1, size)).float().sqrt(), wrong[part])
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
