/** One model of the engine: what can be asked of it, in words and plain numbers. */
import type { Cell, Direction, NamedTensor } from '../shared/protocol';
import { RnnError } from '../shared/rnn-error';
import type { Engine } from './rnn';

/** What `rnn_create` takes; meaning and defaults as in src/wasm/api.h. */
export interface ModelConfig {
  readonly vocabulary: number;
  readonly embedding: number;
  readonly hidden: number;
  readonly classes: number;
  readonly maxBatch: number;
  readonly maxLength: number;
  readonly cell?: Cell;
  readonly direction?: Direction;
  readonly layers?: number;
  readonly seed?: number;
  readonly learningRate?: number;
  readonly clipNorm?: number;
  readonly forgetBias?: number;
}

/** Result of the last training step or evaluation. */
export interface Report {
  /** Optimiser steps done. */
  readonly step: number;
  /** Mean cross-entropy of the batch, in nats. */
  readonly loss: number;
  /** Rows whose largest output is the label. */
  readonly correct: number;
  /** Before clipping; 0 after an evaluation. */
  readonly gradientNorm: number;
  /** Step at which the run diverged, 0 if it did not. */
  readonly divergedAt: number;
  /** After divergence: the weights in force are those after this step. */
  readonly keptStep: number;
}

const engineKey: Readonly<Record<keyof ModelConfig, string>> = {
  vocabulary: 'vocabulary',
  embedding: 'embedding',
  hidden: 'hidden',
  classes: 'classes',
  maxBatch: 'max_batch',
  maxLength: 'max_length',
  cell: 'cell',
  direction: 'direction',
  layers: 'layers',
  seed: 'seed',
  learningRate: 'learning_rate',
  clipNorm: 'clip_norm',
  forgetBias: 'forget_bias',
};

export class Model {
  readonly #engine: Engine;
  readonly #handle: number;
  readonly parameters: number;

  /** All memory that the model will ever need is reserved here. */
  constructor(engine: Engine, config: ModelConfig) {
    const keys = Object.keys(engineKey) as (keyof ModelConfig)[];
    const lines = keys
      .filter((key) => config[key] !== undefined)
      .map((key) => `${engineKey[key]} ${config[key]}\n`);
    this.#engine = engine;
    this.#handle = engine.create(lines.join(''));
    this.parameters = engine.call('rnn_parameter_count', this.#handle);
  }

  /** Frees the model. Any later use throws RnnError `state`. */
  destroy(): void {
    this.#engine.call('rnn_destroy', this.#handle);
  }

  /**
   * Puts a batch in force: one token sequence a row, padded with token 0 to the longest,
   * and one label a row where the loss is wanted.
   */
  setBatch(sequences: readonly ArrayLike<number>[], labels?: ArrayLike<number>): void {
    const rows = sequences.length;
    if (labels !== undefined && labels.length !== rows) {
      throw new RnnError('argument', `${labels.length} labels for ${rows} sequences.`);
    }
    const length = sequences.reduce((longest, { length }) => Math.max(longest, length), 0);
    this.#engine.call('rnn_set_batch', this.#handle, rows, length);

    const tokens = new Int32Array(length * rows);
    const lengths = new Int32Array(rows);
    sequences.forEach((sequence, row) => {
      lengths[row] = sequence.length;
      for (let t = 0; t < sequence.length; t += 1) tokens[t * rows + row] = sequence[t] ?? 0;
    });
    this.#engine.writeTensor(this.#handle, 'batch.tokens', tokens);
    this.#engine.writeTensor(this.#handle, 'batch.lengths', lengths);
    if (labels !== undefined) this.#engine.writeTensor(this.#handle, 'batch.labels', labels);
  }

  /** One optimiser step on the batch in force. A run that diverges says so in the report. */
  trainStep(): Report {
    this.#engine.call('rnn_train_step', this.#handle);
    return this.report();
  }

  /** Measures the batch in force; nothing is trained. */
  evaluate(): Report {
    this.#engine.call('rnn_evaluate', this.#handle);
    return this.report();
  }

  /** Fills `logits` and `probabilities` for the batch in force. */
  forward(): void {
    this.#engine.call('rnn_forward', this.#handle);
  }

  report(): Report {
    const [step = 0, loss = 0, correct = 0, gradientNorm = 0, divergedAt = 0, keptStep = 0] =
      this.#engine.report(this.#handle);
    return { step, loss, correct, gradientNorm, divergedAt, keptStep };
  }

  setLearningRate(learningRate: number): void {
    this.#engine.call('rnn_set_learning_rate', this.#handle, learningRate);
  }

  tensorNames(): string[] {
    return this.#engine.tensorNames(this.#handle);
  }

  tensor(name: string): NamedTensor {
    return this.#engine.readTensor(this.#handle, name);
  }

  /** Fills a tensor from row-major values: initial states, weights that a lesson sets. */
  setTensor(name: string, values: ArrayLike<number>): void {
    this.#engine.writeTensor(this.#handle, name, values);
  }
}
