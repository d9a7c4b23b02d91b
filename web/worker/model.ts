/** One model of the engine: what can be asked of it, in words and plain numbers. */
import type { NamedTensor } from '../shared/protocol';
import { RnnError } from '../shared/rnn-error';
import { configurationText, type ModelConfig } from './model-config';
import type { Engine } from './rnn';

export type { ModelConfig } from './model-config';

/** Result of the last training step or evaluation. */
export interface Report {
  /** Optimiser steps done. */
  readonly step: number;
  /** Weighted mean cross-entropy of the batch, in nats. */
  readonly loss: number;
  /** Rows (steps, where the head answers at each) whose largest output is the label. */
  readonly correct: number;
  /** How many were counted. */
  readonly count: number;
  /** Before clipping; 0 after an evaluation. */
  readonly gradientNorm: number;
  /** Step at which the run diverged, 0 if it did not. */
  readonly divergedAt: number;
  /** After divergence: the weights in force are those after this step. */
  readonly keptStep: number;
  /** Everything evaluated since `beginEvaluation`, as if it were one batch. */
  readonly evaluated: { readonly loss: number; readonly correct: number; readonly count: number };
}

/** How `sample` draws; without either, from the model's own probabilities. */
export interface Sampling {
  /** 0 takes the likeliest token. */
  readonly temperature?: number;
  /** Only among so many likeliest; 0 for all. */
  readonly topK?: number;
}

function isPerStep(
  labels: ArrayLike<number> | readonly ArrayLike<number>[],
): labels is readonly ArrayLike<number>[] {
  return typeof labels[0] === 'object';
}

/** (length, rows) as one run of numbers; rows that end early are filled up. */
function timeMajor(
  rows: readonly ArrayLike<number>[],
  length: number,
  filler: number,
): Int32Array<ArrayBuffer> {
  const count = rows.length;
  const values = new Int32Array(length * count);
  for (let b = 0; b < count; b += 1) {
    const row = rows[b] ?? [];
    for (let t = 0; t < length; t += 1) values[t * count + b] = row[t] ?? filler;
  }
  return values;
}

export class Model {
  readonly #engine: Engine;
  readonly #handle: number;
  readonly parameters: number;

  /**
   * All memory that the model will ever need is reserved here. From the bytes of `save` comes
   * the model whose run goes on to the bit.
   */
  constructor(engine: Engine, source: ModelConfig | Uint8Array) {
    this.#engine = engine;
    this.#handle =
      source instanceof Uint8Array ? engine.load(source) : engine.create(configurationText(source));
    this.parameters = engine.call('rnn_parameter_count', this.#handle);
  }

  save(): Uint8Array {
    return this.#engine.save(this.#handle);
  }

  /** The configuration in force, as the engine names its keys and values. */
  configuration(): ReadonlyMap<string, string> {
    const lines = this.#engine.configuration(this.#handle).trim().split('\n');
    return new Map(lines.map((line) => line.split(' ', 2) as [string, string]));
  }

  /** Frees the model. Any later use throws RnnError `state`. */
  destroy(): void {
    this.#engine.call('rnn_destroy', this.#handle);
  }

  /**
   * Puts a batch in force: one token sequence a row, padded with token 0 to the longest,
   * and where the loss is wanted one label a row, or (a head that labels each step) as many
   * a row as it has tokens, -1 where none counts.
   */
  setBatch(
    sequences: readonly ArrayLike<number>[],
    labels?: ArrayLike<number> | readonly ArrayLike<number>[],
  ): void {
    const rows = sequences.length;
    if (labels !== undefined && labels.length !== rows) {
      throw new RnnError('argument', `${labels.length} labels for ${rows} sequences.`);
    }
    const length = sequences.reduce((longest, { length }) => Math.max(longest, length), 0);
    this.#engine.call('rnn_set_batch', this.#handle, rows, length);
    this.#write('batch.tokens', timeMajor(sequences, length, 0));
    this.#write(
      'batch.lengths',
      sequences.map((sequence) => sequence.length),
    );
    if (labels === undefined) return;
    if (isPerStep(labels)) this.#write('batch.targets', timeMajor(labels, length, -1));
    else this.#write('batch.labels', labels);
  }

  #write(name: string, values: ArrayLike<number>): void {
    this.#engine.writeTensor(this.#handle, name, values);
  }

  /** One optimiser step on the batch in force. A run that diverges says so in the report. */
  trainStep(): Report {
    this.#engine.call('rnn_train_step', this.#handle);
    return this.report();
  }

  /** From here on `evaluate` sums up anew. */
  beginEvaluation(): void {
    this.#engine.call('rnn_begin_evaluation', this.#handle);
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
    const [
      step = 0,
      loss = 0,
      correct = 0,
      gradientNorm = 0,
      divergedAt = 0,
      keptStep = 0,
      count = 0,
      evaluatedLoss = 0,
      evaluatedCorrect = 0,
      evaluatedCount = 0,
    ] = this.#engine.report(this.#handle);
    const evaluated = { loss: evaluatedLoss, correct: evaluatedCorrect, count: evaluatedCount };
    return { step, loss, correct, count, gradientNorm, divergedAt, keptStep, evaluated };
  }

  /** Starts a text: states at zero, the generator at `seed`. */
  beginSampling(seed: number): void {
    this.#engine.call('rnn_begin_sampling', this.#handle, seed);
  }

  /** Feeds a token and returns the one that is drawn to follow it. */
  sample(token: number, { temperature = 1, topK = 0 }: Sampling = {}): number {
    return this.#engine.call('rnn_sample', this.#handle, token, temperature, topK);
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
    this.#write(name, values);
  }
}
