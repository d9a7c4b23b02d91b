/** A cursor over the points of a curve: where it can stand, what was known there. Pure. */
export { moved, nearest } from '../figure/cursor';

import type { LossPoint, ValidationPoint } from '../../shared/protocol';

interface At {
  readonly examples: number;
}

/** Every number of examples at which some curve has a point, in order, once each. */
export function stops(...curves: readonly (readonly At[])[]): number[] {
  const all = new Set(curves.flatMap((curve) => curve.map((point) => point.examples)));
  return [...all].sort((one, other) => one - other);
}

/** The last point at or before the cursor: what was known there. */
export function pointAt<Point extends At>(points: readonly Point[], cursor: number): Point | null {
  let found: Point | null = null;
  for (const point of points) {
    if (point.examples > cursor) break;
    found = point;
  }
  return found;
}

export interface CurveRow {
  readonly examples: number;
  readonly accuracy: number | undefined;
  readonly loss: number | undefined;
}

/** The numbers of a curve, a row for each place where one of them has a point. */
export function curveRows(curve: {
  readonly losses: readonly LossPoint[];
  readonly validations: readonly ValidationPoint[];
}): CurveRow[] {
  const losses = new Map(curve.losses.map(({ examples, loss }) => [examples, loss]));
  const accuracies = new Map(
    curve.validations.map(({ examples, accuracy }) => [examples, accuracy]),
  );
  return stops(curve.losses, curve.validations).map((examples) => ({
    examples,
    accuracy: accuracies.get(examples),
    loss: losses.get(examples),
  }));
}
