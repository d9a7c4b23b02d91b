/** A cursor over the points of a curve: where it can stand, how a key moves it. Pure. */

interface At {
  readonly examples: number;
}

/** Every number of examples at which some curve has a point, in order, once each. */
export function stops(...curves: readonly (readonly At[])[]): number[] {
  const all = new Set(curves.flatMap((curve) => curve.map((point) => point.examples)));
  return [...all].sort((one, other) => one - other);
}

/** The stop that is nearest to a place on the axis; null where there is none. */
export function nearest(places: readonly number[], value: number): number | null {
  let best: number | null = null;
  for (const place of places) {
    if (best === null || Math.abs(place - value) < Math.abs(best - value)) best = place;
  }
  return best;
}

const wideStep = 8;

/**
 * Where a key moves the cursor: null takes it away, undefined means that the key is not
 * the cursor's. A cursor that stands nowhere begins at the end, where the news are.
 */
export function moved(
  places: readonly number[],
  current: number | null,
  key: string,
): number | null | undefined {
  if (key === 'Escape') return null;
  const last = places.length - 1;
  if (last < 0) return undefined;
  const found = current === null ? -1 : places.indexOf(current);
  const index = found === -1 ? last : found;
  const goal = {
    ArrowLeft: found === -1 ? last : index - 1,
    ArrowDown: found === -1 ? last : index - 1,
    ArrowRight: index + 1,
    ArrowUp: index + 1,
    PageDown: index - wideStep,
    PageUp: index + wideStep,
    Home: 0,
    End: last,
  }[key];
  return goal === undefined ? undefined : places[Math.min(last, Math.max(0, goal))]!;
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
