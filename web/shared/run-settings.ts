/** What decides a run. Limits and defaults stand in settings.ts. */

export const recurrentCells = ['rnn', 'lstm', 'gru'] as const;
/** A bag has no state: it is the mean of the embedded tokens, whatever their order. */
export const cells = ['bag', ...recurrentCells] as const;
export type Cell = (typeof cells)[number];

export const nonlinearities = ['tanh', 'relu'] as const;
export type Nonlinearity = (typeof nonlinearities)[number];

export const directions = ['forward', 'backward', 'both'] as const;
export type Direction = (typeof directions)[number];

export const summaries = ['last', 'mean'] as const;
export type Summary = (typeof summaries)[number];

export const optimizers = ['adam', 'sgd', 'rmsprop'] as const;
export type Optimizer = (typeof optimizers)[number];

export const recurrentInits = ['uniform', 'orthogonal'] as const;
export type RecurrentInit = (typeof recurrentInits)[number];

/**
 * Everything that decides a run, to the last bit. What a cell does not have (`applies` in
 * settings.ts) decides nothing.
 */
export interface RunSettings {
  readonly dataset: string;
  readonly cell: Cell;
  /** Of the rnn. */
  readonly nonlinearity: Nonlinearity;
  readonly direction: Direction;
  readonly layers: number;
  /** Features of a token. */
  readonly embedding: number;
  /** Units of the hidden state, for each layer and direction. */
  readonly hidden: number;
  /** What the head reads: the last states, or the mean over all steps (a bag's only way). */
  readonly summary: Summary;
  readonly learningRate: number;
  readonly optimizer: Optimizer;
  /** Examples of one optimiser step. */
  readonly batch: number;
  /** Largest norm of the whole gradient; 0: no clipping. */
  readonly clipNorm: number;
  /** Of the lstm: the sum of both biases of the forget gate; null: as PyTorch draws them. */
  readonly forgetBias: number | null;
  /** Most steps that a gradient goes back; 0: all. */
  readonly truncate: number;
  readonly recurrentInit: RecurrentInit;
  /** Multiplies the recurrent matrix at its start. */
  readonly recurrentScale: number;
  /** Probability that a feature is dropped: of the tokens, between layers, of the summary. */
  readonly dropout: number;
  /** Unsigned, 32 bits: weights and the order of the examples follow from it. */
  readonly seed: number;
}
