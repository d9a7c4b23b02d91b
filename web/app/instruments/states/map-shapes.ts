/** The cells of a map as shapes by colour: the canvas fills them, a picture has them as paths. Pure. */
import type { Activations } from './activations';
import { barOf, cellsByShade } from './map-cells';
import type { Shade } from './map-colours';
import type { Scale } from './tensor-choice';

/** The colours in force where a map stands. */
export interface Paint {
  readonly palette: readonly Shade[];
  readonly ink: string;
  readonly faint: string;
  /** The reader's own few colours are forced on the page: shades would be lost. */
  readonly bars: boolean;
}

/** What is painted, and where its cells lie. */
export interface Painting {
  readonly map: Activations;
  /** The unit of each row. */
  readonly units: readonly number[];
  readonly scale: Scale;
  readonly column: number;
  readonly row: number;
  readonly head: number;
  /** Rows before which a group begins. */
  readonly seams: readonly number[];
}

export interface Shapes {
  readonly fill: string;
  /** x, y, width and height, one after the other. */
  readonly boxes: readonly number[];
  /** Right angles at the upper right: x and y of that corner, and length. */
  readonly corners: readonly number[];
}

/** Between cells, in CSS pixels. */
const gap = 1;

/** In the order in which they are to be filled. */
export function mapShapes(painting: Painting, paint: Paint): readonly Shapes[] {
  const cells = paint.bars ? barShapes(painting, paint) : shadeShapes(painting, paint);
  const { map, column, row, head } = painting;
  const width = map.steps * column;
  const seams = painting.seams.flatMap((seam) => [0, head + seam * row - gap, width, gap]);
  return [...cells, { fill: paint.ink, boxes: seams, corners: [] }];
}

function shadeShapes(
  { map, units, scale, column, row, head }: Painting,
  { palette }: Paint,
): Shapes[] {
  const [width, height] = [column - gap, row - gap];
  const bar = Math.max(1.5, Math.min(3, row / 5));
  const barWidth = Math.min(16, width * 0.62);
  const corner = Math.min(5, row / 2);
  return cellsByShade(map, units, scale).flatMap((cells, shade) => {
    const { fill, mark } = palette[shade]!;
    const boxes: number[] = [];
    const bars: number[] = [];
    const corners: number[] = [];
    for (const { row: line, column: place, look } of cells) {
      const [x, y] = [place * column, head + line * row];
      boxes.push(x, y, width, height);
      if (look.negative) {
        bars.push(x + (width - barWidth) / 2, y + (height - bar) / 2, barWidth, bar);
      }
      if (look.beyond) corners.push(x + width, y, corner);
    }
    return [
      { fill, boxes, corners: [] },
      { fill: mark, boxes: bars, corners },
    ];
  });
}

function barShapes(
  { map, units, scale, column, row, head }: Painting,
  { ink, faint }: Paint,
): Shapes[] {
  const width = column - 3 * gap;
  const zero = barOf(0, scale.signed).from * width;
  const axes: number[] = [];
  const bars: number[] = [];
  for (let step = 0; step < map.steps; step += 1) {
    const left = step * column + gap;
    axes.push(left + zero - 0.5, head, 1, units.length * row - gap);
    units.forEach((unit, line) => {
      const { from, to } = barOf(map.at(unit, step), scale.signed);
      const [x, y] = [left + Math.min(from, to) * width, head + line * row + gap];
      bars.push(x, y, Math.abs(to - from) * width, row - 3 * gap);
    });
  }
  return [
    { fill: faint, boxes: axes, corners: [] },
    { fill: ink, boxes: bars, corners: [] },
  ];
}

const short = (value: number): string => String(Math.round(value * 100) / 100);

/** The shapes as the data of an SVG path. */
export function pathOf({ boxes, corners }: Shapes): string {
  let path = '';
  for (let i = 0; i < boxes.length; i += 4) {
    const [x, y, width, height] = boxes.slice(i, i + 4).map(short) as [
      string,
      string,
      string,
      string,
    ];
    path += `M${x} ${y}h${width}v${height}h-${width}z`;
  }
  for (let i = 0; i < corners.length; i += 3) {
    const [x, y, length] = corners.slice(i, i + 3).map(short) as [string, string, string];
    path += `M${x} ${y}v${length}l-${length}-${length}z`;
  }
  return path;
}
