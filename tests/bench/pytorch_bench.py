#!/usr/bin/python3
"""Native PyTorch on the workloads of workloads.json: one thread, float32, a slice at a time.

    echo '{"workload": "W2", "metric": "train_seq_s", "vocab": 2000, "optimizer": "adam",
           "milliseconds": 2000}' | tr -d '\\n' | /usr/bin/python3 tests/bench/pytorch_bench.py

First prints the versions, then reads one request a line and answers each with a line
{"units": ..., "seconds": ...}: sequences trained, sequences classified or characters drawn.
What the first slice of a task needs is made then, so measure from the second on. A training
step = zero_grad, forward, backward, clip by the global norm, update; all rows are full. Needs
python3-torch and libopenblas0-pthread: with Debian's reference BLAS it is 1.3 to 9 times slower.
"""

import functools
import itertools
import json
import os
import pathlib
import sys
import time

os.environ['OPENBLAS_NUM_THREADS'] = '1'  # read when the library loads; torch does not set it
try:
    import torch
except ImportError:
    sys.exit(f'{sys.executable} has no torch: apt-get install python3-torch, use /usr/bin/python3')
from torch import nn

TABLE = json.loads((pathlib.Path(__file__).parent / 'workloads.json').read_text(encoding='utf-8'))
CELLS = {'rnn': nn.RNN, 'lstm': nn.LSTM, 'gru': nn.GRU}


class Network(nn.Module):
    def __init__(self, workload, vocabulary, sparse):
        super().__init__()
        inputs, hidden, both = (workload[k] for k in ('embedding', 'hidden', 'direction'))
        both = both == 'both'
        self.every_step, self.directions = workload['head'] == 'next', 2 if both else 1
        self.embedding = nn.Embedding(vocabulary, inputs, sparse=sparse)
        cell = CELLS[workload['cell']]
        self.rnn = cell(inputs, hidden, workload['layers'], bidirectional=both)
        self.head = nn.Linear(self.directions * hidden, workload['classes'])

    def forward(self, tokens, states=None):
        """Logits (B, K), or (T * B, K) where every step is answered; and the last states."""
        outputs, last = self.rnn(self.embedding(tokens), states)
        h = last[0] if isinstance(last, tuple) else last
        ends = torch.cat(tuple(h[-self.directions :]), dim=1)
        seen = outputs.flatten(0, 1) if self.every_step else ends
        return self.head(seen), last


class Trainer:
    def __init__(self, workload, vocabulary, optimizer):
        self.size, length = workload['batch'], workload['length']
        sparse = optimizer == 'sparse_adam'
        self.network = Network(workload, vocabulary, sparse)
        rows = [self.network.embedding.weight]
        rest = [*self.network.rnn.parameters(), *self.network.head.parameters()]
        self.parameters, rate = rows + rest, TABLE['learningRate']
        self.optimizers = [torch.optim.Adam(rest if sparse else self.parameters, rate)]
        if sparse:
            self.optimizers.append(torch.optim.SparseAdam(rows, rate))
        outputs = length if self.network.every_step else 1
        draw = functools.partial(torch.randint, workload['classes'], (outputs * self.size,))
        batches = [
            (torch.randint(vocabulary, (length, self.size)), draw())
            for _ in range(TABLE['batches'])
        ]
        self.batches = itertools.cycle(batches)

    def clip(self):
        """nn.utils.clip_grad_norm_ of 1.13 measures a sparse gradient but does not scale it."""
        embedding = self.network.embedding.weight
        if embedding.grad.is_sparse:
            embedding.grad = embedding.grad.coalesce()
        gradients = [p.grad._values() if p.grad.is_sparse else p.grad for p in self.parameters]
        norm = torch.norm(torch.stack([torch.norm(g) for g in gradients]))
        factor = torch.clamp(TABLE['clipNorm'] / (norm + 1e-6), max=1.0)
        for gradient in gradients:
            gradient.mul_(factor)

    def step(self):
        tokens, labels = next(self.batches)
        for optimizer in self.optimizers:
            optimizer.zero_grad(set_to_none=True)
        logits, _ = self.network(tokens)
        nn.functional.cross_entropy(logits, labels).backward()
        self.clip()
        for optimizer in self.optimizers:
            optimizer.step()
        return self.size


class Classifier:
    def __init__(self, workload, vocabulary, _):
        self.network = Network(workload, vocabulary, False)
        shape = (workload['length'], 1)
        tokens = [torch.randint(vocabulary, shape) for _ in range(TABLE['batches'])]
        self.tokens = itertools.cycle(tokens)

    @torch.inference_mode()
    def step(self):
        self.network(next(self.tokens))[0].tolist()
        return 1


class Sampler:
    def __init__(self, workload, vocabulary, _):
        self.network = Network(workload, vocabulary, False)
        self.states, self.token = None, 0

    @torch.inference_mode()
    def step(self):
        logits, self.states = self.network(torch.tensor([[self.token]]), self.states)
        self.token = torch.multinomial(torch.softmax(logits[0], 0), 1).item()
        return 1


KINDS = {'train_seq_s': Trainer, 'latency_us': Classifier, 'chars_s': Sampler}


@functools.lru_cache(maxsize=None)
def task(workload, metric, vocab, optimizer):
    return KINDS[metric](TABLE['workloads'][workload], vocab, optimizer)


def take_slice(workload, metric, vocab, optimizer, milliseconds):
    step = task(workload, metric, vocab, optimizer).step
    begin = time.perf_counter()
    units, seconds = 0, 0.0
    while units == 0 or 1000 * seconds < milliseconds:
        units += step()
        seconds = time.perf_counter() - begin
    return {'units': units, 'seconds': seconds}


def blas():
    """Which matrix products this process has loaded: the figure means little without it."""
    loaded = pathlib.Path('/proc/self/maps').read_text(encoding='utf-8')
    names = {'openblas': 'openblas', '/blas/libblas.so': 'reference'}
    return next((name for part, name in names.items() if part in loaded), 'other')


def main():
    torch.set_num_threads(1)
    torch.manual_seed(1)
    print(json.dumps({'torch': torch.__version__, 'blas': blas()}), flush=True)
    for line in sys.stdin:
        print(json.dumps(take_slice(**json.loads(line))), flush=True)


if __name__ == '__main__':
    main()
