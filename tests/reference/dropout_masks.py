"""The masks of dropout, drawn as the engine says that it draws them.

PCG32 (O'Neill, 2014; XSH RR): a stream for each mask by its name, and in it a place for each
optimiser step, so a mask follows from seed, name and step, whatever was drawn before.
"""

import numpy as np

BITS_64, BITS_32 = 2**64 - 1, 2**32 - 1


def fnv1a(text):
    digest = 0xCBF29CE484222325
    for letter in text.encode():
        digest = (digest ^ letter) * 0x100000001B3 & BITS_64
    return digest


def pcg32(seed, stream, number):
    """Yields 32-bit numbers without end."""
    increment = (fnv1a(stream) << 1 | 1) & BITS_64

    def advance(state):
        return (state * 6364136223846793005 + increment) & BITS_64

    # One step from state 0 leads to the increment itself.
    state = advance((increment + seed + (number << 32)) & BITS_64)
    while True:
        shifted, turn = ((state >> 18 ^ state) >> 27) & BITS_32, state >> 59
        yield (shifted >> turn | shifted << (32 - turn)) & BITS_32
        state = advance(state)


def mask(case, batch, place, rate, number):
    """Multipliers 0 or 1 / (1 - rate): (T, B, features), 0 in padding, or (B, features)."""
    features = case.embedding if place == 'embedding' else case.features
    draws = pcg32(case.seed, f'dropout.{place}', number)
    whole_rows = place == 'output' and not case.every_step
    taking_part = np.ones(batch.rows, bool) if whole_rows else batch.present
    result = np.zeros((*taking_part.shape, features))
    for at in np.argwhere(taking_part):  # row-major: step by step, row by row
        for k in range(features):
            kept = (next(draws) >> 8) * 2.0**-24 >= rate
            result[(*at, k)] = 1 / (1 - rate) if kept else 0.0
    return result


def masks(case, batch, number):
    """All masks of one step, by place; `number` is how many optimiser steps were done before."""
    places = {}
    for key, rate in case.rates.items():
        if key == 'dropout_layers':
            places.update({f'layer{n}': rate for n in range(1, case.layers)})
        else:
            places[key.removeprefix('dropout_')] = rate
    return {place: mask(case, batch, place, rate, number) for place, rate in places.items()}
