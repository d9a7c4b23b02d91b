/** The geometry of a race: a curve a model over the examples that it has seen. Pure. */
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { axisEnd, lossCeiling, type Mark, type Tick } from '../../chart/run-chart';
import type { Point } from './lanes';
import type { Measure } from './schema';
import { spread } from './spread';

/** A drawing made for one width. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Parts of the axis of examples. */
  readonly parts: number;
}

export const wide: Layout = {
  width: 570,
  height: 344,
  left: 40,
  right: 150,
  top: 34,
  bottom: 50,
  parts: 4,
};

export const narrow: Layout = {
  width: 328,
  height: 300,
  left: 36,
  right: 84,
  top: 34,
  bottom: 50,
  parts: 2,
};

/** Height of a label, with the space that parts it from the next. */
export const labelGap = 16;
/** Labels stand so far right of the plot. */
export const labelInset = 14;

/** One model to draw. */
export interface Runner {
  readonly points: readonly Point[];
  readonly end: 'running' | 'stopped' | 'diverged';
  /** Examples and step at which it diverged. */
  readonly diverged: { readonly examples: number; readonly step: number } | null;
  readonly ghost: readonly Point[];
  /** Is the ghost another model than this one, and so to be named? */
  readonly ghostNamed: boolean;
}

export interface Label {
  /** Which model. */
  readonly index: number;
  readonly kind: 'live' | 'ghost';
  readonly value: number;
  readonly x: number;
  readonly y: number;
  /** From the end of the line to the label. */
  readonly leader: string;
}

export interface Line {
  readonly path: string;
  readonly ghost: string;
  /** Of one that diverged, at the height of its last point. */
  readonly end: (Mark & { readonly kind: Runner['end'] }) | null;
  /** Where its step is written. */
  readonly diverged: (Mark & { readonly anchor: 'start' | 'end'; readonly step: number }) | null;
  /** Where the cursor reads the line. */
  readonly read: Mark | null;
}

export interface RaceDrawing {
  readonly layout: Layout;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly lines: readonly Line[];
  readonly labels: readonly Label[];
  readonly reference: { readonly y: number; readonly labelY: number } | null;
  readonly cursorX: number | null;
  readonly toExamples: (x: number) => number;
}

export interface RaceToDraw {
  readonly measure: Measure;
  readonly runners: readonly Runner[];
  /** The value of who knows nothing; null where it is not known. */
  readonly reference: number | null;
  /** Examples at which the curves are read. */
  readonly cursor: number | null;
  /** No run sees more examples. */
  readonly most: number;
}

/** Where the axis ends first: a bag that learns nothing stops here. */
const first = 8192;

const drawable = (points: readonly Point[]): readonly Point[] =>
  points.filter(({ value }) => Number.isFinite(value));

/** The last point that is not after the cursor. */
function readAt(points: readonly Point[], cursor: number): Point | null {
  return points.findLast(({ examples }) => examples <= cursor) ?? null;
}

