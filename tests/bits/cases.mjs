/**
 * The runs whose bits are compared: every cell with every head, two layers and both directions
 * where the cell has them, dropout on all sides. What else the engine has takes turns among them.
 */

/** @typedef {{ name: string, config: Record<string, string | number>, clamp?: boolean,
 *   samples?: boolean }} Case */

const cells = [
  { name: 'bag', config: { cell: 'bag' } },
  { name: 'rnn', config: { cell: 'rnn' } },
  { name: 'relu', config: { cell: 'rnn', nonlinearity: 'relu', recurrent_init: 'orthogonal' } },
  { name: 'lstm', config: { cell: 'lstm', forget_bias: 1.5 } },
  { name: 'gru', config: { cell: 'gru', recurrent_scale: 0.9 } },
];
const heads = ['last', 'mean', 'each', 'next'];
const optimizers = [
  { optimizer: 'adam', learning_rate: 0.01 },
  { optimizer: 'sgd', momentum: 0.9, learning_rate: 0.05 },
  { optimizer: 'adam', sparse_embedding: 1, learning_rate: 0.01 },
  { optimizer: 'rmsprop', momentum: 0.5, learning_rate: 0.002 },
];

/** Odd on purpose: no size fills the four lanes of a register. */
const sizes = { vocabulary: 11, embedding: 5, max_batch: 5, max_length: 5, seed: 12345 };
const dropout = { dropout_embedding: 0.15, dropout_output: 0.2 };
const recurrent = { hidden: 7, layers: 2, dropout_layers: 0.25 };

/** @param {string} head */
const classes = (head) => (head === 'next' ? {} : { classes: 3 });

/** @returns {Case[]} */
function everyCellWithEveryHead() {
  return cells.flatMap(({ name, config }, row) =>
    heads
      .filter((head) => name !== 'bag' || head !== 'last')
      .map((head, column) => ({
        name: `${name} ${head}`,
        config: {
          ...{ ...sizes, ...dropout, ...config, head, ...classes(head), clip_norm: 1 },
          ...(name === 'bag' ? {} : { ...recurrent, direction: 'both' }),
          ...optimizers[(row + column) % optimizers.length],
        },
      })),
  );
}

/** @returns {Case[]} */
function theRest() {
  const forward = { ...sizes, ...dropout, ...recurrent, head: 'next', clip_norm: 1 };
  const adam = { optimizer: 'adam', learning_rate: 0.01 };
  return [
    { name: 'carry', config: { ...forward, ...adam, cell: 'lstm', carry: 1 }, samples: true },
    {
      name: 'truncate',
      config: { ...forward, ...adam, cell: 'gru', carry: 1, truncate: 3 },
      samples: true,
    },
    {
      name: 'clamp',
      config: { ...sizes, ...recurrent, ...adam, cell: 'lstm', direction: 'both', classes: 3 },
      clamp: true,
    },
    {
      name: 'diverging',
      config: {
        ...{ ...sizes, ...recurrent, cell: 'rnn', nonlinearity: 'relu', classes: 3 },
        ...{ optimizer: 'sgd', learning_rate: 3, recurrent_scale: 3 },
      },
    },
  ];
}

export const steps = 200;
export const cases = [...everyCellWithEveryHead(), ...theRest()];
