/** Which tensors of the engine hold the numbers of a cell's equations, and how to read a unit. */
import {
  equations,
  operandsOf,
  type CellKind,
  type CellValues,
  type GateLetter,
  type ValueName,
} from './equations';

/** The engine's order of gates in `weight_ih`, `weight_hh` and the biases. */
const blocks: Readonly<Record<CellKind, readonly GateLetter[]>> = {
  elman: [],
  'elman-relu': [],
  lstm: ['i', 'f', 'g', 'o'],
  gru: ['r', 'z', 'n'],
};

export interface Place {
  readonly layer: number;
  readonly reverse: boolean;
}

/** Where a number stands: in a tensor of the steps, at t or the step read before, or in weights. */
export type Source =
  | { readonly kind: 'step'; readonly tensor: string; readonly before: boolean }
  | {
      readonly kind: 'weighted';
      readonly matrix: string;
      readonly vector: string;
      readonly before: boolean;
      readonly block: number;
    }
  | { readonly kind: 'bias'; readonly tensors: readonly string[]; readonly block: number };

/** Where the engine holds a number of the cell's equations. */
export function sourceOf(kind: CellKind, name: ValueName, { layer, reverse }: Place): Source {
  const prefix = `layer${layer}.${reverse ? 'reverse.' : ''}`;
  const suffix = `_l${layer}${reverse ? '_reverse' : ''}`;
  const block = Math.max(0, blocks[kind].indexOf(name.at(-1) as GateLetter));
  if (name.startsWith('Wx')) {
    const matrix = `rnn.weight_ih${suffix}`;
    return { kind: 'weighted', matrix, vector: `layer${layer}.x`, before: false, block };
  }
  if (name.startsWith('Uh') || name === 'Hh') {
    const matrix = `rnn.weight_hh${suffix}`;
    return { kind: 'weighted', matrix, vector: `${prefix}h`, before: true, block };
  }
  if (name.startsWith('b')) {
    const sides = /^b_([ih])[a-z]$/.exec(name)?.[1] ?? 'ih';
    const tensors = [...sides].map((side) => `rnn.bias_${side}h${suffix}`);
    return { kind: 'bias', tensors, block };
  }
  const before = name.endsWith('_prev');
  return { kind: 'step', tensor: prefix + name.replace('_prev', ''), before };
}

const valueNames = (kind: CellKind): readonly ValueName[] => [
  ...new Set<ValueName>([
    ...equations[kind].flatMap(({ result, term }) => [
      result,
      ...operandsOf(term).map((operand) => operand.name),
    ]),
    ...blocks[kind].map((gate) => `a_${gate}` as const),
    // Whole, where the equations have it within a weighted sum alone.
    'h_prev',
  ]),
];

/** Names of the tensors that `readUnit` reads: those of the steps, and the weights. */
export function tensorsOf(
  kind: CellKind,
  place: Place,
): { readonly steps: readonly string[]; readonly weights: readonly string[] } {
  const sources = valueNames(kind).map((name) => sourceOf(kind, name, place));
  const steps = sources.flatMap((source) => {
    if (source.kind === 'step') return [source.tensor];
    return source.kind === 'weighted' ? [source.vector] : [];
  });
  const weights = sources.flatMap((source) => {
    if (source.kind === 'weighted') return [source.matrix];
    return source.kind === 'bias' ? source.tensors : [];
  });
  return { steps: [...new Set(steps)], weights: [...new Set(weights)] };
}

interface Tensor {
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
}

export interface UnitPlace extends Place {
  /** Step of the text, from 0, however it is read. */
  readonly t: number;
  readonly unit: number;
  /** Units of the layer, for each direction. */
  readonly hidden: number;
}

/**
 * The numbers of one unit at one step, out of tensors by name (one row, as `look` gives them);
 * what was not read is left out. Before the first step the state is zero.
 */
export function readUnit(
  kind: CellKind,
  tensorNamed: (name: string) => Tensor | undefined,
  place: UnitPlace,
): CellValues {
  const values: Partial<Record<ValueName, number>> = {};
  for (const name of valueNames(kind)) {
    const value = numberAt(sourceOf(kind, name, place), tensorNamed, place);
    if (value !== null) values[name] = value;
  }
  return values;
}

function numberAt(
  source: Source,
  tensorNamed: (name: string) => Tensor | undefined,
  { t, unit, hidden, reverse }: UnitPlace,
): number | null {
  const stepBefore = reverse ? t + 1 : t - 1;
  if (source.kind === 'step') {
    const row = rowAt(tensorNamed(source.tensor), source.before ? stepBefore : t);
    return row === null ? null : (row[unit] ?? 0);
  }
  const line = source.block * hidden + unit;
  if (source.kind === 'weighted') {
    const weights = rowAt(tensorNamed(source.matrix), line);
    const vector = rowAt(tensorNamed(source.vector), source.before ? stepBefore : t);
    if (weights === null || vector === null) return null;
    return weights.reduce((total, weight, index) => total + weight * (vector[index] ?? 0), 0);
  }
  const biases = source.tensors.map((name) => tensorNamed(name)?.values[line]);
  if (biases.some((value) => value === undefined)) return null;
  return biases.reduce<number>((total, value) => total + value!, 0);
}

/** One row of the last dimension; outside the steps an empty one, which counts as zeros. */
function rowAt(tensor: Tensor | undefined, index: number): readonly number[] | null {
  if (!tensor) return null;
  const width = tensor.shape.at(-1)!;
  const first = index * width;
  if (index < 0 || first >= tensor.values.length) return [];
  return Array.from({ length: width }, (_, offset) => tensor.values[first + offset]!);
}
