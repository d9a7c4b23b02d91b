/** Checks a number that was computed by hand. Pure. */
import { evaluate, type CellValues } from '../../../shared/equations';
import { parseNumber } from '../../../shared/quiz';
import { halfUnit, lostOnTheWay, rangeOf } from './bounds';
import { slipsOf, type Slip } from './slips';
import { printed, type Task } from './tasks';

export interface Exercise {
  readonly task: Task;
  /** Decimals that are given, and asked for. */
  readonly digits: number;
  readonly operands: CellValues;
  /** What the printed operands give. */
  readonly result: number;
  /** What the engine has. */
  readonly exact: number;
  /** What is accepted: no more than printed numbers leave open. */
  readonly accepted: { readonly low: number; readonly high: number };
}

const fewest = 2;
const most = 4;

/**
 * The task with as few decimals as tell the right answer from the usual mistakes; null where the
 * numbers are not known.
 */
export function exerciseOf(task: Task, values: CellValues): Exercise | null {
  const all = [];
  for (let digits = fewest; digits <= most; digits += 1) {
    const exercise = withDigits(task, values, digits);
    if (exercise === null) return null;
    all.push({ exercise, told: apart(exercise, values) });
  }
  const best = all.at(-1)!.told;
  return all.find(({ told }) => told === best)!.exercise;
}

function withDigits(task: Task, values: CellValues, digits: number): Exercise | null {
  const operands = printed(task, values, digits);
  const exact = values[task.asked];
  if (operands === null || exact === undefined) return null;
  const half = halfUnit(digits);
  const { low, high } = rangeOf(task.term, operands, half);
  const lost = lostOnTheWay(task.term, operands, half) + half;
  return {
    ...{ task, digits, operands, exact },
    result: evaluate(task.term, operands)!,
    accepted: { low: low - lost, high: high + lost },
  };
}

/** A hair, so that a bound that is itself printed with few digits is inside. */
const hair = 1e-9;
const isIn = ({ low, high }: Exercise['accepted'], value: number): boolean =>
  value >= low - hair && value <= high + hair;

/** Mistakes in what an equation says, which its check must not let pass where digits can help. */
const telling: ReadonlySet<Slip['kind']> = new Set([
  ...(['sign', 'lost-sign', 'no-function', 'other-function', 'mirrored'] as const),
  ...(['added', 'undosed', 'no-complement', 'exchanged'] as const),
]);

/** How many of them are told from the right answer. */
function apart({ task, operands, accepted }: Exercise, values: CellValues): number {
  const slips = slipsOf(task, operands, values, fewest);
  return slips.filter(({ slip, value }) => telling.has(slip.kind) && !isIn(accepted, value)).length;
}

export type Verdict =
  | { readonly kind: 'not-a-number' }
  | { readonly kind: 'right' }
  | {
      readonly kind: 'wrong';
      /** From the result of the printed numbers; positive: too large. */
      readonly off: number;
      readonly slip: Slip | null;
    };

/** A comma or a point, any of the signs that stand for minus, spaces: none of it is judged. */
export function readAnswer(typed: string): number | null {
  // In the parser's French a comma is never a thousand, so "0,891" is what it looks like.
  return parseNumber(typed.replace(/[\u2010-\u2015\u2212]/gu, '-'), '', 'fr');
}

export function check(exercise: Exercise, values: CellValues, typed: string): Verdict {
  const answer = readAnswer(typed);
  if (answer === null) return { kind: 'not-a-number' };
  if (isIn(exercise.accepted, answer)) return { kind: 'right' };
  const { task, operands, digits, result, accepted } = exercise;
  const reach = Math.max(halfUnit(digits), (accepted.high - accepted.low) / 2) + hair;
  const near = slipsOf(task, operands, values, digits)
    .map(({ slip, value }) => ({ slip, distance: Math.abs(value - answer) }))
    .filter(({ distance }) => distance <= reach)
    .sort((one, other) => one.distance - other.distance)[0];
  return { kind: 'wrong', off: answer - result, slip: near?.slip ?? null };
}
