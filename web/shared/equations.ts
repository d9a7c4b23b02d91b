/**
 * The equations of each cell as data, one unit at one step. Formula, line of numbers, drawing and
 * what to ask the engine for are all made from here; the tags are those of src/rnn.
 */
import type { SymbolLetter } from './symbols';

export const cellKinds = ['elman', 'elman-relu', 'lstm', 'gru'] as const;
export type CellKind = (typeof cellKinds)[number];

export type GateLetter = Exclude<SymbolLetter, 'x' | 'h' | 'c'>;
export type State = 'h' | 'c';

/** Weights on a vector for one unit: `Wx_f` is the row of W_f times x, `Uh_f` that of U_f times h. */
export type WeightedName = 'Wx' | 'Hh' | `${'Wx' | 'Uh'}_${GateLetter}`;
export type BiasName = 'b' | `b_${GateLetter}` | `b_${'i' | 'h'}${GateLetter}`;
/** A number of the unit, by the engine's name where it has one; `_prev` is the step before. */
export type QuantityName = GateLetter | State | `${State}_prev` | 'a' | `a_${GateLetter}`;
export type ValueName = QuantityName | WeightedName | BiasName;

/** What a figure knows of a unit at a step: as much as was read. */
export type CellValues = Readonly<Partial<Record<ValueName, number>>>;

export type FunctionName = 'sigmoid' | 'tanh' | 'relu';

export type Term =
  | { readonly kind: 'quantity'; readonly name: QuantityName }
  | {
      readonly kind: 'weighted';
      readonly name: WeightedName;
      readonly matrix: 'W' | 'U' | 'H';
      readonly gate: GateLetter | null;
      readonly vector: 'x' | 'h_prev';
    }
  | { readonly kind: 'bias'; readonly name: BiasName }
  | { readonly kind: 'sum'; readonly terms: readonly Term[] }
  | { readonly kind: 'product'; readonly factors: readonly [Term, Term] }
  | { readonly kind: 'complement'; readonly of: Term }
  | { readonly kind: 'function'; readonly name: FunctionName; readonly of: Term };

export interface Equation {
  readonly tag: string;
  readonly result: QuantityName;
  readonly term: Term;
  /** Where a formula too long for a phone goes on in a second line: behind this bias. */
  readonly breakAfter?: BiasName;
}

const quantity = (name: QuantityName): Term => ({ kind: 'quantity', name });
const bias = (name: BiasName): Term => ({ kind: 'bias', name });
const sum = (...terms: Term[]): Term => ({ kind: 'sum', terms });
const times = (one: Term, other: Term): Term => ({ kind: 'product', factors: [one, other] });
const of = (name: FunctionName, term: Term): Term => ({ kind: 'function', name, of: term });
const fromInput = (gate: GateLetter): Term => {
  return { kind: 'weighted', name: `Wx_${gate}`, matrix: 'W', gate, vector: 'x' };
};
const fromState = (gate: GateLetter): Term => {
  return { kind: 'weighted', name: `Uh_${gate}`, matrix: 'U', gate, vector: 'h_prev' };
};

function elman(nonlinearity: 'tanh' | 'relu'): readonly Equation[] {
  const Wx: Term = { kind: 'weighted', name: 'Wx', matrix: 'W', gate: null, vector: 'x' };
  const Hh: Term = { kind: 'weighted', name: 'Hh', matrix: 'H', gate: null, vector: 'h_prev' };
  return [
    { tag: 'elman.1', result: 'a', term: sum(Wx, Hh, bias('b')) },
    { tag: 'elman.2', result: 'h', term: of(nonlinearity, quantity('a')) },
  ];
}

const lstmGate = (gate: GateLetter, name: FunctionName): Term =>
  of(name, sum(fromInput(gate), fromState(gate), bias(`b_${gate}`)));

const gruGate = (gate: GateLetter): Term =>
  of('sigmoid', sum(fromInput(gate), bias(`b_i${gate}`), fromState(gate), bias(`b_h${gate}`)));

const heard = sum(fromState('n'), bias('b_hn'));
const mixed = (state: Term, candidate: Term): Term =>
  sum(times({ kind: 'complement', of: quantity('z') }, candidate), times(quantity('z'), state));

