/**
 * How many numbers a model learns, from its settings alone; the engine counts the same
 * (tests/wasm/parameters.test.ts). Pure.
 */
import type { Cell, DatasetInfo, RunSettings } from '../../../shared/protocol';
import { runFields } from '../../../shared/settings';

export interface Sizes {
  /** Tokens that have an embedding, the unknown one among them. */
  readonly vocabulary: number;
  readonly classes: number;
}

export const sizesOf = ({ alphabet, classes }: DatasetInfo): Sizes => ({
  vocabulary: (typeof alphabet === 'string' ? [...alphabet].length : alphabet.length) + 1,
  classes: classes.length,
});

/** Vectors of pre-activations that one step computes. */
const gates: Readonly<Record<Exclude<Cell, 'bag'>, number>> = { rnn: 1, gru: 3, lstm: 4 };

type Shape = Pick<RunSettings, 'cell' | 'embedding' | 'hidden' | 'layers' | 'direction'>;

export function parameterCount(shape: Shape, { vocabulary, classes }: Sizes): number {
  const { cell, embedding, hidden, layers, direction } = shape;
  const table = vocabulary * embedding;
  if (cell === 'bag') return table + (embedding + 1) * classes;
  const directions = direction === 'both' ? 2 : 1;
  let recurrent = 0;
  for (let layer = 0; layer < layers; layer += 1) {
    const input = layer === 0 ? embedding : hidden * directions;
    // W, U and two biases for each pre-activation of a unit.
    recurrent += directions * gates[cell] * hidden * (input + hidden + 2);
  }
  return table + recurrent + (hidden * directions + 1) * classes;
}

/** The number of units with which the model comes closest to so many parameters. */
export function fittedHidden(shape: Shape, sizes: Sizes, parameters: number): number {
  const { min, max } = runFields.hidden;
  const off = (hidden: number): number =>
    Math.abs(parameterCount({ ...shape, hidden }, sizes) - parameters);
  let best = min;
  for (let hidden = min + 1; hidden <= max; hidden += 1) {
    if (off(hidden) < off(best)) best = hidden;
  }
  return best;
}

export interface Fit {
  /** Index of the model that the others are fitted to. */
  readonly to: number;
  /** The units of each model; null where it has none, or is the one fitted to. */
  readonly hidden: readonly (number | null)[];
}

/**
 * The model with units that has the fewest parameters stays, as others can always be made as
 * small; null where fewer than two models have units.
 */
export function fit(models: readonly RunSettings[], sizes: Sizes): Fit | null {
  const counts = models.map((model) =>
    model.cell === 'bag' ? Infinity : parameterCount(model, sizes),
  );
  if (counts.filter(Number.isFinite).length < 2) return null;
  const to = counts.indexOf(Math.min(...counts));
  const hidden = models.map((model, index) =>
    index === to || model.cell === 'bag' ? null : fittedHidden(model, sizes, counts[to]!),
  );
  return { to, hidden };
}
