/** How far a result may lie when it is computed by hand from printed, so rounded, numbers. */
import { evaluate, operandsOf, type CellValues, type Term } from '../../../shared/equations';

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Half a unit of the last digit that is printed. */
export const halfUnit = (digits: number): number => 0.5 * 10 ** -digits;

/**
 * Least and largest value of the term when each operand lies within half a unit of its printed
 * number. Held at the others, each operand moves a cell's term one way only (it is a factor, a
 * summand, or within a function that rises): so both stand at corners of the box of operands,
 * also where an operand occurs twice.
 */
export function rangeOf(term: Term, printed: CellValues, half: number): Range {
  const names = [...new Set(operandsOf(term).map(({ name }) => name))];
  const corners = Array.from({ length: 2 ** names.length }, (_, corner) => {
    const moved = names.map((name, index) => {
      const side = (corner >> index) & 1 ? half : -half;
      return [name, printed[name]! + side] as const;
    });
    return evaluate(term, Object.fromEntries(moved))!;
  });
  return { low: Math.min(...corners), high: Math.max(...corners) };
}

/**
 * What may be lost besides when every product and function on the way is written down with as
 * many digits, before it is used; the last result is not counted.
 */
export function lostOnTheWay(term: Term, printed: CellValues, half: number): number {
  return Math.max(0, lost(term, printed, half) - (roundsItself(term) ? half : 0));
}

const roundsItself = ({ kind }: Term): boolean => kind === 'product' || kind === 'function';

function lost(term: Term, printed: CellValues, half: number): number {
  const inner = (one: Term): number => lost(one, printed, half);
  switch (term.kind) {
    case 'sum':
      return term.terms.reduce((total, one) => total + inner(one), 0);
    case 'complement':
      return inner(term.of);
    case 'product': {
      const [one, other] = term.factors;
      const [a, b] = [largest(one, printed, half), largest(other, printed, half)];
      return inner(one) * b + inner(other) * a + inner(one) * inner(other) + half;
    }
    case 'function':
      // No function of a cell is steeper than tanh and relu, whose slope is 1 at most.
      return inner(term.of) * (term.name === 'sigmoid' ? 0.25 : 1) + half;
    default:
      return 0;
  }
}

function largest(term: Term, printed: CellValues, half: number): number {
  const { low, high } = rangeOf(term, printed, half);
  return Math.max(Math.abs(low), Math.abs(high));
}
