/** Bars of a unit along the steps: where each stands. In tenths of a rem. Pure. */
import type { StepLetter, StepRow } from './steps';

/** Narrowest column: a finger's width. */
const leastColumn = 16;
const mostColumn = 60;
/** What a short text's columns share. */
const shared = 150;
const wideColumn = 24;
const rowHeight = 19;
const air = 2.5;

export interface Bar {
  readonly t: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Is the number known? One that is asked for is not shown. */
  readonly asked: boolean;
}

export interface DrawnRow {
  readonly symbol: StepLetter;
  readonly y: number;
  readonly height: number;
  /** Where zero is. */
  readonly zero: number;
  readonly bars: readonly Bar[];
}

export interface StripDrawing {
  readonly width: number;
  readonly height: number;
  readonly column: number;
  readonly rowHeight: number;
  readonly rows: readonly DrawnRow[];
}

/** Wide enough for the longest token, as all columns are the same. */
export function columnWidth(tokens: readonly string[]): number {
  const longest = Math.max(1, ...tokens.map((token) => [...token].length));
  const even = Math.min(wideColumn, shared / Math.max(1, tokens.length));
  return Math.min(mostColumn, Math.max(leastColumn, even, 5.4 * longest + 6));
}

export function drawStrip(
  rows: readonly StepRow[],
  column: number,
  steps: number,
  asked: { readonly symbol: StepLetter; readonly t: number } | null,
): StripDrawing {
  const drawn = rows.map(({ symbol, signed, most, values }, index): DrawnRow => {
    const y = index * rowHeight;
    const [top, bottom] = [y + air, y + rowHeight - air];
    const zero = signed ? (top + bottom) / 2 : bottom;
    const full = zero - top;
    const bars = values.map((value, t): Bar => {
      const length = Math.min(1, Math.abs(value) / most) * full;
      return {
        ...{ t, x: t * column + 0.16 * column, width: 0.68 * column },
        ...{ y: value >= 0 ? zero - length : zero, height: length },
        asked: asked?.symbol === symbol && asked.t === t,
      };
    });
    return { symbol, y, height: rowHeight, zero, bars };
  });
  return { width: steps * column, height: rows.length * rowHeight, column, rowHeight, rows: drawn };
}
