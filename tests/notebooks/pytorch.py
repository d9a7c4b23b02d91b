#!/usr/bin/python3
"""PyTorch's side of the notebooks' experiment.

Started by pytorch.ts. The first line on standard input is the corpus, token ids as JSON; each
further line is a task, answered with one line: losses of the batches, held-out accuracy after
each epoch, confusion matrix after the last. Tokens, batches and first weights are the engine's;
dropout masks are PyTorch's own, from the task's seed. One thread.
"""

import base64
import json
import os
import sys
import time

os.environ['OPENBLAS_NUM_THREADS'] = '1'  # read when the library loads; torch does not set it
import numpy as np
import torch
from torch import nn

CELLS = {'rnn': nn.RNN, 'lstm': nn.LSTM, 'gru': nn.GRU}
EVALUATED_ROWS = 100


class Classifier(nn.Module):
    """Embedding, then a mean or a recurrent stack, then an affine layer on its summary."""

    def __init__(self, recipe, vocabulary, classes, dropout):
        super().__init__()
        self.bag, self.padded = recipe['cell'] == 'bag', recipe['padded']
        self.directions = 2 if recipe['direction'] == 'both' else 1
        self.embedding = nn.Embedding(vocabulary, recipe['embedding'])
        summary = recipe['embedding'] if self.bag else recipe['hidden'] * self.directions
        if not self.bag:
            self.rnn = CELLS[recipe['cell']](
                recipe['embedding'],
                recipe['hidden'],
                recipe['layers'],
                dropout=recipe['dropoutLayers'] if dropout else 0.0,
                bidirectional=self.directions == 2,
            )
        self.head = nn.Linear(summary, classes)
        self.dropout = nn.Dropout(recipe['dropout'] if dropout else 0.0)

    def forward(self, tokens, lengths):
        x = self.dropout(self.embedding(tokens))
        return self.head(self.dropout(self.summary(x, lengths)))

    def summary(self, x, lengths):
        if self.bag:
            present = torch.arange(len(x))[:, None] < lengths
            return (x * present[:, :, None]).sum(0) / lengths[:, None]
        if not self.padded:
            x = nn.utils.rnn.pack_padded_sequence(x, lengths, enforce_sorted=False)
        _, last = self.rnn(x)
        h = last[0] if isinstance(last, tuple) else last
        return torch.cat(tuple(h[-self.directions :]), dim=1)


class Part:
    def __init__(self, part, padded_length):
        self.rows = [torch.tensor(row) for row in part['sequences']]
        self.labels = torch.tensor(part['labels'])
        self.padded_length = padded_length

    def batch(self, rows):
        """Tokens (T, B), lengths (B), labels (B). Where rows are padded, all are full."""
        chosen = [self.rows[row] for row in rows]
        if self.padded_length:
            chosen = [nn.functional.pad(row, (0, self.padded_length - len(row))) for row in chosen]
        lengths = torch.tensor([len(row) for row in chosen])
        return nn.utils.rnn.pad_sequence(chosen), lengths, self.labels[rows]


def load_weights(model, encoded, described):
    """The engine's, one after another as float32. A name that one side lacks is an error."""
    values, place, weights = np.frombuffer(base64.b64decode(encoded), '<f4'), 0, {}
    for name, shape in described:
        count = int(np.prod(shape))
        weights[name] = torch.tensor(values[place : place + count].reshape(shape))
        place += count
    if place != len(values):
        sys.exit(f'the weights are {len(values)} numbers, the task describes {place}')
    model.load_state_dict(weights)


def evaluate(model, part, classes):
    """Confusion matrix: rows the true class, columns what the model says."""
    model.eval()
    confusion = torch.zeros(classes, classes, dtype=torch.long)
    with torch.no_grad():
        for rows in torch.arange(len(part.rows)).split(EVALUATED_ROWS):
            tokens, lengths, labels = part.batch(rows)
            said = model(tokens, lengths).argmax(1)
            confusion += torch.bincount(labels * classes + said, minlength=classes**2).view(
                classes, classes
            )
    model.train()
    return confusion


def answer(corpus, task):
    recipe, classes = task['recipe'], len(corpus['classes'])
    padded_length = corpus['longest'] if recipe['padded'] else 0
    training, held_out = (Part(corpus[name], padded_length) for name in ('training', 'heldOut'))
    model = Classifier(recipe, len(corpus['words']), classes, task['dropout'])
    load_weights(model, task['weights'], task['parameters'])
    optimizer = torch.optim.Adam(model.parameters(), recipe['learningRate'])
    torch.manual_seed(task['seed'])
    losses, accuracies, confusion = [], [], torch.zeros(0, 0)
    begin = time.perf_counter()
    for epoch in task['schedule']:
        for rows in epoch:
            tokens, lengths, labels = training.batch(rows)
            optimizer.zero_grad(set_to_none=True)
            loss = nn.functional.cross_entropy(model(tokens, lengths), labels)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), task['clipNorm'])
            optimizer.step()
            losses.append(loss.item())
        if task['evaluate']:
            confusion = evaluate(model, held_out, classes)
            accuracies.append(confusion.trace().item() / len(held_out.rows))
    return {
        'losses': losses,
        'accuracies': accuracies,
        'confusion': confusion.tolist(),
        'seconds': time.perf_counter() - begin,
    }


def main():
    torch.set_num_threads(1)
    corpus = json.loads(sys.stdin.readline())
    for line in sys.stdin:
        print(json.dumps(answer(corpus, json.loads(line))), flush=True)


if __name__ == '__main__':
    main()
