/** Where an arrow key leads among the regions of a drawing. Pure. */
import type { FigureRegion } from '$shared/quiz-figures';

type Box = Pick<FigureRegion, 'x' | 'y' | 'width' | 'height'>;

const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const middle = ({ x, y, width, height }: Box): readonly [number, number] => [
  x + width / 2,
  y + height / 2,
];

/**
 * The index of the nearest region that way, straight ahead before aside; at the border the next
 * or the last one in their order, so that every region can be reached. Null for other keys.
 */
export function nextRegion(regions: readonly Box[], from: number, key: string): number | null {
  const way = ways[key];
  const here = regions[from];
  if (way === undefined || here === undefined) return null;
  const [x, y] = middle(here);
  let best: { readonly index: number; readonly distance: number } | null = null;
  regions.forEach((region, index) => {
    const [toX, toY] = middle(region);
    const [dx, dy] = [toX - x, toY - y];
    const ahead = dx * way[0] + dy * way[1];
    const aside = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
    if (ahead < 1 || aside > 2 * ahead) return;
    const distance = ahead + 2 * aside;
    if (best === null || distance < best.distance) best = { index, distance };
  });
  const found = best as { readonly index: number } | null;
  if (found !== null) return found.index;
  const by = way[0] + way[1];
  return (from + by + regions.length) % regions.length;
}
