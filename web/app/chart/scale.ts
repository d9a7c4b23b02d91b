/**
 * Linear scales and lines of a curve, as d3-scale and d3-shape make them: the first page's chart
 * needs no more of them than this, and would carry twelve kilobytes for it. Pure.
 */

export interface Scale {
  (value: number): number;
  readonly invert: (place: number) => number;
}

type Ends = readonly [number, number];

export function linear([from, to]: Ends, [start, end]: Ends): Scale {
  const place = (value: number): number => start + ((value - from) / (to - from)) * (end - start);
  const invert = (at: number): number => from + ((at - start) / (end - start)) * (to - from);
  return Object.assign(place, { invert });
}

/** 1, 2 or 5 times a power of ten, of which about `count` make up `size`. */
function roundStep(size: number, count: number): number {
  const power = 10 ** Math.floor(Math.log10(size / count));
  const rest = size / count / power;
  const factor =
    rest >= Math.sqrt(50) ? 10 : rest >= Math.sqrt(10) ? 5 : rest >= Math.SQRT2 ? 2 : 1;
  return factor * power;
}

/** The least round number, of about `count` round steps, that is not below a positive one. */
export function roundCeiling(value: number, count: number): number {
  let ceiling = value;
  let step = 0;
  for (let next = roundStep(ceiling, count); next !== step; next = roundStep(ceiling, count)) {
    step = next;
    // Steps below 1 are counted by their inverse, which is a whole number.
    ceiling =
      step < 1
        ? Math.ceil(ceiling * Math.round(1 / step)) / Math.round(1 / step)
        : Math.ceil(ceiling / step) * step;
  }
  return ceiling;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** A line through the points, to a tenth of a unit; a null parts it. */
export function pathThrough(points: readonly ({ x: number; y: number } | null)[]): string {
  let path = '';
  points.forEach((point, index) => {
    if (point === null) return;
    const begins = (points[index - 1] ?? null) === null;
    const alone = begins && (points[index + 1] ?? null) === null;
    path += `${begins ? 'M' : 'L'}${tenth(point.x)},${tenth(point.y)}${alone ? 'Z' : ''}`;
  });
  return path;
}
