/**
 * Training speed of the engine in Node, one thread, on synthetic tokens:
 *
 *     npx tsx tests/bench/engine.ts --workload W2 --vocabulary 2000 [--repeats 7]
 *
 * Without options it runs every workload with both vocabularies. One repeat is about half
 * a second of training steps, filling the batch included; prints one JSON line a workload,
 * `train_seq_s` being the median over the repeats, in sequences a second.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Model } from '../../web/worker/model';
import { Engine } from '../../web/worker/rnn';
import type { Cell } from '../../web/shared/protocol';

const workloads: Readonly<Record<string, Cell>> = { W1: 'rnn', W2: 'lstm', W5: 'gru' };
const batch = 16;
const length = 40;
const classes = 4;
const repeatMilliseconds = 500;
const warmUpSteps = 20;
/** Batches made beforehand, so that no repeat measures the making of random numbers. */
const batches = 32;

interface Batch {
  readonly sequences: readonly Int32Array[];
  readonly labels: Int32Array;
}

/** A linear congruential generator: the tokens only have to be spread. */
function syntheticBatches(vocabulary: number): Batch[] {
  let state = 1;
  const below = (bound: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
  return Array.from({ length: batches }, () => ({
    sequences: Array.from({ length: batch }, () =>
      Int32Array.from({ length }, () => below(vocabulary)),
    ),
    labels: Int32Array.from({ length: batch }, () => below(classes)),
  }));
}

const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
};

function measure(engine: Engine, workload: string, vocabulary: number, repeats: number): void {
  const cell = workloads[workload];
  if (cell === undefined) {
    throw new Error(`No workload ${workload}; there are ${Object.keys(workloads).join(', ')}.`);
  }
  const model = new Model(engine, {
    vocabulary,
    embedding: 64,
    hidden: 32,
    classes,
    maxBatch: batch,
    maxLength: length,
    cell,
    seed: 1,
    learningRate: 0.001,
    clipNorm: 1,
  });
  const data = syntheticBatches(vocabulary);
  let next = 0;
  const step = (): void => {
    const { sequences, labels } = data[next % batches] as Batch;
    next += 1;
    model.setBatch(sequences, labels);
    model.trainStep();
  };
  for (let i = 0; i < warmUpSteps; i += 1) step();

  const rates = Array.from({ length: repeats }, () => {
    const begin = performance.now();
    let steps = 0;
    let elapsed = 0;
    while (elapsed < repeatMilliseconds) {
      step();
      steps += 1;
      elapsed = performance.now() - begin;
    }
    return (1000 * steps * batch) / elapsed;
  });
  model.destroy();
  const line = {
    tool: 'Récurrence (wasm, Node)',
    workload,
    vocab: vocabulary,
    optimizer: 'adam',
    train_seq_s: Math.round(median(rates)),
    best: Math.round(Math.max(...rates)),
    worst: Math.round(Math.min(...rates)),
    repeats,
  };
  console.log(JSON.stringify(line));
}

const { values } = parseArgs({
  options: {
    workload: { type: 'string' },
    vocabulary: { type: 'string' },
    repeats: { type: 'string', default: '7' },
  },
});
const engine = await Engine.load(
  await readFile(new URL('../../build/engine/rnn.wasm', import.meta.url)),
);
const names = values.workload === undefined ? Object.keys(workloads) : [values.workload];
const sizes = values.vocabulary === undefined ? [2_000, 20_000] : [Number(values.vocabulary)];
for (const workload of names) {
  for (const vocabulary of sizes) measure(engine, workload, vocabulary, Number(values.repeats));
}
