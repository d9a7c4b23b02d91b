/** What is trained: the classifiers of the notebooks, and the batches of a seed. */
import { Random, shuffle } from '../../web/worker/random';

export interface Recipe {
  /** For the command line and the table. */
  readonly name: string;
  readonly cell: 'bag' | 'rnn' | 'lstm' | 'gru';
  readonly direction: 'forward' | 'both';
  readonly layers: number;
  readonly embedding: number;
  /** A bag has no state and does not read it. */
  readonly hidden: number;
  /** Every row is filled up to the longest with the padding token, which is read like a word. */
  readonly padded: boolean;
  readonly learningRate: number;
  /** Of embeddings and of the summary, in the runs that compare accuracies. */
  readonly dropout: number;
  /** Between layers. */
  readonly dropoutLayers: number;
}

export const batchSize = 16;
export const clipNorm = 1;

const recurrent: Omit<Recipe, 'name' | 'cell'> = {
  direction: 'forward',
  layers: 1,
  embedding: 64,
  hidden: 32,
  padded: false,
  learningRate: 0.002,
  dropout: 0.3,
  dropoutLayers: 0,
};

/** The six that are compared with PyTorch's. */
export const recipes: readonly Recipe[] = [
  { ...recurrent, name: 'bag', cell: 'bag', learningRate: 0.01, dropout: 0 },
  { ...recurrent, name: 'rnn', cell: 'rnn' },
  { ...recurrent, name: 'lstm-padded', cell: 'lstm', padded: true },
  { ...recurrent, name: 'lstm', cell: 'lstm' },
  { ...recurrent, name: 'gru', cell: 'gru' },
  { ...recurrent, name: 'bi-lstm', cell: 'lstm', direction: 'both' },
];

/** The run that the second notebook stopped after two thirds of its epoch; sizes as there. */
export const twoLayers: Recipe = {
  ...recurrent,
  name: 'two-layer-bi-lstm',
  cell: 'lstm',
  direction: 'both',
  layers: 2,
  embedding: 128,
  hidden: 64,
  dropoutLayers: 0.3,
};

/** Epochs of batches of row numbers. */
export type Schedule = readonly (readonly (readonly number[])[])[];

/** Every row once an epoch, in an order that follows from seed and epoch; the last batch is short. */
export function schedule(rows: number, seed: number, epochs: number): Schedule {
  return Array.from({ length: epochs }, (_, epoch) => {
    const order = shuffle(
      Array.from({ length: rows }, (_, row) => row),
      new Random(seed, epoch),
    );
    return Array.from({ length: Math.ceil(rows / batchSize) }, (_, batch) =>
      order.slice(batch * batchSize, (batch + 1) * batchSize),
    );
  });
}

/** The first batches of that schedule as one epoch. */
export function firstSteps(rows: number, seed: number, steps: number): Schedule {
  const epochs = Math.ceil((steps * batchSize) / rows);
  return [schedule(rows, seed, epochs).flat().slice(0, steps)];
}
