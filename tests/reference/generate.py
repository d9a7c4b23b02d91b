#!/usr/bin/python3
"""Reference numbers for the engine's tests, computed in float64 by PyTorch 1.13.1.

    /usr/bin/python3 tests/reference/generate.py            writes fixtures/*.json beside it
    /usr/bin/python3 tests/reference/generate.py --check    recomputes them, at most 1e-12 apart

Needs Debian 12's python3-torch. The tests that read the fixtures need no Python.

Model: Embedding -> RNN (tanh or ReLU), LSTM, GRU or nothing -> last state(s), their mean, or
every one -> Linear -> softmax cross-entropy. The convention is PyTorch's, spelt out in
CONVENTION below, which every fixture carries. A plain loop in numpy, which shares no code with
PyTorch, must give the same outputs, and by complex steps the same gradients, to 1e-12;
otherwise nothing is written.
"""

import argparse
import pathlib
import sys

try:
    import torch
except ImportError:
    sys.exit(f'{sys.executable} has no torch: apt-get install python3-torch, use /usr/bin/python3')

sys.dont_write_bytecode = True  # the modules below leave no __pycache__ in the work tree
import fixture_text
import torch_training
import witness
from cases import check_pairs, every_case

# Debian's python3-torch 1.13.1 is built from the 1.13.1 sources but says 1.13.0a0 of itself.
TOOL = 'PyTorch 1.13.1'
CONVENTION = (
    'float64. Gates stacked along rows: LSTM i f g o, GRU r z n. Two biases, b_ih + b_hh. GRU '
    'applies the reset gate after the recurrent product: n = tanh(W_in x + b_in + r * (W_hn h + '
    'b_hn)), h = (1 - z) * n + z * h_prev. Matrices (out, in), row-major; sequences (T, B, .), '
    'time-major. Direction "backward" reads each row from its last token to its first, in every '
    'layer; its tensors end in _reverse, its outputs stand at the position they belong to. '
    'States (layers * directions, B, H): layer-major, forward before backward. Head "last" reads '
    "the top layer's forward state at length - 1, then its backward state at position 0; "
    '"mean" the mean of its states over the steps of the row; "each" and "next" every state. '
    'Loss: sum of w_y * l / sum of w_y over the counted places. Gradients: of that loss, before '
    'clipping. Clipping by the global norm of all parameters: times min(1, clip_norm / (norm + '
    "1e-6)). Optimisers: torch.optim's Adam, SparseAdam (embedding alone), SGD, RMSprop, with "
    'their default constants.'
)

FIXTURES = pathlib.Path(__file__).resolve().parent / 'fixtures'
TOLERANCE = 1e-12


def tensors(arrays):
    return {k: {'shape': list(v.shape), 'values': v.ravel().tolist()} for k, v in arrays.items()}


def flat(arrays):
    return {k: v.ravel().tolist() if v.ndim else v.item() for k, v in arrays.items()}


def compute(case):
    """The fixture of one case, and how far float32 is from it."""
    # The order of drawing: batches, then parameters in their own order.
    start = {name: case.draw(shape) for name, shape in case.parameter_shapes().items()}
    outputs, gradients, masks, norm = torch_training.first_step(case, start)
    witness.plain(case, start, outputs, gradients, masks, TOLERANCE)
    training, trained = torch_training.ten_steps(case, start)
    distance = witness.conditioned(case, start, outputs, gradients, training, trained)
    if not case.carry:
        del training['carried']
    return {
        'config': case.config(),
        **({'class_weights': case.class_weights.tolist()} if case.weighted else {}),
        'batches': [batch.as_given(case.head) for batch in case.batches],
        'parameters': tensors(start),
        **({'masks': flat(masks)} if masks else {}),
        'outputs': flat(outputs),
        'gradients': tensors(gradients),
        'gradient_norm': norm,
        'training': {**training, 'parameters': tensors(trained)},
    }, distance


def compute_all():
    """Fixture files by name, how many cases they hold, and float32's largest distance."""
    cases = every_case()
    check_pairs(cases)
    files, faults, farthest = {}, [], 0.0
    for case in cases:
        try:
            fixture, distance = compute(case)
        except ArithmeticError as error:
            faults.append(f'case {case.number}, {case.file} {case.name}: {error}')
            continue
        farthest = max(farthest, distance)
        file = files.setdefault(f'{case.file}.json', {'tool': TOOL, 'convention': CONVENTION})
        file.setdefault('cases', {})[case.name] = fixture
    if faults:
        sys.exit('\n'.join(faults))
    return fixture_text.rounded(files), len(cases), farthest


def main():
    arguments = argparse.ArgumentParser(description='Writes or checks the PyTorch fixtures.')
    arguments.add_argument('--check', action='store_true', help='compare with the committed files')
    check = arguments.parse_args().check
    if not torch.__version__.startswith('1.13.'):
        sys.exit(f'The fixtures are {TOOL}; this is {torch.__version__}. Use /usr/bin/python3.')
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    torch.manual_seed(0)  # for the modules' own first weights, all replaced before use

    fixtures, count, farthest = compute_all()
    print(f"{count} cases; PyTorch's float32 is within {farthest:.1e} of them")
    if check:
        worst, faults = fixture_text.compare(FIXTURES, fixtures, TOLERANCE)
        if faults:
            sys.exit('\n'.join(faults + ['If the change is wanted, run generate.py and commit.']))
        print(f'{len(fixtures)} files hold; largest difference {worst:.1e}')
        return
    FIXTURES.mkdir(exist_ok=True)
    for name, fixture in fixtures.items():
        (FIXTURES / name).write_text(fixture_text.render(fixture) + '\n', encoding='utf-8')
    print(f'{len(fixtures)} files written to {FIXTURES}')


if __name__ == '__main__':
    main()
