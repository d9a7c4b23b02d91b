"""What every case must pass before it is written."""

import numpy as np
import torch

import plain_loop
import torch_training
from plain_loop import EPSILON

FLOAT_LIMIT = 3e-6  # of the 1e-5 that the engine's float build is allowed


def plain(case, start, outputs, gradients, masks, tolerance):
    """Raises ArithmeticError where the plain loop and PyTorch do not agree."""
    batch = case.batches[0]
    values = {**start, **batch.states}
    if case.carry:
        shape = (case.layers, batch.rows, case.hidden)
        values.update({name: np.zeros(shape) for name in case.state_names})
    found = plain_loop.run(case, values, batch, masks)
    if found.keys() != outputs.keys() or not gradients.keys() <= values.keys():
        raise ArithmeticError('the plain loop and PyTorch name different tensors')
    for name, expected in found.items():
        difference = np.abs(expected - outputs[name]).max()
        if not difference <= tolerance:
            raise ArithmeticError(f'{name} is {difference:.1e} off the plain loop')
    for name, gradient in gradients.items():
        v = case.draw(gradient.shape)
        moved_values = {**values, name: values[name] + 1j * EPSILON * v}
        moved = plain_loop.run(case, moved_values, batch, masks)
        derivative = moved['loss'].imag / EPSILON
        difference = abs(derivative - (gradient * v).sum())
        if not difference <= tolerance:
            raise ArithmeticError(f'gradient of {name} is {difference:.1e} off its slope')


def distance(found, expected):
    """||a - b|| / ||b||, both by the largest element."""
    return np.abs(found - expected).max() / np.abs(expected).max()


def conditioned(case, start, outputs, gradients, training, trained):
    """Largest distance of PyTorch's own float32.

    Raises ArithmeticError beyond the limit, and where a whole gradient is 0: such numbers would
    say little about the engine.
    """
    for name, gradient in gradients.items():
        if not np.abs(gradient).max() > 1e-6:
            raise ArithmeticError(f'gradient of {name} is nothing: draw it anew')
    torch.set_default_dtype(torch.float32)
    try:
        coarse_outputs, coarse_gradients, _, norm = torch_training.first_step(case, start)
        coarse_training, coarse_trained = torch_training.ten_steps(case, start)
    finally:
        torch.set_default_dtype(torch.float64)
    pairs = {name: (coarse_outputs[name], outputs[name]) for name in outputs}
    pairs.update({f'gradient of {n}': (coarse_gradients[n], gradients[n]) for n in gradients})
    pairs.update({f'trained {n}': (coarse_trained[n], trained[n]) for n in trained})
    for name in ('losses', 'gradient_norms'):
        for step, pair in enumerate(zip(coarse_training[name], training[name])):
            pairs[f'{name} {step}'] = pair
    far = {name: distance(*pair) for name, pair in pairs.items() if np.any(pair[1])}
    worst = max(far, key=far.get)
    if not far[worst] <= FLOAT_LIMIT:
        raise ArithmeticError(f'{worst} is {far[worst]:.1e} off in float32: draw it anew')
    return far[worst]
