/** One network: what it is made from, and what can be asked of it. */

export type Cell = 'bag' | 'rnn' | 'lstm' | 'gru';

/** Sizes are whole numbers from 1. */
export interface ModelConfig {
  /** Token ids go from 0 to `vocabulary` − 1. */
  readonly vocabulary: number;
  /** Features of a token. */
  readonly embedding: number;
  /** Units of a layer, for each direction; a bag has none. */
  readonly hidden?: number;
  /** Not for `next`, which has as many as the vocabulary. */
  readonly classes?: number;
  /** Rows of the largest batch. */
  readonly maxBatch: number;
  /** Tokens of the longest row. */
  readonly maxLength: number;
  /** Default: `lstm`. A bag is the mean of the embedded tokens. */
  readonly cell?: Cell;
  /** Of the rnn. Default: `tanh`. */
  readonly nonlinearity?: 'tanh' | 'relu';
  /** Default: `forward`. */
  readonly direction?: 'forward' | 'backward' | 'both';
  /** 1 to 4. Default: 1. */
  readonly layers?: number;
  /**
   * `last`, `mean`: a class a row, from the last states or the mean of all; `each`: a label a
   * step; `next`: the next token at every step. Default: `last`.
   */
  readonly head?: 'last' | 'mean' | 'each' | 'next';
  /** Probabilities of being dropped. Default: 0. */
  readonly dropoutEmbedding?: number;
  readonly dropoutLayers?: number;
  readonly dropoutOutput?: number;
  /** Row b of a training batch goes on from row b of the one before. Default: false. */
  readonly carry?: boolean;
  /** Most steps that a gradient goes back. Default: 0, all. */
  readonly truncate?: number;
  /** 0 to 2³² − 1. Default: 0. */
  readonly seed?: number;
  /** Default: `adam`. */
  readonly optimizer?: 'adam' | 'sgd' | 'rmsprop';
  /** Default: 0.001. */
  readonly learningRate?: number;
  /** Default: 0. */
  readonly momentum?: number;
  /** Adam only for the embedding rows that a batch has. Default: false. */
  readonly sparseEmbedding?: boolean;
  /** Largest norm of the whole gradient. Default: 0, no limit. */
  readonly clipNorm?: number;
  /** Default: `uniform`, as PyTorch draws. */
  readonly recurrentInit?: 'uniform' | 'orthogonal';
  /** Multiplies the first recurrent matrix. Default: 1. */
  readonly recurrentScale?: number;
  /** First forget bias of the LSTM, both biases summed. Default: as PyTorch draws. */
  readonly forgetBias?: number;
}

/** Of the last training step or evaluation. */
export interface Report {
  /** Optimiser steps done. */
  readonly step: number;
  /** Mean over the batch, weighted by `class_weights`. */
  readonly loss: number;
  /** Rows (steps, where the head answers at each) whose likeliest answer is the label. */
  readonly correct: number;
  /** How many were counted. */
  readonly count: number;
  /** Before clipping; 0 after an evaluation. */
  readonly gradientNorm: number;
  /** Step at which the run diverged, 0 if it did not; further steps change nothing. */
  readonly divergedAt: number;
  /** After divergence: the weights in force are those after this step. */
  readonly keptStep: number;
  /** Everything evaluated since `beginEvaluation`, as if it were one batch. */
  readonly evaluated: { readonly loss: number; readonly correct: number; readonly count: number };
}

export interface NamedTensor {
  readonly name: string;
  /** Time first: (steps, rows, features). */
  readonly shape: readonly number[];
  /** A copy, row-major. */
  readonly values: Float32Array;
}

export interface Sampling {
  /** 0 takes the likeliest token. Default: 1, the model's own probabilities. */
  readonly temperature?: number;
  /** Draw only among so many likeliest. Default: 0, all. */
  readonly topK?: number;
}

/** Any use after `destroy` throws RnnError `state`. */
export interface Model {
  /** How many numbers are trained. */
  readonly parameters: number;
  /**
   * Puts a batch in force. A batch that is refused is not in force in part: set another.
   * @param sequences token ids, a row each, 1 to `maxLength` of them; 1 to `maxBatch` rows
   * @param labels a class a row; with head `each` as many a row as it has tokens, -1 where none
   *   counts; with head `next` the token after the row's last, or -1
   */
  setBatch(
    sequences: readonly ArrayLike<number>[],
    labels?: ArrayLike<number> | readonly ArrayLike<number>[],
  ): void;
  /** Forward, backward, clip, update on the batch in force. */
  trainStep(): Report;
  /** Fills the tensors `logits`, `probabilities`, `predictions` for the batch in force. */
  forward(): void;
  /** From here on `evaluate` sums up anew. */
  beginEvaluation(): void;
  /** Measures the batch in force; nothing is learned. */
  evaluate(): Report;
  report(): Report;
  setLearningRate(learningRate: number): void;
  /** Everything that the last pass computed, weights and gradients included. */
  tensorNames(): string[];
  tensor(name: string): NamedTensor;
  /** Fills a tensor: row-major, exactly as many values as it has. */
  setTensor(name: string, values: ArrayLike<number>): void;
  /** Starts a text (head `next`, reading forward): states at zero, the generator at `seed`. */
  beginSampling(seed: number): void;
  /** Feeds a token id and returns the one that is drawn to follow it. */
  sample(token: number, sampling?: Sampling): number;
  /** The configuration in force, also what was left out, in the engine's own words. */
  configuration(): ReadonlyMap<string, string>;
  /** Weights, moments, step: everything that makes the run go on to the bit. */
  save(): Uint8Array;
  /** Frees the model's memory. */
  destroy(): void;
}
