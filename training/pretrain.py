"""Masked characters: the network guesses hidden and replaced characters of plain Chinese before it sees a label."""
import numpy as np
import torch
import torch.nn.functional as F

from batches import encode, grouped
from speed import Stopwatch, Workers, together
from vocabulary import MASK, SPECIAL, UNKNOWN

STEADY = 0.55       # share of the time at the full rate, before it falls to nothing


def homophones(vocabulary):
    """For every sound a row of ids, repeated to like lengths, to draw from; and the sound of every id."""
    rows = [[0]] + [[vocabulary.char_id.get(c, UNKNOWN) for c in vocabulary.by_sound[i]]
                    for i in range(1, vocabulary.n_sounds)]
    sound = np.zeros(vocabulary.n_chars, np.int64)
    for c, i in vocabulary.char_id.items():
        sound[i] = vocabulary.sound_id.get(c, 0)
    return torch.tensor([(row * 64)[:64] for row in rows]), torch.from_numpy(sound)


def hide(chars, sounds, alike, sound_of):
    """Runs of one to three characters are to be guessed; most are hidden, some replaced by another character of the
    same sound or by any, as senders do who dodge filters. Returns (chars, sounds, where)."""
    real = chars > UNKNOWN
    start, length = torch.rand(chars.shape) < 0.11, torch.rand(chars.shape)
    where = start.clone()
    where[:, 1:] |= (start & (length < 0.6))[:, :-1]
    where[:, 2:] |= (start & (length < 0.3))[:, :-2]
    where &= real
    kind = torch.rand(chars.shape)
    masked = where & (kind < 0.74)
    same = where & (kind >= 0.74) & (kind < 0.86) & (sounds > 0)
    other = where & (kind >= 0.86) & (kind < 0.94)
    twin = alike[sounds, torch.randint(0, 64, chars.shape)]
    stray = torch.randint(SPECIAL, len(sound_of), chars.shape)
    out = torch.where(masked, torch.full_like(chars, MASK), chars)
    out = torch.where(same, twin, torch.where(other, stray, out))
    # A third of the hidden keep their sound: the network learns which characters share one.
    sounds = torch.where(masked & (torch.rand(chars.shape) > 0.33), torch.zeros_like(sounds), sounds)
    return out, torch.where(other, sound_of[stray], sounds), where


def pretrain(model, messages, vocabulary, seconds, workers=2, rate=2.5e-3, log=print):
    """Trains for the given time; returns the last running loss."""
    optimiser = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=0.01, betas=(0.9, 0.98))
    alike, sound_of = homophones(vocabulary)

    def loss_of(net, batch):
        chars, sounds, *_ = encode(batch, vocabulary)
        shown, sounds, where = hide(chars, sounds, alike, sound_of)
        h, _ = net.hidden(shown, sounds)
        # Of a short line nothing may be hidden.
        wrong = F.cross_entropy(net.masked_guess(h, where).float(), chars[where], reduction='sum')
        return wrong / max(1, int(where.sum()))

    crew = Workers(model, loss_of, workers)
    watch, epoch, step, running = Stopwatch(), 0, 0, None
    while True:
        for group in together(grouped(messages, 4000, epoch), workers):
            done = watch.lap() / seconds
            if done >= 1:
                crew.close()
                return running
            for g in optimiser.param_groups:
                g['lr'] = rate * min(1, (step + 1) / 300, (1 - done) / (1 - STEADY)) + 1e-5
            loss = crew.step(group, optimiser)
            running = loss if running is None else 0.99 * running + 0.01 * loss
            if step % 200 == 0:
                log(f'pretrain {watch.seconds:.0f}s epoch {epoch} step {step} loss {running:.3f}')
            step += 1
        epoch += 1
