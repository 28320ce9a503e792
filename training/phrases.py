"""The memory of phrases: which runs of characters or sounds speak for a violation and which against: a plain linear
model over hashed runs, of which only the signs of the clearest are kept. src/reader/phrases.ts recalls the same."""
import numpy as np
import torch
import torch.nn.functional as F

BITS = 24           # of the number of places in the table: about as many different runs come, so some share one
PLACES = 1 << BITS
REACH = 5           # characters before each one that a run may begin at
OFTEN = 8           # messages that a run comes in, or it is not learned
SPARSE = 1e-4       # how hard each step pulls what it touches towards zero
FAINT = 0.82        # what weighs less is dropped, in standard deviations of all that is not zero
ROUNDS, BATCH, RATE, HIDE, SCALE = 2, 64, 0.1, 0.2, 4


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
    return np.unique(np.concatenate(runs) >> np.uint32(32 - BITS)).astype(np.int32)


class Phrases:
    """`signs`: for each place 1 where its runs speak for a violation, -1 where against, 0 where they say nothing."""

    def __init__(self, signs):
        self.signs = signs

    def recall(self, chars, sounds):
        """How much a text speaks for a violation: around zero, positive for yes. Runs that say nothing do not count."""
        said = self.signs[places(chars, sounds)].astype(int)
        return float(said.sum() / np.sqrt(max(1, np.abs(said).sum())))

    def marked(self, sign):
        """The places of a sign as bytes: how far each is from the one before; 255 goes on by as much, to none."""
        far = np.diff(np.flatnonzero(self.signs == sign), prepend=-1)
        return b''.join(b'\xff' * (int(f - 1) // 255) + bytes([(int(f) - 1) % 255]) for f in far)


def learn(messages, vocabulary, augment, seed, log=print):
    """Learns from messages with labels, and half as often from variants of them, as senders disguise what they write.
    One that is neither clean nor violating teaches nothing."""
    kept = [m for m in messages if m.clean or m.labels]
    wrong = np.array([bool(m.labels) for m in kept], np.float32)
    runs = [places(*vocabulary.encode(m.chars)) for m in kept]
    times = np.zeros(PLACES, np.int32)
    for run in runs:
        times[run] += 1
    often = times >= OFTEN
    runs = [run[often[run]] for run in runs]
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
            other = (places(*vocabulary.encode(v.chars)) for v in variants)
            here = [runs[i] for i in part] + [run[often[run]] for run in other]
            gold = np.concatenate([wrong[part], np.array([bool(v.labels) for v in variants], np.float32)])
            seen = [run[r.random(len(run)) >= HIDE] for run in here]
            size = np.array([len(s) for s in seen])
            sums = table(torch.from_numpy(np.concatenate(seen)).long(), torch.from_numpy(np.cumsum(size) - size))[:, 0]
            loss = F.binary_cross_entropy_with_logits(
                base + SCALE * sums / torch.from_numpy(np.maximum(1, size)).float().sqrt(), torch.from_numpy(gold))
            for o in optimisers:
                o.zero_grad()
            loss.backward()
            for o in optimisers:
                o.step()
            _pull(table, optimisers[0])
            total += float(loss) * len(part)
        log(f'phrases round {number + 1}: loss {total / len(kept):.4f}')
    learned = table.weight.detach().numpy()[:, 0]
    faint = np.abs(learned) <= FAINT * learned[learned != 0].std()
    memory = Phrases(np.where(faint, 0, np.sign(learned)).astype(np.int8))
    log(f'phrases: {(memory.signs > 0).sum()} for, {(memory.signs < 0).sum()} against')
    return memory


@torch.no_grad()
def _pull(table, optimiser):
    """Towards zero, by SPARSE times as much as the step would move by a slope of one (L1)."""
    touched = table.weight.grad.coalesce().indices()[0]
    width = optimiser.param_groups[0]['lr'] / (optimiser.state[table.weight]['sum'][touched, 0].sqrt() + 1e-10)
    weight = table.weight[touched, 0]
    table.weight[touched, 0] = weight.sign() * F.relu(weight.abs() - SPARSE * width)
