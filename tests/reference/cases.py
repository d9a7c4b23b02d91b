"""The cases: which model, which batches, which numbers.

All of it follows from a case's place in the list.
"""

import numpy as np

CELLS = ('rnn-tanh', 'rnn-relu', 'lstm', 'gru')
HEADS = ('last', 'mean', 'each', 'next')
SUFFIXES = {'forward': ('',), 'backward': ('_reverse',), 'both': ('', '_reverse')}
VOCABULARY, CLASSES = 7, 3
UNCOUNTED = -1  # the label of a place that no loss counts

# Embedding and hidden sizes, walked case by case; they lie around the vector width. Deeper
# stacks and pairs of directions have many parameters, so theirs are smaller.
SMALL, DEEP = ((4, 3), (3, 5), (5, 4), (2, 3)), ((4, 3), (5, 2), (2, 3))
WIDE = ((3, 2), (2, 3), (5, 2))
# Two batches of each set are trained on in turn. One set leaves the last time step of its first
# batch to padding alone; the second batch always has fewer rows and steps than the first.
LENGTHS = (((5, 2, 4), (1, 3)), ((3, 5, 1), (4, 2)), ((4, 4, 2), (3, 3)), ((1, 5, 3), (2, 4)))

OPTIMIZERS = (
    {'optimizer': 'adam', 'learning_rate': 0.01},
    {'optimizer': 'adam', 'sparse_embedding': 1, 'learning_rate': 0.01},
    {'optimizer': 'sgd', 'momentum': 0.9, 'learning_rate': 0.05},
    {'optimizer': 'rmsprop', 'learning_rate': 0.005},
    {'optimizer': 'rmsprop', 'momentum': 0.9, 'learning_rate': 0.001},
    {'optimizer': 'sgd', 'learning_rate': 0.25},
)
DROPOUT = {'dropout_embedding': 0.25, 'dropout_layers': 0.2, 'dropout_output': 0.5}
STEPS = 10

# Cases drawn anew, and how often: their first draw had a tensor without any gradient (a layer of
# ReLUs all at rest, a row all dropped), or was not conditioned for float32.
REDRAWN = {26: 1, 41: 2, 42: 1, 56: 2, 71: 1, 111: 1, 151: 1}


class Batch:
    """Rows of tokens, what they are to give, and the states that they begin with."""

    def __init__(self, case, lengths, steps, absent):
        random, head = case.random, case.head
        self.lengths, self.steps, self.rows = np.array(lengths), steps, len(lengths)
        self.present = np.arange(steps)[:, None] < self.lengths
        choice = np.delete(np.arange(VOCABULARY), absent % VOCABULARY)
        self.tokens = random.choice(choice, (steps, self.rows))
        # A true token 0 right before padding: a mask made from token values would lose it.
        self.tokens[self.lengths.min() - 1, self.lengths.argmin()] = 0
        self.tokens[~self.present] = 0
        self.labels = random.randint(case.classes, size=self.rows)
        self.targets = random.randint(case.classes, size=self.tokens.shape)
        if case.uncounted:
            self.labels[random.randint(self.rows)] = UNCOUNTED
            self.targets[random.random_sample(self.tokens.shape) < 0.3] = UNCOUNTED
            self.targets[0, 0] = case.classes - 1  # one place at least counts
        self.targets[~self.present] = UNCOUNTED
        self.wanted = {'each': self.targets, 'next': self.next_tokens()}.get(head, self.labels)
        self.states = {}
        if case.cell != 'bag' and not case.carry:
            shape = (case.layers * case.ways, self.rows, case.hidden)
            self.states = {name: case.draw(shape) for name in case.state_names}

    def next_tokens(self):
        following = np.full_like(self.tokens, UNCOUNTED)
        following[:-1] = np.where(self.present[1:], self.tokens[1:], UNCOUNTED)
        following[self.lengths - 1, np.arange(self.rows)] = self.labels
        return following

    def as_given(self, head):
        """What the host writes into the engine's batch tensors."""
        wanted = {'targets': self.targets} if head == 'each' else {'labels': self.labels}
        arrays = {'tokens': self.tokens, 'lengths': self.lengths, **wanted, **self.states}
        flat = {name: array.ravel().tolist() for name, array in arrays.items()}
        return {'rows': self.rows, 'steps': self.steps, **flat}