export const equations: Readonly<Record<CellKind, readonly Equation[]>> = {
  elman: elman('tanh'),
  'elman-relu': elman('relu'),
  lstm: [
    { tag: 'lstm.1', result: 'i', term: lstmGate('i', 'sigmoid') },
    { tag: 'lstm.2', result: 'f', term: lstmGate('f', 'sigmoid') },
    { tag: 'lstm.3', result: 'g', term: lstmGate('g', 'tanh') },
    { tag: 'lstm.4', result: 'o', term: lstmGate('o', 'sigmoid') },
    {
      tag: 'lstm.5',
      result: 'c',
      term: sum(times(quantity('f'), quantity('c_prev')), times(quantity('i'), quantity('g'))),
    },
    { tag: 'lstm.6', result: 'h', term: times(quantity('o'), of('tanh', quantity('c'))) },
  ],
  gru: [
    { tag: 'gru.1', result: 'r', term: gruGate('r') },
    { tag: 'gru.2', result: 'z', term: gruGate('z') },
    {
      tag: 'gru.3',
      result: 'n',
      // PyTorch's variant: r acts on U_n h + b_hn, after the product.
      term: of('tanh', sum(fromInput('n'), bias('b_in'), times(quantity('r'), heard))),
      breakAfter: 'b_in',
    },
    { tag: 'gru.4', result: 'h', term: mixed(quantity('h_prev'), quantity('n')) },
  ],
};

/** Letters with a colour that the cell's formulas and drawing show. */
export const cellSymbols: Readonly<Record<CellKind, readonly SymbolLetter[]>> = {
  elman: ['x', 'h'],
  'elman-relu': ['x', 'h'],
  lstm: ['x', 'h', 'c', 'f', 'i', 'g', 'o'],
  gru: ['x', 'h', 'z', 'r', 'n'],
};

/** The kind that a run's settings describe; null for a bag, which has no cell. */
export function cellKind(settings: {
  readonly cell: string;
  readonly nonlinearity?: string;
}): CellKind | null {
  if (settings.cell === 'lstm' || settings.cell === 'gru') return settings.cell;
  if (settings.cell !== 'rnn') return null;
  return settings.nonlinearity === 'relu' ? 'elman-relu' : 'elman';
}

/** The coloured letter that a quantity belongs to; null for a weighted sum. */
export function symbolOf(name: QuantityName): SymbolLetter | null {
  return name === 'a' || name.startsWith('a_') ? null : (name[0] as SymbolLetter);
}

const functions: Readonly<Record<FunctionName, (a: number) => number>> = {
  sigmoid: (a) => 1 / (1 + Math.exp(-a)),
  tanh: Math.tanh,
  relu: (a) => Math.max(a, 0),
};

/** A function as drawings and lines of numbers print it. */
export const functionText: Readonly<Record<FunctionName, string>> = {
  sigmoid: 'σ',
  tanh: 'tanh',
  relu: 'relu',
};

/** The term's number; null where one that it needs is not known. */
export function evaluate(term: Term, values: CellValues): number | null {
  switch (term.kind) {
    case 'sum':
      return combine(term.terms, values, (one, other) => one + other);
    case 'product':
      return combine(term.factors, values, (one, other) => one * other);
    case 'complement':
      return combine([term.of], values, undefined, (value) => 1 - value);
    case 'function':
      return combine([term.of], values, undefined, functions[term.name]);
    default:
      return values[term.name] ?? null;
  }
}

function combine(
  terms: readonly Term[],
  values: CellValues,
  join: (one: number, other: number) => number = (one) => one,
  then: (value: number) => number = (value) => value,
): number | null {
  const numbers: number[] = [];
  for (const term of terms) {
    const value = evaluate(term, values);
    if (value === null) return null;
    numbers.push(value);
  }
  return then(numbers.reduce(join));
}

/** Every named number of a term, in reading order. */
export function operandsOf(term: Term): readonly Extract<Term, { name: ValueName }>[] {
  switch (term.kind) {
    case 'sum':
      return term.terms.flatMap(operandsOf);
    case 'product':
      return term.factors.flatMap(operandsOf);
    case 'complement':
    case 'function':
      return operandsOf(term.of);
    default:
      return [term];
  }
}
