"""The same model once more, row by row in plain numpy, to witness PyTorch's convention.

One equation one statement, no batch, no packing, no autograd. It holds for complex numbers
too: the derivative along v is Im loss(p + i e v) / e, exact to rounding for a tiny e, which
checks every gradient without a difference of near-equal numbers.
"""

import numpy as np

EPSILON = 1e-40


def sigmoid(a):
    return 1 / (1 + np.exp(-a))


def rnn(gx, gh, h, c):
    return np.tanh(gx + gh), c


def lstm(gx, gh, h, c):
    a_i, a_f, a_g, a_o = np.split(gx + gh, 4)
    c = sigmoid(a_f) * c + sigmoid(a_i) * np.tanh(a_g)
    return sigmoid(a_o) * np.tanh(c), c


def gru(gx, gh, h, c):
    (x_r, x_z, x_n), (h_r, h_z, h_n) = np.split(gx, 3), np.split(gh, 3)
    r = sigmoid(x_r + h_r)
    z = sigmoid(x_z + h_z)
    n = np.tanh(x_n + r * h_n)
    return (1 - z) * n + z * h, c


STEP = {'rnn': rnn, 'lstm': lstm, 'gru': gru}


def run_row(case, values, row):
    """Top-layer outputs by position, and the last h and c of every layer and direction."""
    length = case.lengths[row]
    x = [values['embedding.weight'][token] for token in case.tokens[:length, row]]
    suffixes = {'forward': [''], 'backward': ['_reverse'], 'both': ['', '_reverse']}
    last_h, last_c = [], []
    for layer in range(case.layers):
        sides = []
        for suffix in suffixes[case.direction]:
            w_ih, w_hh, b_ih, b_hh = (
                values[f'rnn.{name}_l{layer}{suffix}']
                for name in ('weight_ih', 'weight_hh', 'bias_ih', 'bias_hh')
            )
            h = values['h0'][len(last_h), row]
            c = values['c0'][len(last_c), row] if case.cell == 'lstm' else None
            outputs = [None] * length
            for t in reversed(range(length)) if suffix else range(length):
                h, c = STEP[case.cell](w_ih @ x[t] + b_ih, w_hh @ h + b_hh, h, c)
                outputs[t] = h
            sides.append(outputs)
            last_h.append(h)
            last_c.append(c)
        x = [np.concatenate(parts) for parts in zip(*sides)]
    return x, last_h, last_c


def run(case, values):
    steps, batch = case.tokens.shape
    kind = np.result_type(*values.values())
    h = np.zeros((steps, batch, case.directions * case.hidden), kind)
    last_h, last_c, logits = [], [], []
    for row in range(batch):
        outputs, row_h, row_c = run_row(case, values, row)
        h[: len(outputs), row] = outputs
        last_h.append(row_h)
        last_c.append(row_c)
        ends = []
        if case.direction != 'backward':
            ends.append(outputs[-1][: case.hidden])
        if case.direction != 'forward':
            ends.append(outputs[0][-case.hidden :])
        logits.append(values['head.weight'] @ np.concatenate(ends) + values['head.bias'])
    exponentials = np.exp(np.array(logits))
    probabilities = exponentials / exponentials.sum(axis=1, keepdims=True)
    result = {'h': h, 'last_h': np.swapaxes(last_h, 0, 1)}
    if case.cell == 'lstm':
        result['last_c'] = np.swapaxes(last_c, 0, 1)
    result['logits'] = np.array(logits)
    result['probabilities'] = probabilities
    result['loss'] = -np.log(probabilities[np.arange(batch), case.labels]).mean()
    return result


def witness(case, parameters, outputs, gradients, tolerance):
    """Raises ArithmeticError where the plain loop and PyTorch do not agree."""
    values = {**parameters, 'h0': case.h0}
    if case.c0 is not None:
        values['c0'] = case.c0
    title = f'{case.cell} {case.direction} {case.layers}'
    plain = run(case, values)
    if plain.keys() != outputs.keys() or values.keys() != gradients.keys():
        raise ArithmeticError(f'{title}: the plain loop and PyTorch name different tensors')
    for name, expected in plain.items():
        difference = np.abs(expected - outputs[name]).max()
        if not difference <= tolerance:
            raise ArithmeticError(f'{title}: {name} is {difference:.1e} off the plain loop')
    for name, value in values.items():
        v = case.draw(value.shape)
        moved = run(case, {**values, name: value + 1j * EPSILON * v})
        derivative = moved['loss'].imag / EPSILON
        difference = abs(derivative - (gradients[name] * v).sum())
        if not difference <= tolerance:
            raise ArithmeticError(f'{title}: gradient of {name} is {difference:.1e} off its slope')
