/** A unit along all steps of a text, and the way its layer reads. Pure. */
import { cellSymbols, type CellKind } from '../../../shared/equations';
import type { SymbolLetter } from '../../../shared/symbols';

export interface Tensor {
  readonly shape: readonly number[];
  readonly values: ArrayLike<number>;
}

export type StepLetter = Exclude<SymbolLetter, 'x'>;

/** One letter of the unit, a number a step. */
export interface StepRow {
  readonly symbol: StepLetter;
  /** Does it go below zero? A share does not, and fills its height at 1. */
  readonly signed: boolean;
  /** What fills the height. */
  readonly most: number;
  readonly values: readonly number[];
}

/** The letters that a cell has at each step: gates in the order of its drawing, then states. */
export function stepLetters(kind: CellKind): readonly StepLetter[] {
  const letters = cellSymbols[kind].filter((letter) => letter !== 'x');
  const isState = (letter: StepLetter): boolean => letter === 'h' || letter === 'c';
  return [...letters.filter((letter) => !isState(letter)), ...letters.filter(isState).sort()];
}

export const prefixOf = (layer: number, reverse: boolean): string =>
  `layer${layer}.${reverse ? 'reverse.' : ''}`;

/** The last dimension of a tensor of the steps, at one unit. */
export function alongSteps({ shape, values }: Tensor, unit: number): readonly number[] {
  const width = shape.at(-1)!;
  return Array.from({ length: values.length / width }, (_, t) => values[t * width + unit]!);
}

const bounded: ReadonlySet<StepLetter> = new Set(['g', 'n']);
const shares: ReadonlySet<StepLetter> = new Set(['i', 'f', 'o', 'r', 'z']);

export function rowsOf(
  kind: CellKind,
  tensorOf: (letter: StepLetter) => Tensor | undefined,
  unit: number,
): readonly StepRow[] {
  return stepLetters(kind).flatMap((symbol) => {
    const tensor = tensorOf(symbol);
    if (!tensor) return [];
    const values = alongSteps(tensor, unit);
    const fixed =
      shares.has(symbol) || bounded.has(symbol) || (symbol === 'h' && kind !== 'elman-relu');
    const signed = !shares.has(symbol) && kind !== 'elman-relu';
    // A sum has no bound of its own; its height is never less than that of the others.
    const most = fixed ? 1 : Math.max(1, ...values.map(Math.abs));
    return [{ symbol, signed, most, values }];
  });
}

/** The unit whose state moves most along the text, from zero on, in the order of reading. */
export function mostActive(state: Tensor, reverse: boolean): number {
  const units = state.shape.at(-1)!;
  const moves = Array.from({ length: units }, (_, unit) => {
    const values = alongSteps(state, unit);
    let [before, total] = [0, 0];
    for (const value of reverse ? values.toReversed() : values) {
      total += Math.abs(value - before);
      before = value;
    }
    return total;
  });
  return moves.indexOf(Math.max(...moves));
}

/** How many tokens are read before the one at t. */
export const placeInReading = (t: number, steps: number, reverse: boolean): number =>
  reverse ? steps - 1 - t : t;

/** The token of a scene's step, within a text that may have become shorter; null for none. */
export function tokenAt(step: number | null, steps: number, reverse: boolean): number | null {
  if (steps === 0) return null;
  if (step === null) return reverse ? 0 : steps - 1;
  return Math.min(steps, Math.max(1, Math.round(step))) - 1;
}
