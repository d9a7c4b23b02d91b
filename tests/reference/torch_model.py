"""The model as PyTorch computes it, with the tensor names that the engine uses."""

import numpy as np
import torch
from torch.nn.functional import cross_entropy
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from cases import UNCOUNTED, VOCABULARY

CELLS = {'rnn': torch.nn.RNN, 'lstm': torch.nn.LSTM, 'gru': torch.nn.GRU}


def real(array):
    return torch.as_tensor(array, dtype=torch.get_default_dtype())


def recurrent(case, *sizes, **options):
    cell, _, nonlinearity = case.cell.partition('-')
    if nonlinearity:
        options['nonlinearity'] = nonlinearity
    return CELLS[cell](*sizes, **options)


class Model:
    """Embedding, recurrent layers, head; `parameters` maps the engine's names to the leaves."""

    def __init__(self, case, values):
        self.case = case
        sparse = 'sparse_embedding' in case.optimizer
        self.embedding = torch.nn.Embedding(VOCABULARY, case.embedding, sparse=sparse)
        self.parameters = {'embedding.weight': self.embedding.weight}
        if case.cell != 'bag':
            self.rnn = recurrent(
                case, case.embedding, case.hidden, case.layers, bidirectional=case.ways == 2
            )
            suffix = '_reverse' if case.direction == 'backward' else ''
            named = {f'rnn.{name}{suffix}': p for name, p in self.rnn.named_parameters()}
            self.parameters.update(named)
            self.one_way = {
                (layer, suffix): self.take_out(layer, suffix)
                for layer in range(case.layers)
                for suffix in case.suffixes
            }
        self.head = torch.nn.Linear(case.features, case.classes)
        self.parameters.update({'head.weight': self.head.weight, 'head.bias': self.head.bias})
        with torch.no_grad():
            for name, value in values.items():
                self.parameters[name].copy_(torch.from_numpy(value))

    def take_out(self, layer, suffix):
        """One layer in one direction as a module of its own, on the same parameters."""
        case = self.case
        module = recurrent(case, case.features if layer else case.embedding, case.hidden)
        for name in ('weight_ih', 'weight_hh', 'bias_ih', 'bias_hh'):
            setattr(module, f'{name}_l0', self.parameters[f'rnn.{name}_l{layer}{suffix}'])
        return module

    def embed(self, batch):
        """(T, B, D), 0 in padding: padding must not count as a use of token 0."""
        present = torch.from_numpy(batch.present)
        x = torch.zeros(*batch.tokens.shape, self.case.embedding)
        x[present] = self.embedding(torch.from_numpy(batch.tokens)[present])
        return x

    def packed(self, x, batch, states):
        """All layers at once. Reading backward is reading rows that were turned round."""
        position = np.arange(batch.steps)[:, None]
        order = np.where(position < batch.lengths, batch.lengths - 1 - position, position)
        order = (torch.from_numpy(order), torch.arange(batch.rows))
        backward = self.case.direction == 'backward'
        lengths = torch.from_numpy(batch.lengths)
        packed = pack_padded_sequence(x[order] if backward else x, lengths, enforce_sorted=False)
        top, last = self.rnn(packed, states if len(states) > 1 else states[0])
        top, _ = pad_packed_sequence(top, total_length=batch.steps)
        return top[order] if backward else top, last if len(states) > 1 else (last,)

    def row_by_row(self, x, batch, states, masks):
        """The same, where masks come between layers or cuts between steps."""
        lasts = []
        for layer in range(self.case.layers):
            if f'layer{layer}' in masks:
                x = x * masks[f'layer{layer}']
            sides = []
            for suffix in self.case.suffixes:
                begin = [s[len(lasts)] for s in states]
                rows, last = [], []
                for b, length in enumerate(batch.lengths):
                    row = x[:length, b].flip(0) if suffix else x[:length, b]
                    y, end = self.read_row(layer, suffix, row, [s[b] for s in begin])
                    y = y.flip(0) if suffix else y
                    rows.append(torch.cat([y, torch.zeros(batch.steps - length, y.shape[1])]))
                    last.append(end)
                sides.append(torch.stack(rows, dim=1))
                lasts.append(last)
            x = torch.cat(sides, dim=2)
        last = [
            torch.stack([torch.stack([end[i] for end in rows]) for rows in lasts])
            for i in range(len(states))
        ]
        return x, last

    def read_row(self, layer, suffix, row, state):
        """A row in pieces of `truncate` steps: no gradient goes from one piece to another."""
        state = [s[None] for s in state]
        pieces = []
        for piece in row.split(self.case.truncate or len(row)):
            if pieces:
                state = [s.detach() for s in state]
            given = tuple(state) if len(state) > 1 else state[0]
            y, end = self.one_way[layer, suffix](piece, given)
            state = end if len(state) > 1 else (end,)
            pieces.append(y)
        return torch.cat(pieces), [s[0] for s in state]

    def run_layers(self, x, batch, states, masks):
        if self.case.cell == 'bag':
            return x, []
        if self.case.truncate or 'dropout_layers' in self.case.rates:
            return self.row_by_row(x, batch, states, masks)
        top, last = self.packed(x, batch, states)
        other, _ = self.row_by_row(x, batch, states, masks)
        # Both ways through torch must be one where both go.
        torch.testing.assert_close(top, other)
        return top, last

    def forward(self, batch, states, masks):
        """states: h0 and, for the LSTM, c0; masks: by place. Gives everything that is compared."""
        case, masks = self.case, {place: real(mask) for place, mask in masks.items()}
        present = torch.from_numpy(batch.present)[:, :, None]
        x = self.embed(batch)
        if 'embedding' in masks:
            x = x * masks['embedding']
        top, last = self.run_layers(x, batch, states, masks)
        if case.every_step:
            read = top
        elif case.head == 'mean':
            read = (top * present).sum(dim=0) / torch.from_numpy(batch.lengths)[:, None]
        else:
            read = torch.cat(tuple(last[0][-case.ways :]), dim=1)
        if 'output' in masks:
            read = read * masks['output']
        logits = self.head(read)
        wanted = torch.from_numpy(batch.wanted)
        loss = cross_entropy(
            logits.reshape(-1, case.classes),
            wanted.reshape(-1),
            weight=real(case.class_weights),
            ignore_index=UNCOUNTED,
        )
        counted = wanted != UNCOUNTED
        shown = present if case.every_step else torch.ones(batch.rows, 1)
        return {
            'output': top,
            **{f'last_{name}': state for name, state in zip('hc', last)},
            'logits': logits * shown,
            'probabilities': torch.softmax(logits, dim=-1) * shown,
            'loss': loss,
            'count': counted.sum(),
            'correct': ((logits.argmax(dim=-1) == wanted) & counted).sum(),
        }
