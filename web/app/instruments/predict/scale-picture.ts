/** The geometry of numbers on a scale: what was said, what was measured; one row a model. Pure. */
import { scaleLinear } from 'd3-scale';
import { linear } from '../../chart/scale';
import type { Layout, Tick } from './layout';
import { widthOf } from '../fitting';

const rowHeight = 62;
const below = 44;
const size = 13;

export interface ScaleRow {
  readonly name: string;
  /** Measured; null: not yet, or never. */
  readonly value: number | null;
  /** How far the run has come, where the scale counts examples. */
  readonly seen: number | null;
  /** Measured with other seeds. */
  readonly others: readonly number[];
  readonly chosen: boolean;
}

export interface ScaleFacts {
  readonly min: number;
  readonly max: number;
  readonly rows: readonly ScaleRow[];
  /** What was said, on the scale; null where a row was chosen, or nothing said. */
  readonly guess: number | null;
  readonly layout: Layout;
}

export interface ScalePicture {
  readonly height: number;
  readonly x0: number;
  readonly x1: number;
  readonly axis: number;
  readonly ticks: readonly Tick[];
  readonly guess: number | null;
  readonly rows: readonly {
    readonly y: number;
    readonly value: number | null;
    readonly seen: number | null;
    readonly others: readonly number[];
  }[];
}

export function drawScale({ min, max, rows, guess, layout }: ScaleFacts): ScalePicture {
  const [x0, x1] = [14, layout.width - 14];
  const x = linear([min, max], [x0, x1]);
  const on = (value: number): number => x(Math.min(max, Math.max(min, value)));
  const first = guess === null && rows.length > 1 ? 40 : 56;
  const axis = first + (rows.length - 1) * rowHeight + 40;
  return {
    height: axis + below,
    x0,
    x1,
    axis,
    ticks: scaleLinear()
      .domain([min, max])
      .ticks(layout.parts + 1)
      .map((value) => ({ value, at: x(value) })),
    guess: guess === null ? null : on(guess),
    rows: rows.map((row, index) => ({
      y: first + index * rowHeight,
      value: row.value === null ? null : on(row.value),
      seen: row.seen === null ? null : on(row.seen),
      others: row.others.map(on),
    })),
  };
}

/** Where a text begins whose middle would like to be at `x`, so that it stays in the drawing. */
export function within(text: string, x: number, { width }: Layout): number {
  const half = widthOf(text, size) / 2;
  return Math.max(0, Math.min(width - 2 * half, x - half));
}
