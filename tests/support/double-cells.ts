/**
 * The cells once more, in double precision and without any backward: what their gradients are
 * held against, by central differences. The weights are those of a model.
 */
import type { NamedTensor } from '../../web/shared/protocol';

export interface State {
  readonly h: readonly number[];
  readonly c: readonly number[];
}

type Tensor = (name: string) => NamedTensor;
type Vector = readonly number[];
/** One block of a stacked matrix: rows of the block, and their bias. */
type Block = (x: Vector) => number[];

const sigmoid = (a: number): number => 1 / (1 + Math.exp(-a));

function block(tensor: Tensor, side: 'ih' | 'hh', index: number, units: number): Block {
  const weight = tensor(`rnn.weight_${side}_l0`).values;
  const bias = tensor(`rnn.bias_${side}_l0`).values;
  return (x) =>
    Array.from({ length: units }, (_, unit) => {
      const row = index * units + unit;
      return x.reduce((sum, value, k) => sum + value * weight[row * x.length + k]!, bias[row]!);
    });
}

const plus = (one: Vector, other: Vector): number[] => one.map((value, k) => value + other[k]!);

export class DoubleModel {
  readonly units: number;
  readonly #step: (x: Vector, before: State) => State;
  readonly #embedding: NamedTensor;
  readonly #head: { readonly weight: Float32Array; readonly bias: Float32Array };

  constructor(
    tensor: Tensor,
    cell: 'rnn' | 'lstm' | 'gru',
    nonlinearity: 'tanh' | 'relu' = 'tanh',
  ) {
    const units = tensor('rnn.weight_hh_l0').shape[1]!;
    this.units = units;
    this.#embedding = tensor('embedding.weight');
    this.#head = { weight: tensor('head.weight').values, bias: tensor('head.bias').values };
    const blocks = (side: 'ih' | 'hh'): readonly Block[] =>
      Array.from({ length: 4 }, (_, index) => block(tensor, side, index, units));
    const [W, U] = [blocks('ih'), blocks('hh')];
    const a = (k: number, x: Vector, h: Vector): number[] => plus(W[k]!(x), U[k]!(h));
    const act = nonlinearity === 'relu' ? (value: number) => Math.max(0, value) : Math.tanh;
    this.#step = {
      rnn: (x: Vector, { h }: State): State => ({ h: a(0, x, h).map(act), c: [] }),
      lstm: (x: Vector, { h, c }: State): State => {
        const [i, f, g, o] = [0, 1, 2, 3].map((k) =>
          a(k, x, h).map(k === 2 ? Math.tanh : sigmoid),
        ) as [number[], number[], number[], number[]];
        const now = c.map((kept, n) => f[n]! * kept + i[n]! * g[n]!);
        return { c: now, h: now.map((value, n) => o[n]! * Math.tanh(value)) };
      },
      gru: (x: Vector, { h }: State): State => {
        const [r, z] = [0, 1].map((k) => a(k, x, h).map(sigmoid)) as [number[], number[]];
        const recurrent = U[2]!(h);
        const n = W[2]!(x).map((value, k) => Math.tanh(value + r[k]! * recurrent[k]!));
        return { c: [], h: n.map((value, k) => (1 - z[k]!) * value + z[k]! * h[k]!) };
      },
    }[cell];
  }

  embedded(tokens: ArrayLike<number>): Vector[] {
    const width = this.#embedding.shape[1]!;
    return Array.from(tokens, (token) => [
      ...this.#embedding.values.subarray(token * width, (token + 1) * width),
    ]);
  }

  /** The states after each step, from zero. */
  states(inputs: readonly Vector[]): State[] {
    let state: State = { h: Array(this.units).fill(0), c: Array(this.units).fill(0) };
    return inputs.map((x) => (state = this.#step(x, state)));
  }

  /** The scores of the classes, once the rest is read from this state on. */
  scores(from: State, rest: readonly Vector[]): number[] {
    const { h } = rest.reduce<State>((state, x) => this.#step(x, state), from);
    const { weight, bias } = this.#head;
    return Array.from(bias, (own, k) =>
      h.reduce((sum, value, n) => sum + value * weight[k * h.length + n]!, own),
    );
  }

  loss(from: State, rest: readonly Vector[], label: number): number {
    const scores = this.scores(from, rest);
    const most = Math.max(...scores);
    const sum = scores.reduce((all, score) => all + Math.exp(score - most), 0);
    return most + Math.log(sum) - scores[label]!;
  }
}

/** The norm of the gradient of a function of several numbers, by central differences. */
export function gradientNorm(at: Vector, value: (moved: Vector) => number, h = 1e-5): number {
  const slopes = at.map((centre, k) => {
    const moved = (to: number): number => value(at.map((own, n) => (n === k ? to : own)));
    return (moved(centre + h) - moved(centre - h)) / (2 * h);
  });
  return Math.hypot(...slopes);
}
