/** A logarithmic axis that has a place for 0, and for what is not finite. Pure. */

export interface LogScale {
  /** Exponents of ten at its ends. */
  readonly low: number;
  readonly high: number;
  /** Height of the lane of 0; null where nothing is 0. */
  readonly zero: number | null;
  /** Height of the lane of what has overflowed; null where nothing has. */
  readonly beyond: number | null;
  readonly ticks: readonly { readonly exponent: number; readonly at: number }[];
  readonly y: (value: number) => number;
}

/** Room of a lane, from the axis to the edge. */
const lane = 22;

const stepOf = (decades: number): number => [1, 2, 5, 10].find((step) => decades / step <= 7) ?? 20;

const isDrawn = (value: number): boolean => value > 0 && Number.isFinite(value);

/** Ends at round decades, at least `least` apart, so that small changes do not move it. */
export function logScale(
  values: readonly number[],
  top: number,
  bottom: number,
  least = 4,
): LogScale {
  const exponents = values.filter(isDrawn).map(Math.log10);
  const most = exponents.length > 0 ? Math.max(...exponents) : 0;
  const fewest = exponents.length > 0 ? Math.min(...exponents) : 0;
  const step = stepOf(Math.max(least, most - fewest));
  const high = Math.ceil(most / step - 1e-9) * step + 0;
  const low = Math.min(Math.floor(fewest / step + 1e-9) * step, high - least);
  const beyond = values.some((value) => !Number.isFinite(value)) ? top + 5 : null;
  const zero = values.includes(0) ? bottom - 5 : null;
  const [y0, y1] = [beyond === null ? top : top + lane, zero === null ? bottom : bottom - lane];
  const at = (exponent: number): number => y1 - ((y1 - y0) * (exponent - low)) / (high - low);
  const ticks: { exponent: number; at: number }[] = [];
  for (let exponent = high; exponent >= low; exponent -= step) {
    ticks.push({ exponent, at: at(exponent) });
  }
  return {
    low,
    high,
    zero,
    beyond,
    ticks,
    y: (value) => {
      if (!Number.isFinite(value)) return beyond ?? y0;
      return value > 0 ? at(Math.min(high, Math.max(low, Math.log10(value)))) : (zero ?? y1);
    },
  };
}

/** Is it on the scale itself, and not in one of its lanes? */
export const onScale = ({ low, high }: LogScale, value: number): boolean =>
  isDrawn(value) && Math.log10(value) >= low - 1e-9 && Math.log10(value) <= high + 1e-9;
