/** Puts clamps into a model for as long as a reading takes, and takes them out again. */
import {
  heldGates,
  mostClamps,
  type Clamp,
  type ClampedLook,
  type ClampReading,
} from '../shared/clamped-look';
import type { Cell } from '../shared/protocol';
import { RnnError } from '../shared/rnn-error';
import type { Model } from './model';
import { answers, readable } from './reading';
import type { Run } from './run';

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
function underClamps<Result>(
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

/** A text read freely, and once more with gates held, by the weights as they are now. */
export function clampedLook(
  run: Run,
  text: string,
  names: readonly string[],
  clamps: readonly Clamp[],
): ClampedLook {
  const { dataset } = run;
  const { characters, tokens, known, cut } = readable(dataset, text);
  const place = dataset.answerPlace(text, tokens);
  const { cell } = run.opened.settings;
  return run.lend((model) => {
    const read = (): ClampReading | null => {
      if (tokens.length === 0) return null;
      const probabilities = answers(model, dataset, tokens);
      model.setBatch([tokens]);
      model.forward();
      return { tensors: names.map((name) => model.tensor(name)), probabilities };
    };
    const held = clamps.length > 0 ? underClamps(model, cell, clamps, read) : null;
    const step = run.weightsStep;
    return { tokens: characters, known, cut, place, step, free: read(), held };
  });
}
