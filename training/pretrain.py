"""Masked characters: the network guesses hidden characters of plain Chinese before it sees a label."""
import time

import torch
import torch.nn.functional as F

from batches import encode, grouped
from vocabulary import MASK, UNKNOWN


def pretrain(model, messages, vocabulary, seconds, rate=2e-3, log=print):
    """Trains for the given time; returns the last running loss."""
    optimiser = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=0.01)
    began, epoch, step, running = time.time(), 0, 0, None
    model.train()
    while True:
        for batch in grouped(messages, 4000, epoch):
            done = (time.time() - began) / seconds
            if done >= 1:
                return running
            for group in optimiser.param_groups:
                group['lr'] = rate * min(1, (step + 1) / 200) * (1 - done) + 1e-5
            chars, sounds, *_ = encode(batch, vocabulary)
            target = chars.clone()
            chance = torch.rand(chars.shape)
            hidden = (chance < 0.18) & (chars > UNKNOWN)
            chars[hidden & (chance < 0.16)] = MASK
            # A third keeps its sound: the network learns which characters share one.
            sounds[hidden & (torch.rand(chars.shape) > 0.33)] = 0
            logits = model.masked_guess(chars, sounds, hidden)
            loss = F.cross_entropy(logits, target[hidden])
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            running = loss.item() if running is None else 0.99 * running + 0.01 * loss.item()
            if step % 200 == 0:
                log(f'pretrain {time.time() - began:.0f}s epoch {epoch} step {step} loss {running:.3f}')
            step += 1
        epoch += 1
