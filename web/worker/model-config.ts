/** The settings of a model, and the text of "key value" lines in which the engine reads them. */
import type { Cell, Direction } from '../shared/protocol';
import { RnnError } from '../shared/rnn-error';

/** What `rnn_create` takes; meaning and defaults as in src/wasm/api.h. */
export interface ModelConfig {
  readonly vocabulary: number;
  readonly embedding: number;
  /** A bag of embeddings has none. */
  readonly hidden?: number;
  /** A head of next tokens has as many as the vocabulary. */
  readonly classes?: number;
  readonly maxBatch: number;
  readonly maxLength: number;
  readonly cell?: Cell;
  readonly nonlinearity?: 'tanh' | 'relu';
  readonly direction?: Direction;
  readonly layers?: number;
  readonly head?: 'last' | 'mean' | 'each' | 'next';
  readonly dropoutEmbedding?: number;
  readonly dropoutLayers?: number;
  readonly dropoutOutput?: number;
  readonly carry?: boolean;
  readonly truncate?: number;
  readonly seed?: number;
  readonly optimizer?: 'adam' | 'sgd' | 'rmsprop';
  readonly learningRate?: number;
  readonly momentum?: number;
  readonly sparseEmbedding?: boolean;
  readonly clipNorm?: number;
  readonly recurrentInit?: 'uniform' | 'orthogonal';
  readonly recurrentScale?: number;
  readonly forgetBias?: number;
}

const engineKey: Readonly<Record<keyof ModelConfig, string>> = {
  vocabulary: 'vocabulary',
  embedding: 'embedding',
  hidden: 'hidden',
  classes: 'classes',
  maxBatch: 'max_batch',
  maxLength: 'max_length',
  cell: 'cell',
  nonlinearity: 'nonlinearity',
  direction: 'direction',
  layers: 'layers',
  head: 'head',
  dropoutEmbedding: 'dropout_embedding',
  dropoutLayers: 'dropout_layers',
  dropoutOutput: 'dropout_output',
  carry: 'carry',
  truncate: 'truncate',
  seed: 'seed',
  optimizer: 'optimizer',
  learningRate: 'learning_rate',
  momentum: 'momentum',
  sparseEmbedding: 'sparse_embedding',
  clipNorm: 'clip_norm',
  recurrentInit: 'recurrent_init',
  recurrentScale: 'recurrent_scale',
  forgetBias: 'forget_bias',
};

/** @throws RnnError `argument` for a setting that no model has. */
export function configurationText(config: ModelConfig): string {
  const keys = Object.keys(engineKey) as (keyof ModelConfig)[];
  const foreign = Object.keys(config).find((key) => !Object.hasOwn(engineKey, key));
  if (foreign !== undefined) {
    const known = keys.join(', ');
    throw new RnnError('argument', `A model has no setting '${foreign}'. It has ${known}.`);
  }
  return keys
    .map((key) => [engineKey[key], config[key]] as const)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key} ${typeof value === 'boolean' ? Number(value) : value}\n`)
    .join('');
}
