#!/usr/bin/python3
"""Training speed of native PyTorch, one thread, float32, on the engine's own workloads.

    /usr/bin/python3 tests/bench/pytorch_bench.py --workload W2 --optimizer adam --seconds 2

One step = zero_grad, forward, backward, clip by the global norm, update, on synthetic tokens,
all rows full. Prints one JSON line; train_seq_s is the median, in sequences a second. Needs
python3-torch and libopenblas0-pthread: with Debian's reference BLAS it is 1.3 to 9 times slower.
"""

import argparse
import json
import os
import pathlib
import statistics
import sys
import time

os.environ['OPENBLAS_NUM_THREADS'] = '1'  # read when the library loads; torch does not set it
try:
    import torch
except ImportError:
    sys.exit(f'{sys.executable} has no torch: apt-get install python3-torch, use /usr/bin/python3')
from torch import nn

LEAST_REPEATS, WARM_UP_STEPS, LEARNING_RATE, CLIP_NORM = 7, 3, 0.001, 1.0

# Cell, embedding, hidden, layers, bidirectional, batch, length; W4 predicts at every step.
WORKLOADS = {
    'W1': (nn.RNN, 64, 32, 1, False, 16, 40),
    'W2': (nn.LSTM, 64, 32, 1, False, 16, 40),
    'W3': (nn.LSTM, 64, 64, 2, True, 16, 40),
    'W4': (nn.LSTM, 32, 128, 1, False, 32, 64),
    'W5': (nn.GRU, 64, 32, 1, False, 16, 40),
}


class Trainer:
    def __init__(self, workload, vocabulary, optimizer):
        cell, embedding, hidden, layers, both, self.batch, length = WORKLOADS[workload]
        self.every_step, self.directions = workload == 'W4', 2 if both else 1
        classes, outputs = (vocabulary, length) if self.every_step else (4, 1)
        sparse = optimizer == 'sparse_adam'
        self.embedding = nn.Embedding(vocabulary, embedding, sparse=sparse)
        self.rnn = cell(embedding, hidden, layers, bidirectional=both)
        self.head = nn.Linear(self.directions * hidden, classes)
        rows, rest = [self.embedding.weight], [*self.rnn.parameters(), *self.head.parameters()]
        self.parameters = rows + rest
        self.optimizers = [torch.optim.Adam(rest if sparse else self.parameters, LEARNING_RATE)]
        if sparse:
            self.optimizers.append(torch.optim.SparseAdam(rows, LEARNING_RATE))
        self.tokens = torch.randint(vocabulary, (length, self.batch))
        self.labels = torch.randint(classes, (outputs * self.batch,))

    def loss(self):
        outputs, last = self.rnn(self.embedding(self.tokens))
        h = last[0] if isinstance(last, tuple) else last
        ends = torch.cat(tuple(h[-self.directions :]), dim=1)
        seen = outputs.flatten(0, 1) if self.every_step else ends
        return nn.functional.cross_entropy(self.head(seen), self.labels)

    def clip(self):
        """nn.utils.clip_grad_norm_ of 1.13 measures a sparse gradient but does not scale it."""
        if self.embedding.weight.grad.is_sparse:
            self.embedding.weight.grad = self.embedding.weight.grad.coalesce()
        gradients = [p.grad._values() if p.grad.is_sparse else p.grad for p in self.parameters]
        norm = torch.norm(torch.stack([torch.norm(g) for g in gradients]))
        factor = torch.clamp(CLIP_NORM / (norm + 1e-6), max=1.0)
        for gradient in gradients:
            gradient.mul_(factor)

    def step(self):
        for optimizer in self.optimizers:
            optimizer.zero_grad(set_to_none=True)
        self.loss().backward()
        self.clip()
        for optimizer in self.optimizers:
            optimizer.step()

    def sequences_a_second(self, steps):
        begin = time.perf_counter()
        for _ in range(steps):
            self.step()
        return steps * self.batch / (time.perf_counter() - begin)


def blas():
    """Which matrix products this process has loaded: the figure means little without it."""
    loaded = pathlib.Path('/proc/self/maps').read_text(encoding='utf-8')
    names = {'openblas': 'openblas', '/blas/libblas.so': 'reference'}
    return next((name for part, name in names.items() if part in loaded), 'other')


def main():
    arguments = argparse.ArgumentParser(description='One JSON line with PyTorch training speed.')
    arguments.add_argument('--workload', choices=WORKLOADS, required=True)
    arguments.add_argument('--vocabulary', type=int, help='2000 if not given, for W4 96')
    arguments.add_argument('--optimizer', choices=('adam', 'sparse_adam'), default='adam')
    arguments.add_argument('--seconds', type=float, default=2.0)
    given = arguments.parse_args()
    usual = 96 if given.workload == 'W4' else 2000
    vocabulary = usual if given.vocabulary is None else given.vocabulary
    if vocabulary < 1 or not given.seconds > 0:
        arguments.error('vocabulary and seconds must be above 0')
    torch.set_num_threads(1)
    torch.manual_seed(1)
    trainer = Trainer(given.workload, vocabulary, given.optimizer)
    trainer.sequences_a_second(WARM_UP_STEPS)
    speed = trainer.sequences_a_second(WARM_UP_STEPS) / trainer.batch
    steps = max(1, int(speed * given.seconds / (LEAST_REPEATS + 2)))
    rates, end = [], time.perf_counter() + given.seconds
    while len(rates) < LEAST_REPEATS or time.perf_counter() < end:
        rates.append(round(trainer.sequences_a_second(steps), 1))
    run = {'workload': given.workload, 'vocab': vocabulary, 'optimizer': given.optimizer}
    figures = {'train_seq_s': statistics.median(rates), 'best': max(rates), 'worst': min(rates)}
    print(json.dumps({**run, **figures, 'repeats': len(rates), 'blas': blas()}))


if __name__ == '__main__':
    main()
