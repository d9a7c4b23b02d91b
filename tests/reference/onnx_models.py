#!/usr/bin/python3
"""ONNX models of the fixtures' forward passes, for onnx-witness.mjs.

    /usr/bin/python3 tests/reference/onnx_models.py <folder>    writes <folder>/<file>.<case>.onnx

Needs Debian 12's python3-onnx. The operators RNN, LSTM and GRU know directions, lengths and
initial states by themselves; they stack gates in another order than PyTorch. Parameters and
dropout's masks are constants, tokens, lengths and initial states are inputs. What lies in
padding is set to 0, as the fixtures have it.
"""

import json
import pathlib
import sys

try:
    import numpy as np
    import onnx
    from onnx import TensorProto, helper, numpy_helper
except ImportError:
    sys.exit(f'{sys.executable} has no onnx: apt-get install python3-onnx, use /usr/bin/python3')

OPSET, IR = 17, 8
# PyTorch's block of gates that stands at each place of ONNX's order: i o f c, z r h.
OPERATORS = {'rnn': ('RNN', (0,)), 'lstm': ('LSTM', (0, 3, 1, 2)), 'gru': ('GRU', (1, 0, 2))}
DIRECTIONS = {'forward': 'forward', 'backward': 'reverse', 'both': 'bidirectional'}
SUFFIXES = {'forward': ('',), 'backward': ('_reverse',), 'both': ('', '_reverse')}


class Graph:
    """Nodes and constants, added one by one; a value is its name."""

    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, array):
        name = f'constant{len(self.constants)}'
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def ints(self, *values):
        return self.constant(np.array(values, np.int64))

    def add(self, operator, *inputs, outputs=1, **attributes):
        names = [f'value{len(self.nodes)}.{i}' for i in range(outputs)]
        self.nodes.append(helper.make_node(operator, inputs, names, **attributes))
        return names[0] if outputs == 1 else names


class Fixture:
    """One case of a fixture file: arrays by name."""

    def __init__(self, case):
        self.config, self.batch = case['config'], case['batches'][0]
        self.direction = self.config.get('direction', 'forward')
        self.layers = self.config.get('layers', 0)
        self.suffixes = SUFFIXES[self.direction]
        self.every_step = self.config['head'] in ('each', 'next')
        self.parameters = {
            name: np.array(tensor['values'], np.float32).reshape(tensor['shape'])
            for name, tensor in case['parameters'].items()
        }
        self.masks = case.get('masks', {})
        self.outputs = case['outputs']

    def mask(self, place):
        rows, steps = self.batch['rows'], self.batch['steps']
        whole_rows = place == 'output' and not self.every_step
        shape = (rows, -1) if whole_rows else (steps, rows, -1)
        return np.array(self.masks[place], np.float32).reshape(shape)

    def gates(self, kind, layer):
        """(directions, gates * H, .): the blocks of gates in ONNX's order."""
        order = OPERATORS[self.config['cell']][1]
        ways = []
        for suffix in self.suffixes:
            array = self.parameters[f'rnn.{kind}_l{layer}{suffix}']
            blocks = np.split(array, len(order))
            ways.append(np.concatenate([blocks[i] for i in order]))
        return np.stack(ways)


def masked(graph, fixture, x, place):
    if place not in fixture.masks:
        return x
    return graph.add('Mul', x, graph.constant(fixture.mask(place)))


