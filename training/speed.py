"""Settings that make PyTorch quick on few cores, imported before torch; and training on two cores at once."""
import ctypes
import os

# Two thread pools for the same cores slow each other down: every worker below computes on one.
os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')
# Threads that spin while they wait make a shared machine several times slower.
os.environ.setdefault('OMP_WAIT_POLICY', 'PASSIVE')

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3
try:
    # Keep freed memory: handing every large tensor back to the system costs a quarter of the time.
    libc = ctypes.CDLL('libc.so.6')
    libc.mallopt(M_MMAP_THRESHOLD, 1 << 30)
    libc.mallopt(M_TRIM_THRESHOLD, 2**31 - 1)
except OSError:
    pass

import multiprocessing  # noqa: E402
import time  # noqa: E402

import numpy as np  # noqa: E402
import torch  # noqa: E402

torch.set_num_threads(1)
try:
    with open('/proc/cpuinfo', encoding='utf-8') as file:
        SHORT_FLOATS = 'avx512_bf16' in file.read()
except OSError:
    SHORT_FLOATS = False


class Stopwatch:
    """Seconds of work: a step that seems to take longer than `longest` stood still, and counts as that long."""

    def __init__(self, longest=30.0):
        self.longest, self.last, self.seconds = longest, time.monotonic(), 0.0

    def lap(self):
        now = time.monotonic()
        self.seconds += min(now - self.last, self.longest)
        self.last = now
        return self.seconds


class Workers:
    """Processes that share the weights of one network. Each learns from a batch of its own on its own core; the
    gradients are averaged. Quicker than splitting every operation, and 16-bit sums where the processor has them.

    `loss_of(model, batch)` is what a worker computes; batches travel by pickle.
    """

    def __init__(self, model, loss_of, count, seed=0):
        self.model, self.loss_of = model, loss_of
        model.share_memory()
        self.parameters = list(model.parameters())
        size = sum(p.numel() for p in self.parameters)
        self.helpers = []
        context = multiprocessing.get_context('fork')
        for number in range(1, count):
            gradient = torch.zeros(size).share_memory_()
            here, there = context.Pipe()
            context.Process(target=self._work, args=(here, there, gradient, seed + number), daemon=True).start()
            there.close()
            self.helpers.append((here, gradient))

    def _work(self, other_end, pipe, gradient, seed):
        other_end.close()       # so that it hears when the first process is gone
        torch.manual_seed(seed)
        np.random.seed(seed)
        while (batch := pipe.recv()) is not None:
            loss = self._learn(batch)
            torch.cat([torch.zeros(p.numel()) if p.grad is None else p.grad.reshape(-1) for p in self.parameters],
                      out=gradient)
            pipe.send(loss)

    def _learn(self, batch):
        self.model.train()
        self.model.zero_grad(set_to_none=True)
        with torch.autocast('cpu', dtype=torch.bfloat16, enabled=SHORT_FLOATS):
            loss = self.loss_of(self.model, batch)
        loss.backward()
        return loss.item()

    def step(self, batches, optimiser, clip=1.0):
        """One step on up to as many batches as there are workers. Returns the mean loss."""
        busy = list(zip(self.helpers, batches[1:]))
        for (pipe, _), batch in busy:
            pipe.send(batch)
        losses = [self._learn(batches[0])]
        for (pipe, gradient), _ in busy:
            losses.append(pipe.recv())
            at = 0
            for p in self.parameters:
                if p.grad is not None:
                    p.grad += gradient[at:at + p.numel()].view_as(p)
                at += p.numel()
        for p in self.parameters:
            if p.grad is not None:
                p.grad /= len(losses)
        if torch.isfinite(torch.nn.utils.clip_grad_norm_(self.parameters, clip)):
            optimiser.step()
        return sum(losses) / len(losses)

    def close(self):
        for pipe, _ in self.helpers:
            pipe.send(None)


def together(batches, count):
    """Groups of `count` batches for one step."""
    return [batches[i:i + count] for i in range(0, len(batches), count)]
