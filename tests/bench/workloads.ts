/** The workloads of workloads.json, which pytorch_bench.py and onnx_models.py read as well. */
import type { ModelConfig } from '../../web/worker/model';
import type { Optimizer, Task } from './slices';
import table from './workloads.json';

export interface Workload {
  readonly cell: 'rnn' | 'lstm' | 'gru';
  readonly embedding: number;
  readonly hidden: number;
  readonly layers: number;
  readonly direction: 'forward' | 'both';
  readonly head: 'last' | 'next';
  readonly classes: number;
  readonly batch: number;
  readonly length: number;
  readonly vocabularies: readonly number[];
  /** What the ratios to the peers, and the share of the machine's limit, have to reach. */
  readonly least: {
    readonly adam: number;
    readonly sparse_adam?: number;
    readonly tfjs: number;
    readonly limit: number;
  };
}

export const workloads = table.workloads as Readonly<Record<string, Workload>>;

/** Batches made beforehand, so that no slice measures the making of random numbers. */
export const batches = table.batches;

/** What inference has to reach beside onnxruntime-web: W2 in time, W4 in characters. */
export const inference = { mostLatency: 0.9, leastCharacters: 2 };

export function workloadOf(name: string): Workload {
  const workload = workloads[name];
  if (workload === undefined) throw new Error(`There is no workload ${name}.`);
  return workload;
}

/** Every vocabulary with dense Adam, and large ones with sparse rows as well. */
export function trainingTasks(workload: string): Task[] {
  return workloadOf(workload).vocabularies.flatMap((vocab) => {
    const optimizers: Optimizer[] = vocab >= table.sparseFrom ? ['adam', 'sparse_adam'] : ['adam'];
    return optimizers.map((optimizer) => ({
      workload,
      metric: 'train_seq_s' as const,
      vocab,
      optimizer,
    }));
  });
}

export const inferenceTasks: readonly Task[] = [
  { workload: 'W2', metric: 'latency_us', vocab: 2000, optimizer: null },
  { workload: 'W4', metric: 'chars_s', vocab: 96, optimizer: null },
];

export const limitTask: Task = {
  workload: 'limit',
  metric: 'gflops',
  vocab: null,
  optimizer: null,
};

/** The engine's words for a workload. @param changes what an experiment sets otherwise */
export function configOf(
  workload: Workload,
  vocabulary: number,
  changes: Partial<ModelConfig> = {},
): ModelConfig {
  const { cell, embedding, hidden, layers, direction, head, classes, batch, length } = workload;
  return {
    vocabulary,
    embedding,
    hidden,
    classes,
    maxBatch: batch,
    maxLength: length,
    cell,
    layers,
    direction,
    head,
    seed: 1,
    learningRate: table.learningRate,
    clipNorm: table.clipNorm,
    ...changes,
  };
}

/**
 * Floating-point operations that training on one sequence costs: two for each weight that meets
 * an activation, once forward and twice backward; the embedding's rows are only looked up.
 */
export function trainingOperations(workload: Workload): number {
  const { cell, embedding, hidden, layers, direction, head, classes, length } = workload;
  const gates = { rnn: 1, lstm: 4, gru: 3 }[cell];
  const ways = direction === 'both' ? 2 : 1;
  let weights = 0;
  for (let layer = 0; layer < layers; layer += 1) {
    const inputs = layer === 0 ? embedding : ways * hidden;
    weights += length * ways * gates * hidden * (inputs + hidden);
  }
  weights += (head === 'next' ? length : 1) * ways * hidden * classes;
  return 2 * 3 * weights;
}
