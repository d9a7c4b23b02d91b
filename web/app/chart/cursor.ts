/** A cursor over the points of a curve: where it can stand, what was known there. Pure. */
export { moved, nearest } from '../figure/cursor';

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
