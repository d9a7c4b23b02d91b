/** The norm of the whole gradient, training step by training step, before and after clipping. Pure. */
import { logScale, type LogScale } from './log-scale';

export interface Norms {
  /** Steps before the first of these. */
  readonly first: number;
  /** Before clipping. */
  readonly values: readonly number[];
}

/** What clipping makes of a norm; 0 clips nothing. */
export const clipped = (norm: number, most: number): number =>
  most > 0 && !(norm <= most) ? most : norm;

/** Steps whose norm was above the ceiling. */
export const clippedIn = ({ values }: Norms, most: number): number =>
  most > 0 ? values.filter((norm) => !(norm <= most)).length : 0;

export interface Stick {
  readonly x: number;
  readonly width: number;
  /** Tops of what was left after clipping, and of what was there before. */
  readonly after: number;
  readonly before: number;
  readonly finite: boolean;
}

export interface StripLane {
  readonly top: number;
  readonly bottom: number;
  readonly scale: LogScale;
  readonly sticks: readonly Stick[];
  /** Height of the ceiling; null where nothing is clipped. */
  readonly ceiling: number | null;
}

export interface StripDrawing {
  readonly width: number;
  readonly height: number;
  readonly x0: number;
  readonly x1: number;
  /** First and last step of the axis. */
  readonly first: number;
  readonly last: number;
  readonly lanes: readonly StripLane[];
}

export interface StripLayout {
  readonly width: number;
  readonly left: number;
  readonly right: number;
}

export const wideStrip: StripLayout = { width: 720, left: 96, right: 46 };
export const narrowStrip: StripLayout = { width: 328, left: 62, right: 38 };

const lane = 42;
const gap = 12;
const room = 120;

export function drawStrip(
  models: readonly Norms[],
  most: number,
  { width, left, right }: StripLayout,
): StripDrawing {
  const [x0, x1] = [left, width - right];
  const last = Math.max(0, ...models.map(({ first, values }) => first + values.length));
  const first = Math.max(0, last - room);
  const each = (x1 - x0) / room;
  const finite = models.flatMap(({ values }) => values.filter(Number.isFinite));
  const lanes = models.map((norms, index): StripLane => {
    const top = 30 + index * (lane + gap);
    const bottom = top + lane;
    // One scale for all, so that lanes can be compared; what has overflowed fills its lane.
    const scale = logScale(most > 0 ? [...finite, most] : finite, top, bottom, 3);
    const height = (norm: number): number => (Number.isFinite(norm) ? scale.y(norm) : top);
    const sticks = norms.values.flatMap((norm, i): Stick[] => {
      const step = norms.first + i;
      if (step < first) return [];
      return [
        {
          x: x0 + (step - first) * each,
          width: Math.max(0.8, each - 0.8),
          after: height(clipped(norm, most)),
          before: height(norm),
          finite: Number.isFinite(norm),
        },
      ];
    });
    return { top, bottom, scale, sticks, ceiling: most > 0 ? scale.y(most) : null };
  });
  const height = 30 + models.length * (lane + gap) + 16;
  return { width, height, x0, x1, first, last: first + room, lanes };
}
