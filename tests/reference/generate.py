#!/usr/bin/python3
"""Reference numbers for the engine's tests, computed in float64 by PyTorch 1.13.1.

    /usr/bin/python3 tests/reference/generate.py            writes fixtures/*.json beside it
    /usr/bin/python3 tests/reference/generate.py --check    recomputes them, at most 1e-12 apart

Needs Debian 12's python3-torch. The tests that read the fixtures need no Python.

Model: Embedding -> RNN (tanh), LSTM or GRU -> last state(s) -> Linear -> softmax
cross-entropy, mean over the batch. The convention is PyTorch's, spelt out in CONVENTION
below, which every fixture carries. A plain loop in numpy, which shares no code with
PyTorch, must give the same outputs, and by complex steps the same gradients, to 1e-12;
otherwise nothing is written.
"""

import argparse
import pathlib
import sys

try:
    import numpy as np
    import torch
except ImportError:
    sys.exit(f'{sys.executable} has no torch: apt-get install python3-torch, use /usr/bin/python3')

sys.dont_write_bytecode = True  # the two modules below leave no __pycache__ in the work tree
import fixture_text
import plain_loop

# Debian's python3-torch 1.13.1 is built from the 1.13.1 sources but says 1.13.0a0 of itself.
TOOL = 'PyTorch 1.13.1'
CONVENTION = (
    'float64. Gates stacked along rows: LSTM i f g o, GRU r z n. Two biases, b_ih + b_hh. GRU '
    'applies the reset gate after the recurrent product: n = tanh(W_in x + b_in + r * (W_hn h + '
    'b_hn)), h = (1 - z) * n + z * h_prev. Matrices (out, in), row-major; sequences (T, B, .), '
    'time-major. Direction "backward" reads each row from its last token to its first, in every '
    'layer; its tensors end in _reverse, its outputs stand at the position they belong to. '
    'States (layers * directions, B, H): layer-major, forward before backward. Summary: the top '
    "layer's forward state at length - 1, then its backward state at position 0. Gradients: of "
    'the mean loss, before clipping. Clipping by the global norm of all parameters: times '
    'min(1, clip_norm / (norm + 1e-6)). Adam: beta 0.9 and 0.999, epsilon 1e-8 after the root.'
)

FIXTURES = pathlib.Path(__file__).resolve().parent / 'fixtures'
TOLERANCE = 1e-12

CELLS = {'rnn': torch.nn.RNN, 'lstm': torch.nn.LSTM, 'gru': torch.nn.GRU}
DIRECTIONS = ('forward', 'backward', 'both')
VOCABULARY, CLASSES, BATCH, LENGTH = 7, 3, 3, 5
LEARNING_RATE, CLIP_NORM, STEPS = 0.01, 1.0, 10

# Embedding and hidden sizes and row lengths: two lists of coprime lengths, walked case by case.
# Sizes lie around the vector width; one set of rows leaves the last time step to padding alone.
SIZES = ((4, 3), (3, 5), (5, 4), (2, 9), (9, 2))
LENGTHS = ((5, 2, 4), (3, 5, 1), (4, 4, 2), (1, 5, 3))


class Case:
    """One model and one batch; all numbers follow from the place of the case in the list."""

    def __init__(self, number, cell, direction, layers):
        self.cell, self.direction, self.layers = cell, direction, layers
        self.embedding, self.hidden = SIZES[number % len(SIZES)]
        self.directions = 2 if direction == 'both' else 1
        self.lengths = np.array(LENGTHS[number % len(LENGTHS)])
        # Room for more than the batch in force, so that no stride can be mistaken for a size.
        self.max_batch, self.max_length = BATCH + number % 2, LENGTH + number % 3
        # RandomState's stream is frozen by numpy's own promise, unlike that of default_rng.
        self.random = np.random.RandomState(1000 + number)
        self.tokens = self.draw_tokens(absent=1 + number % (VOCABULARY - 1))
        self.labels = self.random.randint(CLASSES, size=BATCH)
        states = (layers * self.directions, BATCH, self.hidden)
        self.h0 = self.draw(states)
        self.c0 = self.draw(states) if cell == 'lstm' else None

    def draw(self, shape):
        """Uniform in -1..1, in steps of 1/1024: exact in float32 too, short in print."""
        return self.random.randint(-1023, 1024, size=shape) / 1024

    def draw_tokens(self, absent):
        present = np.delete(np.arange(VOCABULARY), absent)
        tokens = self.random.choice(present, size=(LENGTH, BATCH))
        # A true token 0 right before padding: a mask made from token values would lose it.
        tokens[self.lengths.min() - 1, self.lengths.argmin()] = 0
        tokens[np.arange(LENGTH)[:, None] >= self.lengths] = 0
        return tokens

    def config(self):
        return {
            'cell': self.cell,
            'direction': self.direction,
            'layers': self.layers,
            'vocabulary': VOCABULARY,
            'embedding': self.embedding,
            'hidden': self.hidden,
            'classes': CLASSES,
            'max_batch': self.max_batch,
            'max_length': self.max_length,
            'learning_rate': LEARNING_RATE,
            'clip_norm': CLIP_NORM,
        }


