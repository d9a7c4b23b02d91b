/**
 * The geometry of the figure: gradients over the tokens, on a logarithmic scale, with the scale
 * on the right, where they begin, and their names on the left, where they have parted; below, on
 * the same tokens, how far each moves the answer. Pure.
 */
import { line } from 'd3-shape';
import type { GradientFlow } from '../../../shared/gradient-flow';
import { recurrentCells } from '../../../shared/run-settings';
import { spread } from '../race/spread';
import { keyOf, type FlowLine, type Model } from './flow-lines';
import { logScale, onScale, type LogScale } from './log-scale';

export interface Layout {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Height of the plot of gradients, and of one lane of bars. */
  readonly plot: number;
  readonly lane: number;
}

export const wide: Layout = { width: 720, left: 96, right: 46, top: 44, plot: 250, lane: 30 };
export const narrow: Layout = { width: 328, left: 62, right: 38, top: 44, plot: 230, lane: 28 };

const labelGap = 16;
const laneGap = 12;

export interface DrawnLine {
  readonly key: string;
  readonly model: Model;
  readonly state: 'h' | 'c';
  readonly path: string;
  readonly predicted: string;
  readonly uncut: string;
  /** Points in the lanes of 0 and of what has overflowed, or without a neighbour on the scale. */
  readonly apart: readonly { readonly x: number; readonly y: number }[];
  readonly label: { readonly y: number; readonly leader: string };
  readonly read: { readonly x: number; readonly y: number } | null;
}

export interface BarLane {
  readonly model: Model;
  readonly top: number;
  readonly bottom: number;
  readonly bars: readonly {
    readonly x: number;
    readonly width: number;
    readonly height: number;
    readonly most: boolean;
  }[];
  /** The largest, whose bar fills the lane. */
  readonly most: number;
}

export interface FlowDrawing {
  readonly layout: Layout;
  readonly height: number;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly scale: LogScale;
  readonly lines: readonly DrawnLine[];
  readonly tokens: readonly { readonly x: number; readonly text: string; readonly read: boolean }[];
  /** Do the tokens have room to be printed, every one? */
  readonly legible: boolean;
  readonly steps: readonly { readonly x: number; readonly step: number }[];
  readonly cuts: readonly number[];
  /** Where the loss is taken. */
  readonly lossX: number;
  /** Where the text goes on unread; null where it is read to its end. */
  readonly unreadX: number | null;
  readonly barsY: number;
  readonly lanes: readonly BarLane[];
  readonly cursorX: number | null;
}

export interface FlowToDraw {
  readonly flows: readonly GradientFlow[];
  readonly lines: readonly FlowLine[];
  readonly tokens: readonly string[];
  /** The step at which the curves are read. */
  readonly cursor: number | null;
}

export function drawFlow(
  { flows, lines, tokens, cursor }: FlowToDraw,
  layout: Layout,
): FlowDrawing {
  const [x0, x1] = [layout.left, layout.width - layout.right];
  const [y0, y1] = [layout.top, layout.top + layout.plot];
  const width = (x1 - x0) / Math.max(1, tokens.length);
  const x = (step: number): number => x0 + (step + 0.5) * width;
  const position = flows[0]?.position ?? 0;
  // A prediction may leave the scale, which is that of what is measured.
  const measured = lines.flatMap(({ values, uncut }) => [
    ...values.slice(0, position + 1),
    ...(uncut ?? []).filter((value) => value > 0),
  ]);
  const unread = position < tokens.length - 1;
  const scale = logScale(unread ? [...measured, 0] : measured, y0, y1);
  const path = line<number>()
    .x((_, step) => x(step))
    .y((value) => scale.y(value))
    .defined((value) => onScale(scale, value))
    .digits(1);
  const heights = spread(
    lines.map(({ values }) => scale.y(values[0] ?? 0)),
    labelGap,
    y0,
    y1,
  );
  const drawn = lines.map((each, index): DrawnLine => {
    const { model, state, values } = each;
    const y = heights[index]!;
    const drawnAt = (step: number): boolean => onScale(scale, values[step] ?? 0);
    const read = cursor === null ? undefined : values[cursor];
    return {
      key: keyOf(each),
      model,
      state,
      path: path([...values]) ?? '',
      predicted: path([...(each.predicted ?? [])]) ?? '',
      // Only what is cut off: the rest is the curve itself, and one step more to meet it.
      uncut: path((each.uncut ?? []).map((value, t) => (values[t - 1] ? Number.NaN : value))) ?? '',
      apart: values.flatMap((value, step) =>
        drawnAt(step) && (drawnAt(step - 1) || drawnAt(step + 1))
          ? []
          : [{ x: x(step), y: scale.y(value) }],
      ),
      label: { y, leader: leaderOf(x0 - 6, y, x(0), scale.y(values[0] ?? 0)) },
      read: read === undefined ? null : { x: x(cursor!), y: scale.y(read) },
    };
  });
  const barsY = y1 + 66;
  const every = [1, 5, 10, 20].find((count) => count * width >= 26) ?? 40;
  return {
    layout,
    height: barsY + 12 + flows.length * (layout.lane + laneGap),
    x0,
    x1,
    y0,
    y1,
    scale,
    lines: drawn,
    tokens: tokens.map((text, step) => ({ x: x(step), text, read: step <= position })),
    legible: width >= 8.5,
    steps: tokens.flatMap((_, step) =>
      step === 0 || (step + 1) % every === 0 ? [{ x: x(step), step: step + 1 }] : [],
    ),
    cuts: (flows[0]?.cuts ?? []).map((step) => x0 + step * width),
    lossX: x(position),
    unreadX: unread ? x0 + (position + 1) * width : null,
    barsY,
    lanes: flows.map(({ moved }, index) => {
      const top = barsY + 12 + index * (layout.lane + laneGap);
      return laneOf(recurrentCells[index]!, moved, top, layout.lane, (step) => x0 + step * width);
    }),
    cursorX: cursor === null ? null : x(cursor),
  };
}

function laneOf(
  model: Model,
  moved: readonly number[],
  top: number,
  height: number,
  edge: (step: number) => number,
): BarLane {
  const finite = moved.map((value) => (Number.isFinite(value) ? value : 0));
  const most = Math.max(0, ...finite);
  const gap = edge(1) - edge(0) > 4 ? 1 : 0.25;
  return {
    model,
    top,
    bottom: top + height,
    most: moved.every(Number.isFinite) ? most : Number.NaN,
    bars: finite.map((value, step) => ({
      x: edge(step) + gap,
      width: edge(1) - edge(0) - 2 * gap,
      height: most > 0 ? (height * value) / most : 0,
      most: most > 0 && value === most,
    })),
  };
}

/** From a name to the beginning of its curve. */
function leaderOf(fromX: number, fromY: number, toX: number, toY: number): string {
  const round = (value: number): number => Math.round(10 * value) / 10;
  return `M${round(fromX)},${round(fromY)}L${round(toX - 2)},${round(toY)}`;
}

/** The step under a point of the drawing. */
export function stepAt({ x0, x1, tokens }: FlowDrawing, x: number): number | null {
  if (tokens.length === 0 || x < x0 - 4 || x > x1 + 4) return null;
  const step = Math.floor(((x - x0) / (x1 - x0)) * tokens.length);
  return Math.min(tokens.length - 1, Math.max(0, step));
}
