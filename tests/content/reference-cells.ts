/** One step of each cell, written a second time and naively, to check the numbers of lessons. */
export type Vector = readonly number[];
export type Matrix = readonly Vector[];

export const product = (matrix: Matrix, vector: Vector): number[] =>
  matrix.map((row) => row.reduce((sum, weight, index) => sum + weight * vector[index]!, 0));

export const add = (...vectors: readonly Vector[]): number[] =>
  vectors[0]!.map((_, index) => vectors.reduce((sum, vector) => sum + vector[index]!, 0));

const times = (one: Vector, other: Vector): number[] =>
  one.map((value, index) => value * other[index]!);
const sigmoid = (vector: Vector): number[] => vector.map((value) => 1 / (1 + Math.exp(-value)));
const tanh = (vector: Vector): number[] => vector.map(Math.tanh);
const block = (vector: Vector, index: number, size: number): Vector =>
  vector.slice(index * size, (index + 1) * size);

export interface ElmanInput {
  readonly W: Matrix;
  readonly H: Matrix;
  readonly b: Vector;
  readonly x: Vector;
  readonly h_prev: Vector;
}

export function elmanStep({ W, H, b, x, h_prev }: ElmanInput) {
  const Wx = product(W, x);
  const Hh = product(H, h_prev);
  const a = add(Wx, Hh, b);
  return { Wx, Hh, a, h: tanh(a) };
}

export interface LstmInput {
  readonly W: Matrix;
  readonly U: Matrix;
  readonly b: Vector;
  readonly x: Vector;
  readonly h_prev: Vector;
  readonly c_prev: Vector;
}

export function lstmStep({ W, U, b, x, h_prev, c_prev }: LstmInput) {
  const size = h_prev.length;
  const a = add(product(W, x), product(U, h_prev), b);
  const i = sigmoid(block(a, 0, size));
  const f = sigmoid(block(a, 1, size));
  const g = tanh(block(a, 2, size));
  const o = sigmoid(block(a, 3, size));
  const c = add(times(f, c_prev), times(i, g));
  return { i, f, g, o, c, h: times(o, tanh(c)) };
}

export interface GruInput {
  readonly W: Matrix;
  readonly U: Matrix;
  readonly b_ih: Vector;
  readonly b_hh: Vector;
  readonly x: Vector;
  readonly h_prev: Vector;
}

export function gruStep({ W, U, b_ih, b_hh, x, h_prev }: GruInput) {
  const size = h_prev.length;
  const fromInput = add(product(W, x), b_ih);
  const fromState = add(product(U, h_prev), b_hh);
  const gate = (index: number) =>
    sigmoid(add(block(fromInput, index, size), block(fromState, index, size)));
  const r = gate(0);
  const z = gate(1);
  const n = tanh(add(block(fromInput, 2, size), times(r, block(fromState, 2, size))));
  const h = add(
    times(
      z.map((value) => 1 - value),
      n,
    ),
    times(z, h_prev),
  );
  return { r, z, n, h };
}

export interface HeadInput {
  readonly V: Matrix;
  readonly d: Vector;
  readonly s: Vector;
  readonly label: number;
}

export function headStep({ V, d, s, label }: HeadInput) {
  const l = add(product(V, s), d);
  const largest = Math.max(...l);
  const powers = l.map((value) => Math.exp(value - largest));
  const total = powers.reduce((sum, value) => sum + value, 0);
  const p = powers.map((value) => value / total);
  return { l, p, loss: -Math.log(p[label]!) };
}