class Model:
    """The three modules, with the tensor names that the engine uses."""

    def __init__(self, case):
        self.case = case
        self.embedding = torch.nn.Embedding(VOCABULARY, case.embedding)
        self.rnn = CELLS[case.cell](
            case.embedding, case.hidden, case.layers, bidirectional=case.directions == 2
        )
        self.head = torch.nn.Linear(case.directions * case.hidden, CLASSES)
        suffix = '_reverse' if case.direction == 'backward' else ''
        self.parameters = {'embedding.weight': self.embedding.weight}
        self.parameters.update(
            {f'rnn.{name}{suffix}': value for name, value in self.rnn.named_parameters()}
        )
        self.parameters.update({'head.weight': self.head.weight, 'head.bias': self.head.bias})

    def set(self, values):
        with torch.no_grad():
            for name, parameter in self.parameters.items():
                parameter.copy_(torch.from_numpy(values[name]))

    def reverse_rows(self, sequence):
        """(T, B, .) with each row reversed within its own length."""
        position, length = np.arange(LENGTH)[:, None], self.case.lengths
        order = np.where(position < length, length - 1 - position, position)
        return sequence[torch.from_numpy(order), torch.arange(BATCH)]

    def forward(self, h0, c0):
        backward = self.case.direction == 'backward'
        x = self.embedding(torch.from_numpy(self.case.tokens))
        packed = torch.nn.utils.rnn.pack_padded_sequence(
            self.reverse_rows(x) if backward else x,
            torch.from_numpy(self.case.lengths),
            enforce_sorted=False,
        )
        h, last = self.rnn(packed, h0 if c0 is None else (h0, c0))
        h, _ = torch.nn.utils.rnn.pad_packed_sequence(h, total_length=LENGTH)
        last_h, last_c = (last, None) if c0 is None else last
        summary = torch.cat(tuple(last_h[-self.case.directions :]), dim=1)
        logits = self.head(summary)
        outputs = {'h': self.reverse_rows(h) if backward else h, 'last_h': last_h}
        if last_c is not None:
            outputs['last_c'] = last_c
        outputs.update(logits=logits, probabilities=torch.softmax(logits, dim=1))
        labels = torch.from_numpy(self.case.labels)
        return {**outputs, 'loss': torch.nn.functional.cross_entropy(logits, labels)}

    def clip(self):
        return torch.nn.utils.clip_grad_norm_(self.parameters.values(), CLIP_NORM).item()


def states(case, requires_grad):
    """h0 and, for the LSTM, c0 as tensors by name."""
    arrays = {'h0': case.h0} if case.c0 is None else {'h0': case.h0, 'c0': case.c0}
    return {k: torch.tensor(v, requires_grad=requires_grad) for k, v in arrays.items()}


def first_step(model):
    initial = states(model.case, requires_grad=True)
    outputs = model.forward(initial['h0'], initial.get('c0'))
    outputs['loss'].backward()
    inputs = {**model.parameters, **initial}
    gradients = {name: value.grad.numpy().copy() for name, value in inputs.items()}
    return {k: v.detach().numpy() for k, v in outputs.items()}, gradients, model.clip()


def ten_steps(model):
    initial = states(model.case, requires_grad=False)
    optimizer = torch.optim.Adam(model.parameters.values(), lr=LEARNING_RATE)
    losses, norms = [], []
    for _ in range(STEPS):
        optimizer.zero_grad()
        loss = model.forward(initial['h0'], initial.get('c0'))['loss']
        loss.backward()
        losses.append(loss.item())
        norms.append(model.clip())
        optimizer.step()
    return losses, norms


def tensors(arrays):
    return {k: {'shape': list(v.shape), 'values': v.ravel().tolist()} for k, v in arrays.items()}


def flat(arrays):
    return {k: v.ravel().tolist() if v.ndim else v.item() for k, v in arrays.items()}


def compute(case):
    model = Model(case)
    start = {name: case.draw(tuple(p.shape)) for name, p in model.parameters.items()}
    model.set(start)
    outputs, gradients, norm = first_step(model)
    plain_loop.witness(case, start, outputs, gradients, TOLERANCE)

    model.set(start)
    losses, norms = ten_steps(model)
    trained = {name: p.detach().numpy() for name, p in model.parameters.items()}

    given = {'tokens': case.tokens, 'lengths': case.lengths, 'labels': case.labels, 'h0': case.h0}
    if case.c0 is not None:
        given['c0'] = case.c0
    return {
        'tool': TOOL,
        'convention': CONVENTION,
        'config': case.config(),
        'batch': BATCH,
        'length': LENGTH,
        **flat(given),
        'parameters': tensors(start),
        'outputs': flat(outputs),
        'gradients': tensors(gradients),
        'gradient_norm': norm,
        'adam': {'losses': losses, 'gradient_norms': norms, 'parameters': tensors(trained)},
    }


def main():
    arguments = argparse.ArgumentParser(description='Writes or checks the PyTorch fixtures.')
    arguments.add_argument('--check', action='store_true', help='compare with the committed files')
    check = arguments.parse_args().check
    if not torch.__version__.startswith('1.13.'):
        sys.exit(f'The fixtures are {TOOL}; this is {torch.__version__}. Use /usr/bin/python3.')
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    torch.manual_seed(0)  # for the modules' own first weights, all replaced before use

    kinds = [(c, d, n) for c in CELLS for d in DIRECTIONS for n in (1, 2)]
    fixtures = {
        f'{cell}-{direction}-{layers}.json': compute(Case(number, cell, direction, layers))
        for number, (cell, direction, layers) in enumerate(kinds)
    }
    if check:
        worst, faults = fixture_text.compare(FIXTURES, fixtures, TOLERANCE)
        if faults:
            sys.exit('\n'.join(faults + ['If the change is wanted, run generate.py and commit.']))
        print(f'{len(fixtures)} fixtures hold; largest difference {worst:.1e}')
        return
    FIXTURES.mkdir(exist_ok=True)
    for name, fixture in fixtures.items():
        (FIXTURES / name).write_text(fixture_text.render(fixture) + '\n', encoding='utf-8')
    print(f'{len(fixtures)} fixtures written to {FIXTURES}')


if __name__ == '__main__':
    main()
