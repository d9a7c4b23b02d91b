/** In which order the units stand. Pure. */
import type { Activations } from './activations';
import { averageLinkage, groupsOf, unitDistances } from './clustering';
import { ordered } from './leaf-order';

/** Units of a group correlate by so much on average, or more. */
export const groupCorrelation = 0.5;

export interface RowOrder {
  /** The unit of each row. */
  readonly units: readonly number[];
  /** Rows before which a group begins, the first left out; empty where there are no groups. */
  readonly seams: readonly number[];
  readonly groups: number;
}

const plain = (units: readonly number[]): RowOrder => ({ units, seams: [], groups: 0 });

const numbers = (count: number): number[] => Array.from({ length: count }, (_, unit) => unit);

export const byNumber = (count: number): RowOrder => plain(numbers(count));

/** Largest first; equals by their number. */
export const byScore = (scores: readonly number[]): RowOrder =>
  plain(numbers(scores.length).sort((a, b) => scores[b]! - scores[a]! || a - b));

export const byValue = (map: Activations, step: number): RowOrder =>
  byScore(numbers(map.units).map((unit) => map.at(unit, step)));

export function byLikeness(map: Activations): RowOrder {
  const distances = unitDistances(map);
  const tree = averageLinkage(distances);
  if (!tree) return plain([]);
  const groups = groupsOf(ordered(tree, distances), 1 - groupCorrelation);
  const seams: number[] = [];
  let row = 0;
  for (const group of groups.slice(0, -1)) seams.push((row += group.length));
  return { units: groups.flat(), seams, groups: groups.length };
}
