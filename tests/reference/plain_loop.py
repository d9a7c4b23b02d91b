"""The same model once more, row by row in plain numpy, to witness PyTorch's convention.

One equation one statement, no batch, no packing, no autograd. It holds for complex numbers
too: the derivative along v is Im loss(p + i e v) / e, exact to rounding for a tiny e, which
checks every gradient without a difference of near-equal numbers. A cut of the gradient drops
the imaginary part.
"""

import numpy as np

EPSILON = 1e-40


def sigmoid(a):
    return 1 / (1 + np.exp(-a))


def rnn_tanh(gx, gh, h, c):
    return np.tanh(gx + gh), c


def rnn_relu(gx, gh, h, c):
    a = gx + gh
    return np.where(a.real > 0, a, 0), c


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


STEP = {'rnn-tanh': rnn_tanh, 'rnn-relu': rnn_relu, 'lstm': lstm, 'gru': gru}


def read_row(case, parameters, suffixed, x, h, c, leftwards):
    """States by position, and the last h and c."""
    w_ih, w_hh, b_ih, b_hh = (
        parameters[f'rnn.{name}_{suffixed}']
        for name in ('weight_ih', 'weight_hh', 'bias_ih', 'bias_hh')
    )
    states = [None] * len(x)
    for step, t in enumerate(reversed(range(len(x))) if leftwards else range(len(x))):
        if case.truncate and step > 0 and step % case.truncate == 0:
            h, c = h.real, c if c is None else c.real
        h, c = STEP[case.cell](w_ih @ x[t] + b_ih, w_hh @ h + b_hh, h, c)
        states[t] = h
    return states, h, c


def run_row(case, values, batch, masks, row):
    """Top-layer outputs by position, and the last h and c of every layer and direction."""
    length = batch.lengths[row]
    x = [values['embedding.weight'][token] for token in batch.tokens[:length, row]]
    x = masked(x, masks, 'embedding', row)
    last_h, last_c = [], []
    for layer in range(case.layers if case.cell != 'bag' else 0):
        x = masked(x, masks, f'layer{layer}', row)
        sides = []
        for suffix in case.suffixes:
            h = values['h0'][len(last_h), row]
            c = values['c0'][len(last_c), row] if 'c0' in values else None
            name = f'l{layer}{suffix}'
            states, h, c = read_row(case, values, name, x, h, c, suffix == '_reverse')
            sides.append(states)
            last_h.append(h)
            last_c.append(c)
        x = [np.concatenate(parts) for parts in zip(*sides)]
    return x, last_h, last_c


def masked(x, masks, place, row):
    return [x[t] * masks[place][t, row] for t in range(len(x))] if place in masks else x


def read_out(case, outputs, masks, row):
    """What the head reads: one vector for the row, or one for each step."""
    if case.every_step:
        return masked(outputs, masks, 'output', row)
    if case.head == 'mean':
        read = sum(outputs) / len(outputs)
    else:
        ends = {'': outputs[-1][: case.hidden], '_reverse': outputs[0][-case.hidden :]}
        read = np.concatenate([ends[suffix] for suffix in case.suffixes])
    return [read * masks['output'][row] if 'output' in masks else read]


def run(case, values, batch, masks):
    kind = np.result_type(*values.values())
    result = {'output': np.zeros((batch.steps, batch.rows, case.features), kind)}
    places = batch.steps if case.every_step else 1
    logits = np.zeros((places, batch.rows, case.classes), kind)
    probabilities = np.zeros_like(logits)
    wanted = batch.wanted.reshape(places, batch.rows)
    last_h, last_c = [], []
    loss = weight = count = correct = 0
    for row in range(batch.rows):
        outputs, row_h, row_c = run_row(case, values, batch, masks, row)
        result['output'][: len(outputs), row] = outputs
        last_h.append(row_h)
        last_c.append(row_c)
        for t, read in enumerate(read_out(case, outputs, masks, row)):
            l = values['head.weight'] @ read + values['head.bias']
            e = np.exp(l)
            logits[t, row], probabilities[t, row] = l, e / e.sum()
            y = wanted[t, row]
            if y >= 0:
                loss = loss - case.class_weights[y] * np.log(e[y] / e.sum())
                weight += case.class_weights[y]
                count += 1
                correct += int(l.real.argmax() == y)
    if case.cell != 'bag':
        result['last_h'] = np.swapaxes(last_h, 0, 1)
    if case.cell == 'lstm':
        result['last_c'] = np.swapaxes(last_c, 0, 1)
    shape = (*batch.wanted.shape, case.classes)
    result.update(logits=logits.reshape(shape), probabilities=probabilities.reshape(shape))
    return {**result, 'loss': loss / weight, 'count': count, 'correct': correct}
