#!/usr/bin/python3
"""ONNX models of what inference is measured on, for onnxruntime-web.

    /usr/bin/python3 tests/bench/onnx_models.py <folder>    writes <folder>/W2.onnx, <folder>/W4.onnx

W2: tokens (T, 1) -> logits (1, K). W4, one step: token (1, 1), h and c (1, 1, H) -> logits
(1, K), next_h, next_c. Weights are random: they change no speed. Needs Debian's python3-onnx.
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

OPSET, IR, SEED = 17, 8, 1
FLOAT, INT64 = TensorProto.FLOAT, TensorProto.INT64
VOCABULARY = {'W2': 2000, 'W4': 96}


def constants(workload, vocabulary):
    """Every weight by name, within the bounds that PyTorch draws from."""
    random = np.random.default_rng(SEED)
    inputs, hidden, classes = (workload[k] for k in ('embedding', 'hidden', 'classes'))
    shapes = {
        'embedding': (vocabulary, inputs),
        'weight_ih': (1, 4 * hidden, inputs),
        'weight_hh': (1, 4 * hidden, hidden),
        'biases': (1, 8 * hidden),
        'head_weight': (classes, hidden),
        'head_bias': (classes,),
    }
    bound = hidden**-0.5
    arrays = {name: random.uniform(-bound, bound, shape) for name, shape in shapes.items()}
    found = [numpy_helper.from_array(a.astype(np.float32), name) for name, a in arrays.items()]
    found.append(numpy_helper.from_array(np.array([0], np.int64), 'axis'))
    return found


def graph(name, workload, vocabulary):
    steps, hidden, classes = workload['length'], workload['hidden'], workload['classes']
    one_step = name == 'W4'
    tokens = 'token' if one_step else 'tokens'
    states = ['h', 'c'] if one_step else []
    ends = ['next_h', 'next_c'] if one_step else ['last_h']
    weights = ['weight_ih', 'weight_hh', 'biases']
    nodes = [
        helper.make_node('Gather', ['embedding', tokens], ['x']),
        helper.make_node('LSTM', ['x', *weights, '', *states], ['', *ends], hidden_size=hidden),
        helper.make_node('Squeeze', [ends[0], 'axis'], ['seen']),
        helper.make_node('Gemm', ['seen', 'head_weight', 'head_bias'], ['logits'], transB=1),
    ]
    shape = [1, 1] if one_step else [steps, 1]
    inputs = [helper.make_tensor_value_info(tokens, INT64, shape)]
    outputs = [helper.make_tensor_value_info('logits', FLOAT, [1, classes])]
    for state, end in zip(states, ends):
        inputs.append(helper.make_tensor_value_info(state, FLOAT, [1, 1, hidden]))
        outputs.append(helper.make_tensor_value_info(end, FLOAT, [1, 1, hidden]))
    return helper.make_graph(nodes, name, inputs, outputs, constants(workload, vocabulary))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    text = (pathlib.Path(__file__).parent / 'workloads.json').read_text(encoding='utf-8')
    for name, vocabulary in VOCABULARY.items():
        body = graph(name, json.loads(text)['workloads'][name], vocabulary)
        model = helper.make_model(body, opset_imports=[helper.make_opsetid('', OPSET)])
        model.ir_version = IR
        onnx.checker.check_model(model)
        onnx.save(model, folder / f'{name}.onnx')


if __name__ == '__main__':
    main()