def recurrent_layers(graph, fixture, x):
    """Top-layer outputs (T, B, directions * H), and the last states of each kind, by layer."""
    cell, ways = fixture.config['cell'], len(fixture.suffixes)
    operator, _ = OPERATORS[cell]
    hidden = fixture.config['hidden']
    attributes = {'hidden_size': hidden, 'direction': DIRECTIONS[fixture.direction]}
    if cell == 'rnn':
        attributes['activations'] = [fixture.config['nonlinearity'].capitalize()] * ways
    if cell == 'gru':
        attributes['linear_before_reset'] = 1
    kinds = ('h', 'c') if cell == 'lstm' else ('h',)
    sizes = graph.ints(*[ways] * fixture.layers)
    begin = []  # nothing given: zeros
    for kind in kinds:
        if f'{kind}0' in fixture.batch:
            begin.append(graph.add('Split', f'{kind}0', sizes, outputs=fixture.layers, axis=0))
    last = []
    for layer in range(fixture.layers):
        x = masked(graph, fixture, x, f'layer{layer}')
        states = [b if fixture.layers == 1 else b[layer] for b in begin]
        biases = [fixture.gates(kind, layer) for kind in ('bias_ih', 'bias_hh')]
        y, *ends = graph.add(
            operator,
            x,
            graph.constant(fixture.gates('weight_ih', layer)),
            graph.constant(fixture.gates('weight_hh', layer)),
            graph.constant(np.concatenate(biases, axis=1)),
            'lengths',
            *states,
            outputs=1 + len(kinds),
            **attributes,
        )
        last.append(ends)
        side_by_side = graph.add('Transpose', y, perm=[0, 2, 1, 3])
        x = graph.add('Reshape', side_by_side, graph.ints(0, 0, ways * hidden))
    return x, list(zip(*last))


def build(fixture):
    graph, steps = Graph(), fixture.batch['steps']
    results = {}
    positions = graph.constant(np.arange(steps, dtype=np.int32)[:, None])
    before_end = graph.add('Less', positions, 'lengths')
    present = graph.add('Cast', before_end, to=TensorProto.FLOAT)
    present = graph.add('Unsqueeze', present, graph.ints(2))

    x = graph.add('Gather', graph.constant(fixture.parameters['embedding.weight']), 'tokens')
    top, last = masked(graph, fixture, x, 'embedding'), []
    if fixture.layers:
        top, last = recurrent_layers(graph, fixture, top)
        for kind, ends in zip('hc', last):
            results[f'last_{kind}'] = graph.add('Concat', *ends, axis=0)
    results['output'] = graph.add('Mul', top, present)

    if fixture.every_step:
        read = top
    elif fixture.config['head'] == 'mean':
        total = graph.add('ReduceSum', results['output'], graph.ints(0), keepdims=0)
        lengths = graph.add('Cast', 'lengths', to=TensorProto.FLOAT)
        read = graph.add('Div', total, graph.add('Unsqueeze', lengths, graph.ints(1)))
    else:
        by_row = graph.add('Transpose', last[0][-1], perm=[1, 0, 2])
        read = graph.add('Reshape', by_row, graph.ints(0, -1))
    read = masked(graph, fixture, read, 'output')
    product = graph.add('MatMul', read, graph.constant(fixture.parameters['head.weight'].T))
    logits = graph.add('Add', product, graph.constant(fixture.parameters['head.bias']))
    probabilities = graph.add('Softmax', logits, axis=-1)
    for name, value in (('logits', logits), ('probabilities', probabilities)):
        results[name] = graph.add('Mul', value, present) if fixture.every_step else value
    return to_model(graph, fixture, results)


def to_model(graph, fixture, results):
    rows, steps = fixture.batch['rows'], fixture.batch['steps']
    inputs = [
        helper.make_tensor_value_info('tokens', TensorProto.INT64, [steps, rows]),
        helper.make_tensor_value_info('lengths', TensorProto.INT32, [rows]),
    ]
    for name in ('h0', 'c0'):
        if name in fixture.batch:
            shape = [fixture.layers * len(fixture.suffixes), rows, fixture.config['hidden']]
            inputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))
    outputs = []
    for name, value in results.items():
        graph.nodes.append(helper.make_node('Identity', [value], [name]))
        one_a_row = name in ('logits', 'probabilities') and not fixture.every_step
        shape = [None] * (2 if one_a_row else 3)
        outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))
    body = helper.make_graph(graph.nodes, 'forward', inputs, outputs, graph.constants)
    model = helper.make_model(body, opset_imports=[helper.make_opsetid('', OPSET)])
    model.ir_version = IR
    onnx.checker.check_model(model)
    return model


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob('*.onnx'):
        old.unlink()
    for file in sorted((pathlib.Path(__file__).resolve().parent / 'fixtures').glob('*.json')):
        for name, case in json.loads(file.read_text(encoding='utf-8'))['cases'].items():
            onnx.save(build(Fixture(case)), folder / f'{file.stem}.{name}.onnx')


if __name__ == '__main__':
    main()
