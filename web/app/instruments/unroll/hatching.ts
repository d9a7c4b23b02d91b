/** Hatchings as paths: one set of weights has one, wherever it stands. Pure. */

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Hatching = (area: Area) => string;

const near = (value: number): number => Math.round(value * 100) / 100;

/** Places from `from` to `to`, in the middle of what is left over. */
function steps(from: number, to: number, step: number): number[] {
  const count = Math.max(1, Math.floor((to - from) / step + 1e-9));
  const first = from + (to - from - (count - 1) * step) / 2;
  return Array.from({ length: count }, (_, index) => near(first + index * step));
}

const upright =
  (step: number): Hatching =>
  ({ x, y, width, height }) =>
    steps(x, x + width, step)
      .map((at) => `M${at},${near(y)}v${near(height)}`)
      .join('');

const level =
  (step: number): Hatching =>
  ({ x, y, width, height }) =>
    steps(y, y + height, step)
      .map((at) => `M${near(x)},${at}h${near(width)}`)
      .join('');

/** Lines that lean by 45 degrees, cut at the area's edges. */
const leaning =
  (step: number, way: 1 | -1): Hatching =>
  ({ x, y, width, height }) => {
    const lines: string[] = [];
    for (let at = -height + step / 2; at < width; at += step) {
      const from = Math.max(at, 0);
      const to = Math.min(at + height, width);
      if (to - from < 0.5) continue;
      const [low, high] = [from - at, to - at];
      const [start, end] = way === 1 ? [y + height - low, y + height - high] : [y + low, y + high];
      lines.push(`M${near(x + from)},${near(start)}L${near(x + to)},${near(end)}`);
    }
    return lines.join('');
  };

const dots =
  (step: number): Hatching =>
  ({ x, y, width, height }) =>
    steps(y, y + height, step)
      .flatMap((row) =>
        steps(x, x + width, step).map((column) => `M${near(column - 0.7)},${row}h1.4`),
      )
      .join('');

const both =
  (one: Hatching, other: Hatching): Hatching =>
  (area) =>
    one(area) + other(area);

/** The embedding's comes first, then those of the layers, forward and backward in turn. */
const kinds: readonly Hatching[] = [
  dots(4),
  leaning(5, 1),
  leaning(5, -1),
  upright(4),
  level(3.5),
  both(leaning(6, 1), leaning(6, -1)),
  both(upright(5), level(5)),
  upright(8),
  leaning(9, 1),
];

export const hatching = (kind: number, area: Area): string => kinds[kind % kinds.length]!(area);
