/** The engine's own slices, and those of the machine's limit: in Node, and in a worker. */
import { Model } from '../../web/worker/model';
import type { Engine } from '../../web/worker/rnn';
import { oncePerTask, timed, type FirstStep, type TakeSlice, type Task } from './slices';
import { inTurn, syntheticBatches } from './tokens';
import { configOf, workloadOf, type Workload } from './workloads';

/** Training steps of a model of its own; the filling of the batch is a part of the step. */
export function trainer(model: Model, workload: Workload, vocabulary: number): () => number {
  const next = inTurn(syntheticBatches(workload, vocabulary));
  return () => {
    const { sequences, labels } = next();
    model.setBatch(sequences, labels);
    model.trainStep();
    return sequences.length;
  };
}

function classifier(model: Model, workload: Workload, vocabulary: number): () => number {
  const sequences = syntheticBatches(workload, vocabulary).map((batch) => batch.sequences[0]);
  const next = inTurn(sequences as Int32Array[]);
  return () => {
    model.setBatch([next()]);
    model.forward();
    return model.tensor('logits').values.length > 0 ? 1 : NaN;
  };
}

function sampler(model: Model): () => number {
  let token = 0;
  model.beginSampling(1);
  return () => {
    token = model.sample(token);
    return 1;
  };
}

function stepsOf(engine: Engine, { workload: name, metric, vocab, optimizer }: Task): () => number {
  const workload = workloadOf(name);
  const vocabulary = vocab ?? NaN;
  const sparseEmbedding = optimizer === 'sparse_adam';
  const model = new Model(engine, configOf(workload, vocabulary, { sparseEmbedding }));
  if (metric === 'latency_us') return classifier(model, workload, vocabulary);
  if (metric === 'chars_s') return sampler(model);
  return trainer(model, workload, vocabulary);
}

export function engineSlices(engine: Engine): TakeSlice {
  const steps = oncePerTask((task) => stepsOf(engine, task));
  return (task, milliseconds) => timed(milliseconds, steps(task));
}

interface LimitExports {
  _initialize(): void;
  operations(): number;
  multiply_add(turns: number, factor: number, summand: number): number;
}

/** A good deal shorter than a slice, and long beside the call. */
const turns = 1000;

/** @param bytes of limit.c, compiled */
export async function limitSlices(bytes: BufferSource): Promise<TakeSlice> {
  const { instance } = await WebAssembly.instantiate(bytes);
  const limit = instance.exports as unknown as LimitExports;
  limit._initialize();
  const operations = turns * limit.operations();
  // The chains tend to summand / (1 - factor) = 1: no overflow, no subnormal.
  const step = (): number => (limit.multiply_add(turns, 0.999, 0.001) > 0 ? operations : NaN);
  return (_task, milliseconds) => timed(milliseconds, step);
}

/** The first training step of W2. @param load brings the engine; counted apart */
export async function firstStep(load: () => Promise<Engine>): Promise<FirstStep> {
  const workload = workloadOf('W2');
  const vocabulary = 2000;
  const begin = performance.now();
  const engine = await load();
  const loaded = performance.now() - begin;
  const step = trainer(new Model(engine, configOf(workload, vocabulary)), workload, vocabulary);
  const times = Array.from({ length: 200 }, () => timed(0, step).seconds * 1000);
  const settled = times.slice(100).sort((a, b) => a - b)[50];
  return { load: loaded, first: times[0] ?? NaN, settled: settled ?? NaN };
}
