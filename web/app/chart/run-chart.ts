/** The geometry of the two curves of a run, on one axis of examples. Pure. */
import type { LossPoint, ValidationPoint } from '../../shared/protocol';
import { linear, pathThrough, roundCeiling } from './scale';

interface Curve {
  readonly losses: readonly LossPoint[];
  readonly validations: readonly ValidationPoint[];
}

/** A drawing made for one width: nothing in it is scaled by more than a few hundredths. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** Top and bottom of each panel's plot. */
  readonly accuracy: readonly [number, number];
  readonly loss: readonly [number, number];
}

export const wide: Layout = {
  width: 570,
  height: 356,
  left: 34,
  right: 62,
  accuracy: [30, 202],
  loss: [252, 324],
};

export const narrow: Layout = {
  width: 328,
  height: 316,
  left: 32,
  right: 56,
  accuracy: [28, 172],
  loss: [220, 286],
};

/** The axis grows by doubling, so that a curve keeps its shape for a while; `most` ends it. */
export function axisEnd(examples: number, first: number, most: number): number {
  let end = first;
  while (end < examples) end *= 2;
  return Math.max(examples, Math.min(end, most));
}

export interface Mark {
  readonly x: number;
  readonly y: number;
}

export interface Tick {
  readonly at: number;
  readonly value: number;
}

export interface Panel {
  readonly path: string;
  readonly ghost: string;
  readonly dots: readonly Mark[];
  readonly ticks: readonly Tick[];
  /** The last point of the live curve, where its value is written. */
  readonly end: (Mark & { readonly value: number }) | null;
  readonly ghostEnd: Mark | null;
}

export interface RunDrawing {
  readonly layout: Layout;
  readonly x0: number;
  readonly x1: number;
  readonly xTicks: readonly Tick[];
  readonly accuracy: Panel;
  readonly loss: Panel;
  /** Height of the largest class in the accuracy panel. */
  readonly largestClass: number;
  readonly toX: (examples: number) => number;
  readonly toExamples: (x: number) => number;
}

/** From the tenth below everything drawn up to 1. */
export function accuracyFloor(values: readonly number[]): number {
  return Math.floor(10 * Math.min(0.5, ...values) + 1e-9) / 10;
}

/** From 0 to a little over everything drawn; 0.8 holds ln 2, where two classes begin. */
export function lossCeiling(values: readonly number[]): number {
  const finite = values.filter(Number.isFinite);
  const top = Math.max(0, ...finite);
  return top <= 0.8 ? 0.8 : roundCeiling(top, 3);
}

export function drawRun(
  live: Curve,
  ghost: Curve | null,
  largestClass: number,
  end: number,
  layout: Layout,
): RunDrawing {
  const x0 = layout.left;
  const x1 = layout.width - layout.right;
  const x = linear([0, end], [x0, x1]);

  const accuracies = [...live.validations, ...(ghost?.validations ?? [])].map((p) => p.accuracy);
  const floor = accuracyFloor([...accuracies, largestClass]);
  const y = linear([floor, 1], [layout.accuracy[1], layout.accuracy[0]]);

  const losses = [...live.losses, ...(ghost?.losses ?? [])].map((p) => p.loss);
  const ceiling = lossCeiling(losses);
  const z = linear([0, ceiling], [layout.loss[1], layout.loss[0]]);

  const panel = <Point extends { readonly examples: number }>(
    points: readonly Point[],
    ghostPoints: readonly Point[],
    valueOf: (point: Point) => number,
    toY: (value: number) => number,
    ticks: readonly number[],
  ): Panel => {
    const mark = (point: Point): Mark => ({ x: x(point.examples), y: toY(valueOf(point)) });
    const path = (all: readonly Point[]): string =>
      pathThrough(all.map((point) => (Number.isFinite(valueOf(point)) ? mark(point) : null)));
    const last = points.at(-1);
    const ghostLast = ghostPoints.at(-1);
    return {
      path: path(points),
      ghost: path(ghostPoints),
      dots: points.map(mark),
      ticks: ticks.map((value) => ({ at: toY(value), value })),
      end: last ? { ...mark(last), value: valueOf(last) } : null,
      ghostEnd: ghostLast ? mark(ghostLast) : null,
    };
  };

  return {
    layout,
    x0,
    x1,
    // On a phone the number in the middle would run into the one at the end.
    xTicks: (layout.width < 400 ? [0, end] : [0, end / 2, end]).map((value) => ({
      at: x(value),
      value,
    })),
    accuracy: panel(
      live.validations,
      ghost?.validations ?? [],
      (point) => point.accuracy,
      y,
      floor === 0.5 ? [0.5, 0.75, 1] : [floor, 1],
    ),
    loss: panel(live.losses, ghost?.losses ?? [], (point) => point.loss, z, [0, ceiling]),
    largestClass: y(largestClass),
    toX: x,
    toExamples: x.invert,
  };
}
