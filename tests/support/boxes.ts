/** Rectangles of a drawing, for tests that nothing overlaps and all lies inside. */
import { widthOf } from '../../web/app/instruments/fitting';

export interface Rect {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** About where a text stands, from its baseline. */
export function textRect(
  name: string,
  text: string,
  size: number,
  at: { readonly x: number; readonly y: number },
  anchor: 'start' | 'middle' | 'end' = 'start',
): Rect {
  const width = widthOf(text, size);
  const x = at.x - { start: 0, middle: width / 2, end: width }[anchor];
  return { name: `${name} “${text}”`, x, y: at.y - size * 0.72, width, height: size * 0.75 };
}

const meet = (one: Rect, other: Rect): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** Pairs that overlap, by their names. */
export const overlaps = (rects: readonly Rect[]): string[] =>
  rects.flatMap((one, index) =>
    rects
      .slice(index + 1)
      .flatMap((other) => (meet(one, other) ? [`${one.name} × ${other.name}`] : [])),
  );

/** Those that reach out of the frame. */
export const outside = (rects: readonly Rect[], width: number, height: number): string[] =>
  rects
    .filter(
      (each) =>
        each.x < -0.5 ||
        each.y < -0.5 ||
        each.x + each.width > width + 0.5 ||
        each.y + each.height > height + 0.5,
    )
    .map(({ name }) => name);
