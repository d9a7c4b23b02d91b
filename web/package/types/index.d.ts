/**
 * Recurrent networks that train in Node and in browsers.
 *
 * - Everything computed follows from settings, data and `seed`, to the bit, on every machine.
 * - Every mistake of a caller throws an `RnnError` whose message names the fact and the remedy.
 *   Asynchronous functions reject with it. A run that diverges is a result, not an error.
 * - Losses are cross-entropies in nats. Accuracies and probabilities go from 0 to 1.
 * - A model's memory is reserved when it is made, and is the engine's until `destroy()`.
 */

import type { Model, ModelConfig } from './model.js';

export type * from './model.js';

/** What is wrong, and what to do. */
export class RnnError extends Error {
  constructor(code: RnnErrorCode, message: string);
  readonly name: 'RnnError';
  readonly code: RnnErrorCode;
}

/**
 * `argument`: a value that is not taken; `state`: a model that was destroyed, a `fit` under way;
 * `memory`: more than there is; `network`: rnn.wasm cannot be read; `unsupported`: no WebAssembly
 * with SIMD and exceptions here, or an rnn.wasm of another build; `internal`: our mistake.
 */
export type RnnErrorCode = 'argument' | 'state' | 'memory' | 'network' | 'unsupported' | 'internal';

/** A `Response` of fetch. */
export interface ResponseLike {
  readonly ok: boolean;
  readonly status: number;
  readonly url: string;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The bytes of rnn.wasm, a response that brings them, or their address: a URL, or its text. */
export type EngineSource =
  ArrayBuffer | ArrayBufferView | ResponseLike | { readonly href: string } | string;

/**
 * Starts an engine with memory of its own.
 * @param source without it, rnn.wasm beside this module: read in Node, fetched in a browser.
 * @throws RnnError `network`, `unsupported`; `argument` where the source is no WebAssembly
 */
export function loadEngine(source?: EngineSource | PromiseLike<EngineSource>): Promise<Engine>;

export interface Engine {
  /** Bytes; grows with a new model, never while one trains. */
  readonly memoryBytes: number;
  /** A fresh model, or from the bytes of `Model.save` one whose run goes on to the bit. */
  createModel(source: ModelConfig | Uint8Array): Model;
}

export type Unit = 'word' | 'character';

export interface VocabularyOptions {
  /** Default: `word`. */
  readonly unit?: Unit;
  /**
   * Tokens that are rarer are left out: they are read as the unknown token, and only so does
   * training teach what an unknown token means. Default: 1, none.
   */
  readonly minCount?: number;
  /** Largest `size`, the unknown token included: the most frequent stay. Default: no limit. */
  readonly maxSize?: number;
}

/**
 * The tokens that a model knows, and their ids: 0 is every unknown token, n + 1 is `tokens[n]`.
 *
 * Text is trimmed, lower-cased, composed (NFC), with plain apostrophe and hyphen, œ and æ as two
 * letters. A word is letters and digits, joined by apostrophes or hyphens between them
 * (`o'clock`, `well-known`); all other signs part words and are dropped. What is elided before a
 * vowel in French stands alone (`l'âne` is `l'` and `âne`), and so does English `n't` (`don't` is
 * `do` and `n't`), so that a negation is a token. A character is a code point.
 */
export class Vocabulary {
  /** The tokens of some texts: the most frequent first, then in the order of their code units. */
  static from(texts: Iterable<string>, options?: VocabularyOptions): Vocabulary;
  /** @param tokens each once; `vocabulary.tokens` and `vocabulary.unit` make the same one again. */
  constructor(tokens: readonly string[], unit?: Unit);
  readonly unit: Unit;
  readonly tokens: readonly string[];
  /** `tokens.length + 1`: how many ids there are. */
  readonly size: number;
  /** The words or characters of a text, known or not. */
  split(text: string): string[];
  /** Their ids. */
  encode(text: string): Int32Array;
  /** The tokens of ids; U+FFFD stands for the unknown one. */
  decode(ids: Iterable<number>): string[];
}

export interface LabelledText {
  readonly text: string;
  /** One of the classifier's classes. */
  readonly label: string;
}

/** Settings of a classifier. Those of its model that are not named here default as there. */
export interface ClassifierSettings extends Omit<
  Partial<ModelConfig>,
  'vocabulary' | 'classes' | 'maxBatch' | 'head' | 'carry' | 'truncate'
> {
  readonly vocabulary: Vocabulary;
  /** Two names or more. */
  readonly classes: readonly string[];
  /** Texts a training step. Default: 32. */
  readonly batchSize?: number;
  /** Tokens that are read of a text; the rest is cut off. Default: 64. */
  readonly maxLength?: number;
  /** Default: 32. */
  readonly embedding?: number;
  /** Default: 32; a bag has none. */
  readonly hidden?: number;
  /** Default: 0.005. */
  readonly learningRate?: number;
  /** Default: 1. */
  readonly clipNorm?: number;
  /** What the classes are told from. Default: `last`; a bag: `mean`. */
  readonly head?: 'last' | 'mean';
}

export interface FitOptions {
  /** How often all examples are gone through, each time in a new order. Default: 1. */
  readonly epochs?: number;
  /** Called after every epoch. */
  readonly onEpoch?: (report: EpochReport) => void;
}

export interface Evaluation {
  /** Mean over the examples. */
  readonly loss: number;
  readonly accuracy: number;
  /** Examples counted. */
  readonly count: number;
}

/** Loss and accuracy are those of each batch before it was learned; NaN where none was. */
export interface EpochReport extends Evaluation {
  /** From 1, over all calls of `fit`. */
  readonly epoch: number;
  /** Optimiser steps done. */
  readonly step: number;
  /** Step at which the run diverged, 0 if it did not: a smaller `learningRate` may help. */
  readonly divergedAt: number;
}

export interface Prediction {
  /** The likeliest class. */
  readonly label: string;
  /** Class → probability; their sum is 1. */
  readonly probabilities: Readonly<Record<string, number>>;
  /** Tokens that were read: at least one, as a text without any is read as one unknown token. */
  readonly read: number;
  /** Of these, how many the vocabulary does not hold. */
  readonly unknown: number;
  /** Tokens beyond `maxLength` that were not read. */
  readonly cut: number;
}

/** A vocabulary, a model that tells the classes of texts, and the loop that trains it. */
export class TextClassifier {
  /** A fresh classifier, or from the bytes of `save` one whose run goes on to the bit. */
  constructor(engine: Engine, source: ClassifierSettings | Uint8Array);
  readonly vocabulary: Vocabulary;
  readonly classes: readonly string[];
  /** The network itself, for its tensors, its learning rate, its class weights. */
  readonly model: Model;
  /**
   * Trains, epoch by epoch, and lets a page draw meanwhile. The order of the examples follows
   * from `seed` and the epoch: two calls of one epoch do what one call of two does. Ends early,
   * with a report that says so, when the run diverges.
   */
  fit(examples: readonly LabelledText[], options?: FitOptions): Promise<EpochReport[]>;
  /** Measures; nothing is learned. */
  evaluate(examples: readonly LabelledText[]): Evaluation;
  predict(text: string): Prediction;
  predict(texts: readonly string[]): Prediction[];
  /** Vocabulary, classes, weights and the state of the optimiser. */
  save(): Uint8Array;
  /** Frees the model. */
  destroy(): void;
}