class Case:
    """One model, its batches, and how it is trained."""

    def __init__(self, number, cell, head, direction='forward', layers=1, carry=False):
        self.number, self.cell, self.head = number, cell, head
        self.direction, self.layers, self.carry = direction, layers, carry
        self.ways = 2 if direction == 'both' else 1
        self.suffixes = SUFFIXES[direction]
        self.every_step = head in ('each', 'next')
        self.state_names = ('h0', 'c0') if cell == 'lstm' else ('h0',)
        self.classes = VOCABULARY if head == 'next' else CLASSES
        self.name = f'{direction}-{layers}'
        self.file = f'{cell}-{head}'
        if cell == 'bag':
            self.name, self.file = f'{head}-{number % 2 + 1}', cell
        if carry:
            self.name, self.file = f'{cell}-{head}-{layers}', 'carry'
        self.choose_sizes(number)
        self.choose_features(number)
        self.draw_all(number)

    def choose_sizes(self, number):
        sizes = WIDE if self.ways == 2 else DEEP if self.layers > 1 else SMALL
        self.embedding, self.hidden = sizes[number % len(sizes)]
        if number % 72 == 18:  # two cases past two vector widths
            self.hidden = 9
        if self.cell == 'bag':
            self.hidden = self.embedding
        self.features = self.ways * self.hidden
        # Room for more than the batch in force, so that no stride can be mistaken for a size.
        self.max_batch, self.max_length = 3 + number % 2, 5 + number % 3

    def choose_features(self, number):
        # 9 cases of a cell and a head: the first of the six moves on from group to group.
        self.optimizer = OPTIMIZERS[(number % 9 + number // 9) % len(OPTIMIZERS)]
        self.uncounted = self.every_step and number % 2 == 0
        self.weighted = number % 4 == 1
        self.truncate = {2: 2, 5: 3, 6: 2}.get(number % 7, 0) if self.cell != 'bag' else 0
        self.rates = {k: p for k, p in DROPOUT.items() if k != 'dropout_layers' or self.layers > 1}
        if number % 5 == 3:  # one place alone, each in its turn
            kept = list(self.rates)[number // 5 % len(self.rates)]
            self.rates = {kept: self.rates[kept]}
        elif number % 5 != 1:
            self.rates = {}
        # Without a limit a ReLU network's gradient may be of any size.
        free = number % 8 == 3 and self.cell != 'rnn-relu'
        self.clip_norm = 0.0 if free else 0.25 if number % 8 == 5 else 1.0

    def draw_all(self, number):
        origin = 1000 + number + 1000 * REDRAWN.get(number, 0)
        # RandomState's stream is frozen by numpy's own promise, unlike that of default_rng.
        self.random = np.random.RandomState(origin)
        self.seed = origin * 0x9E3779B1 % 2**32  # of dropout: all 32 bits in use
        weights = self.random.randint(256, 2049, size=self.classes) / 1024
        self.class_weights = weights if self.weighted else np.ones(self.classes)
        absent = 1 + number % (VOCABULARY - 1)
        first, second = LENGTHS[number % len(LENGTHS)]
        if self.carry:  # the rows of one batch go on in the next
            turns = (first, first[1:] + first[:1], (4, 4, 4))
            self.batches = [Batch(self, lengths, 5, absent + i) for i, lengths in enumerate(turns)]
        else:
            self.batches = [Batch(self, first, 5, absent), Batch(self, second, 4, absent - 1)]

    def draw(self, shape):
        """Uniform in -1..1, in steps of 1/1024: exact in float32 too, short in print."""
        return self.random.randint(-1023, 1024, size=shape) / 1024

    def parameter_shapes(self):
        shapes = {'embedding.weight': (VOCABULARY, self.embedding)}
        rows = {'lstm': 4, 'gru': 3, 'bag': 0}.get(self.cell, 1) * self.hidden
        for layer in range(self.layers) if rows else ():
            width = self.features if layer else self.embedding
            for suffix in self.suffixes:
                shapes[f'rnn.weight_ih_l{layer}{suffix}'] = (rows, width)
                shapes[f'rnn.weight_hh_l{layer}{suffix}'] = (rows, self.hidden)
                shapes[f'rnn.bias_ih_l{layer}{suffix}'] = (rows,)
                shapes[f'rnn.bias_hh_l{layer}{suffix}'] = (rows,)
        shapes['head.weight'] = (self.classes, self.features)
        return {**shapes, 'head.bias': (self.classes,)}

    def config(self):
        """Keys and values as the engine's own configuration text has them."""
        name, _, nonlinearity = self.cell.partition('-')
        config = {'cell': name}
        if nonlinearity:
            config['nonlinearity'] = nonlinearity
        config['head'] = self.head
        if self.cell != 'bag':
            config.update(direction=self.direction, layers=self.layers, hidden=self.hidden)
        config.update(vocabulary=VOCABULARY, embedding=self.embedding)
        if self.head != 'next' or self.number % 2:  # for `next` it may be left out
            config['classes'] = self.classes
        config.update(max_batch=self.max_batch, max_length=self.max_length, seed=self.seed)
        config.update(self.rates)
        if self.carry:
            config['carry'] = 1
        if self.truncate:
            config['truncate'] = self.truncate
        return {**config, **self.optimizer, 'clip_norm': self.clip_norm}


def every_case():
    cases = [
        Case(36 * c + 9 * h + 3 * d + n, cell, head, direction, n + 1)
        for c, cell in enumerate(CELLS)
        for h, head in enumerate(HEADS)
        for d, direction in enumerate(SUFFIXES)
        for n in range(3)
    ]
    first = len(cases)
    cases += [Case(first + i, 'bag', HEADS[1 + i // 2]) for i in range(6)]
    first = len(cases)
    kinds = zip(CELLS, ('each', 'mean', 'next', 'last'), (1, 2, 2, 1))
    cases += [Case(first + i, c, h, layers=n, carry=True) for i, (c, h, n) in enumerate(kinds)]
    return cases


def check_pairs(cases):
    """Raises LookupError unless every cell and every head meets every optimiser."""
    for attribute in ('cell', 'head'):
        for value in {getattr(case, attribute) for case in cases}:
            met = [c.optimizer for c in cases if getattr(c, attribute) == value]
            missing = [optimizer for optimizer in OPTIMIZERS if optimizer not in met]
            if missing:
                raise LookupError(f'{attribute} {value} never meets {missing}')
