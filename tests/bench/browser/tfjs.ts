/**
 * Training with the layers API of TensorFlow.js on its wasm backend, one thread, SIMD. Stock
 * tfjs cannot train an embedding there (it has no kernel for UnsortedSegmentSum), so the inputs
 * come already embedded; for W4 they are one-hot, and a dense matrix embeds them. Its recurrent
 * layers have no clipping, and its GRU only the other place of the reset gate.
 */
import * as layers from '@tensorflow/tfjs-layers';
import * as tf from '@tensorflow/tfjs-core';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import simdAddress from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { oncePerTask, timedAsync, type TakeSlice, type Task } from '../slices';
import { generator, inTurn, syntheticBatches } from '../tokens';
import { workloadOf, type Workload } from '../workloads';

/** Few: each is as large as all its embedded tokens. */
const batchesKept = 4;
const sigmoid = { recurrentActivation: 'sigmoid' } as const;
/** tfjs's usual orthogonal matrices take seconds to draw, and change no speed. */
const uniform = { recurrentInitializer: 'glorotUniform' } as const;

function recurrentLayer({ cell, hidden, direction }: Workload, sequences: boolean): layers.Layer {
  const options = { units: hidden, returnSequences: sequences, ...uniform };
  const layer = {
    rnn: () => layers.layers.simpleRNN(options),
    lstm: () => layers.layers.lstm({ ...options, ...sigmoid }),
    gru: () => layers.layers.gru({ ...options, ...sigmoid }),
  }[cell]();
  return direction === 'both' ? layers.layers.bidirectional({ layer, mergeMode: 'concat' }) : layer;
}

function modelOf(workload: Workload): layers.Sequential {
  const { embedding, layers: depth, head, classes, length } = workload;
  const model = layers.sequential();
  if (head === 'next') {
    const inputShape = [length, classes];
    model.add(layers.layers.dense({ units: embedding, useBias: false, inputShape }));
  } else {
    model.add(layers.layers.inputLayer({ inputShape: [length, embedding] }));
  }
  for (let layer = 1; layer <= depth; layer += 1) {
    model.add(recurrentLayer(workload, head === 'next' || layer < depth));
  }
  model.add(layers.layers.dense({ units: classes, activation: 'softmax' }));
  const optimizer = tf.train.adam(0.001);
  model.compile({ optimizer, loss: 'categoricalCrossentropy' });
  return model;
}

interface Pair {
  readonly x: tf.Tensor;
  readonly y: tf.Tensor;
}

/** A 1 in each row of `width` at the place that is drawn. */
function oneHot(shape: number[], places: ArrayLike<number>): tf.Tensor {
  const width = shape.at(-1) ?? 0;
  const values = new Float32Array(places.length * width);
  for (let row = 0; row < places.length; row += 1) values[row * width + (places[row] ?? 0)] = 1;
  return tf.tensor(values, shape);
}

function pairs(workload: Workload): Pair[] {
  const { batch, length, embedding, classes, head } = workload;
  const next = generator();
  return syntheticBatches(workload, classes)
    .slice(0, batchesKept)
    .map(({ sequences, labels }) => {
      if (head === 'next') {
        const shape = [batch, length, classes];
        const tokens = sequences.flatMap((row) => [...row]);
        const targets = sequences.flatMap((row, b) => [...row.slice(1), labels[b] ?? 0]);
        return { x: oneHot(shape, tokens), y: oneHot(shape, targets) };
      }
      const embedded = Float32Array.from(
        { length: batch * length * embedding },
        () => next() - 0.5,
      );
      return {
        x: tf.tensor(embedded, [batch, length, embedding]),
        y: oneHot([batch, classes], labels),
      };
    });
}

function stepsOf({ workload: name }: Task): () => Promise<number> {
  const workload = workloadOf(name);
  const model = modelOf(workload);
  const next = inTurn(pairs(workload));
  return async () => {
    const { x, y } = next();
    const loss = await model.trainOnBatch(x, y);
    if (!Number.isFinite(loss)) throw new Error(`tfjs: ${name} has the loss ${String(loss)}`);
    return workload.batch;
  };
}

export async function tfjsSlices(): Promise<TakeSlice> {
  // It wants an address for each of its builds; the flags let it take only this one.
  const builds = ['', '-simd', '-threaded-simd'].map((build) => `tfjs-backend-wasm${build}.wasm`);
  setWasmPaths(Object.fromEntries(builds.map((build) => [build, simdAddress])));
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setThreadsCount(1);
  await tf.setBackend('wasm');
  await tf.ready();
  if (!(await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT'))) throw new Error('tfjs has no SIMD here');
  const steps = oncePerTask(stepsOf);
  return (task, milliseconds) => timedAsync(milliseconds, steps(task));
}
