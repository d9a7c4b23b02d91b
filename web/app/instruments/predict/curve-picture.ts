/** The geometry of a drawn curve and of the measured one, with the distance between. Pure. */
import { scaleLinear } from 'd3-scale';
import { linear, pathThrough, type Scale } from '../../chart/scale';
import type { Draft, PenPoint } from './curve-draft';
import { keptApart, type Layout, type Tick } from './layout';

const top = 34;
const plotHeight = 230;
const below = 48;
/** Height of a label, with the space that parts it from the next. */
const labelGap = 17;

export interface CurveFacts {
  readonly places: readonly number[];
  readonly min: number;
  readonly max: number;
  /** Of the learner: dots where a value was set, and the line that is committed. */
  readonly draft: Draft;
  readonly guess: readonly number[] | null;
  readonly measured: readonly number[] | null;
  /** Of other seeds. */
  readonly others: readonly (readonly number[])[];
}

export interface CurvePicture {
  readonly height: number;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly x: Scale;
  readonly y: Scale;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly guess: string;
  readonly dots: readonly { readonly x: number; readonly y: number }[];
  readonly measured: string;
  readonly others: readonly string[];
  readonly gaps: readonly { readonly x: number; readonly y1: number; readonly y2: number }[];
  /** Where the lines' names stand; null: no such line. */
  readonly labels: { readonly guess: number | null; readonly measured: number | null };
}

export function drawCurves(facts: CurveFacts, layout: Layout): CurvePicture {
  const { places, min, max, draft, guess, measured, others } = facts;
  const [x0, x1, y0, y1] = [layout.left, layout.width - layout.right, top, top + plotHeight];
  const most = places.at(-1) ?? 1;
  const x = linear([0, most], [x0, x1]);
  const y = linear([min, max], [y1, y0]);
  // A loss beyond the scale is drawn at its edge; the numbers say what it is.
  const at = (value: number, index: number) => ({
    x: x(places[index] ?? most),
    y: y(Math.min(max, Math.max(min, value))),
  });
  const line = (values: readonly number[]): string => pathThrough(values.map(at));
  const ends = [guess, measured].map((values) => values?.at(-1));
  const wanted = ends.flatMap((value) => (value === undefined ? [] : [at(value, 0).y]));
  const apart = [...keptApart(wanted, labelGap, [y0, y1])];
  const [guessLabel, measuredLabel] = ends.map((value) =>
    value === undefined ? null : apart.shift()!,
  );
  return {
    height: y1 + below,
    x0,
    x1,
    y0,
    y1,
    x,
    y,
    xTicks: Array.from({ length: layout.parts + 1 }, (_, part) => {
      const value = (most * part) / layout.parts;
      return { value, at: x(value) };
    }),
    yTicks: scaleLinear()
      .domain([min, max])
      .ticks(5)
      .map((value) => ({ value, at: y(value) })),
    guess: guess ? line(guess) : '',
    dots: draft.flatMap((value, index) => (value === null ? [] : [at(value, index)])),
    measured: measured ? line(measured) : '',
    others: others.map(line),
    gaps: (measured ?? []).flatMap((value, index) => {
      const said = guess?.[index];
      if (said === undefined) return [];
      const from = at(said, index);
      return [{ x: from.x, y1: from.y, y2: at(value, index).y }];
    }),
    labels: { guess: guessLabel ?? null, measured: measuredLabel ?? null },
  };
}

/** The pen's point under a point of the drawing; shares of its width and height from 0 to 1. */
export function penAt(
  { x, y, height, x0, x1 }: CurvePicture,
  layout: Layout,
  places: readonly number[],
  share: { readonly x: number; readonly y: number },
): PenPoint {
  const inside = Math.min(x1, Math.max(x0, share.x * layout.width));
  const step = (places[1] ?? 1) - (places[0] ?? 0);
  return { place: x.invert(inside) / step, value: y.invert(share.y * height) };
}
