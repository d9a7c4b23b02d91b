/** Sizes of the drawings, and labels that keep apart. Pure. */

/** A drawing made for one width. */
export interface Layout {
  readonly width: number;
  readonly left: number;
  readonly right: number;
  /** Parts of the axis of examples. */
  readonly parts: number;
}

export const wide: Layout = { width: 570, left: 38, right: 84, parts: 4 };
export const narrow: Layout = { width: 328, left: 32, right: 68, parts: 2 };

export const layoutFor = (width: number): Layout => (width > 0 && width < 440 ? narrow : wide);

export interface Tick {
  readonly value: number;
  readonly at: number;
}

/** Moves labels down and up until each has its room, within the bounds, in their order. */
export function keptApart(
  wanted: readonly number[],
  gap: number,
  [top, bottom]: readonly [number, number],
): readonly number[] {
  const order = wanted.map((y, index) => ({ y, index })).sort((one, other) => one.y - other.y);
  const placed: number[] = [];
  let least = top;
  for (const { y, index } of order) {
    placed[index] = Math.max(y, least);
    least = placed[index] + gap;
  }
  let most = bottom;
  for (const { index } of [...order].reverse()) {
    placed[index] = Math.min(placed[index]!, most);
    most = placed[index] - gap;
  }
  return placed;
}