export function drawRace(race: RaceToDraw, layout: Layout): RaceDrawing {
  const { measure, runners, reference, cursor } = race;
  const [x0, x1] = [layout.left, layout.width - layout.right];
  const [y0, y1] = [layout.top, layout.height - layout.bottom];
  const all = runners.flatMap(({ points, ghost }) => [...points, ...ghost]);
  const ends = runners.flatMap(({ diverged }) => (diverged ? [diverged] : []));
  const seen = [...all, ...ends].map(({ examples }) => examples);
  const end = axisEnd(Math.max(0, ...seen), first, race.most);
  const ceiling =
    measure === 'accuracy' ? 1 : lossCeiling([...all.map((p) => p.value), reference ?? 0]);
  const x = scaleLinear().domain([0, end]).range([x0, x1]);
  const floor =
    measure === 'accuracy'
      ? floorOf(
          all.map((p) => p.value),
          reference ?? 0.5,
        )
      : 0;
  const y = scaleLinear().domain([floor, ceiling]).range([y1, y0]);
  const mark = (point: Point): Mark => ({ x: x(point.examples), y: y(point.value) });
  const path = line<Point>()
    .x((point) => x(point.examples))
    .y((point) => y(point.value))
    .defined((point) => Number.isFinite(point.value))
    .digits(1);

  const lines = runners.map(({ points, ghost, end: kind, diverged }): Line => {
    const last = drawable(points).at(-1);
    const value = last?.value ?? reference ?? floor;
    const cross = diverged && mark({ examples: diverged.examples, value });
    const read = cursor === null ? null : readAt(drawable(points), cursor);
    return {
      path: path(points) ?? '',
      ghost: path(ghost) ?? '',
      end: cross ? { ...cross, kind } : last ? { ...mark(last), kind } : null,
      diverged: cross && {
        x: cross.x < (x0 + x1) / 2 ? cross.x + 9 : cross.x - 9,
        // One above the other, as models with the same mistake diverge in the same place.
        y: Math.max(y0 + 10, cross.y - 4) - 15 * ends.indexOf(diverged!),
        anchor: cross.x < (x0 + x1) / 2 ? 'start' : 'end',
        step: diverged!.step,
      },
      read: read && mark(read),
    };
  });

  const named = runners.flatMap(({ points, ghost, ghostNamed }, index) => {
    const live = cursor === null ? drawable(points).at(-1) : readAt(drawable(points), cursor);
    const before = ghostNamed && cursor === null ? drawable(ghost).at(-1) : undefined;
    return [
      ...(live ? [{ index, kind: 'live' as const, point: live }] : []),
      ...(before ? [{ index, kind: 'ghost' as const, point: before }] : []),
    ];
  });
  const heights = spread(
    named.map(({ point }) => y(point.value)),
    labelGap,
    y0,
    y1,
  );
  const labels = named.map(({ index, kind, point }, i): Label => {
    const from = mark(point);
    const height = heights[i]!;
    return {
      index,
      kind,
      value: point.value,
      x: x1 + labelInset,
      y: height,
      leader: cursor === null ? leaderOf(from, x1, height) : '',
    };
  });

  const level = reference === null ? null : y(reference);
  return {
    layout,
    x0,
    x1,
    y0,
    y1,
    xTicks: Array.from({ length: layout.parts + 1 }, (_, i) => (end * i) / layout.parts).map(
      (value) => ({ at: x(value), value }),
    ),
    yTicks: levels(floor, ceiling).map((value) => ({ at: y(value), value })),
    lines,
    labels,
    // Curves lie above the largest class, and losses below that of chance.
    reference:
      level === null ? null : { y: level, labelY: level + (measure === 'accuracy' ? 18 : -8) },
    cursorX: cursor === null ? null : x(cursor),
    toExamples: x.invert,
  };
}

/** A tenth below who knows nothing, or lower where a curve is; 0 where that is near. */
function floorOf(values: readonly number[], reference: number): number {
  const tenth = (value: number): number => Math.floor(10 * value + 1e-9) / 10;
  const floor = Math.min(tenth(reference) - 0.1, ...values.map(tenth));
  return floor > 0.25 ? Math.round(10 * floor) / 10 : 0;
}

/** Round levels, and the floor, which does not pass for zero without its number. */
function levels(floor: number, ceiling: number): readonly number[] {
  const room = 0.08 * (ceiling - floor);
  const ticks = scaleLinear().domain([floor, ceiling]).ticks(4);
  return [floor, ...ticks.filter((value) => value > floor + room)];
}

/** Straight on to the edge of the plot, then to the label. */
function leaderOf(from: Mark, edge: number, height: number): string {
  const round = (value: number): number => Math.round(value * 10) / 10;
  const begin = Math.min(from.x + 5, edge);
  return `M${round(begin)},${round(from.y)}H${round(edge + 1)}L${round(edge + labelInset - 4)},${round(height)}`;
}
