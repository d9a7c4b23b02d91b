/** Puts clamps into a model for as long as a reading takes, and takes them out again. */
import { heldGates, mostClamps, type Clamp } from '../shared/clamped-look';
import type { Cell } from '../shared/protocol';
import { RnnError } from '../shared/rnn-error';
import type { Model } from './model';

/** Columns of clamp.where; src/wasm/api.h names them. */
const columns = 8;

function gateOf(cell: Cell, gate: string): number {
  const gates: readonly string[] = heldGates[cell];
  const index = gates.indexOf(gate);
  if (index >= 0) return index;
  const has = gates.length > 0 ? `it has ${gates.join(', ')}` : 'it has no gate';
  throw new RnnError('argument', `gate is "${gate}", but the cell is ${cell}: ${has}.`);
}

/** What `pass` returns, under these clamps; they leave the model with it, whatever happens. */
export function underClamps<Result>(
  model: Model,
  cell: Cell,
  clamps: readonly Clamp[],
  pass: () => Result,
): Result {
  const where = new Int32Array(mostClamps * columns);
  const values = new Float32Array(mostClamps);
  clamps.forEach(({ layer, reverse, gate, units, steps, value }, line) => {
    const way = reverse ? 1 : 0;
    const rectangle = [units.from, units.end, steps.from, steps.end];
    where.set([1, layer, way, gateOf(cell, gate), ...rectangle], line * columns);
    values[line] = value;
  });
  try {
    model.setTensor('clamp.where', where);
    model.setTensor('clamp.value', values);
    return pass();
  } finally {
    model.setTensor('clamp.where', new Int32Array(mostClamps * columns));
    model.setTensor('clamp.value', new Float32Array(mostClamps));
  }
}
