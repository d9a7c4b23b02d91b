/** The settings of a run as fields of a scene; the data set is the instrument's own affair. */
import { choice, integer, number, optional, type SceneOf } from './schema';

const fields = {
  cell: choice(['bag', 'rnn', 'lstm', 'gru'], 'lstm'),
  nonlinearity: choice(['tanh', 'relu'], 'tanh'),
  direction: choice(['forward', 'backward', 'both'], 'forward'),
  layers: integer(1, 4, 1),
  embedding: integer(1, 64, 16),
  hidden: integer(1, 64, 32),
  summary: choice(['last', 'mean'], 'last'),
  learningRate: number(1e-6, 1e6, 0.003),
  optimizer: choice(['adam', 'sgd', 'rmsprop'], 'adam'),
  batch: integer(1, 256, 32),
  clipNorm: number(0, 1000, 1),
  forgetBias: optional(-10, 10, null),
  truncate: integer(0, 1024, 0),
  recurrentInit: choice(['uniform', 'orthogonal'], 'uniform'),
  recurrentScale: number(0, 100, 1),
  dropout: number(0, 0.9, 0),
  seed: integer(0, 4_294_967_295, 1),
};

export type RunScene = SceneOf<typeof fields>;

/** Every setting that decides a run, with other defaults where an instrument has them. */
export function runSchema(defaults: Partial<RunScene> = {}): typeof fields {
  const entries = Object.entries(fields).map(([key, field]) => {
    const own = defaults[key as keyof typeof fields];
    return [key, own === undefined ? field : { ...field, default: own }];
  });
  return Object.fromEntries(entries) as typeof fields;
}
