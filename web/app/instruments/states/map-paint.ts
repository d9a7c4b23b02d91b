/** Paints the cells of a map on a canvas. In the browser only. */
import type { Activations } from './activations';
import { barOf, cellsByShade } from './map-cells';
import { palette, parseColour, type Shade } from './map-colours';
import type { Scale } from './tensor-choice';

/** The colours in force where an element stands. */
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

/** @param probe an element of the symbol's colour, which inherits the rest */
export function paintOf(probe: Element): Paint {
  const symbol = getComputedStyle(probe).color;
  const style = getComputedStyle(probe.parentElement!);
  const paper = parseColour(style.backgroundColor);
  return {
    palette: palette(paper, parseColour(symbol)),
    ink: style.color,
    faint: style.borderBottomColor,
    bars: matchMedia('(forced-colors: active)').matches,
  };
}

/** Between cells, in CSS pixels. */
const gap = 1;

export function paintMap(
  context: CanvasRenderingContext2D,
  painting: Painting,
  paint: Paint,
): void {
  if (paint.bars) paintBars(context, painting, paint);
  else paintShades(context, painting, paint);
  context.fillStyle = paint.ink;
  const width = painting.map.steps * painting.column;
  for (const seam of painting.seams) {
    context.fillRect(0, painting.head + seam * painting.row - gap, width, gap);
  }
}

function paintShades(
  context: CanvasRenderingContext2D,
  { map, units, scale, column, row, head }: Painting,
  { palette: shades }: Paint,
): void {
  const bar = Math.max(1.5, Math.min(3, row / 5));
  const barWidth = Math.min(16, (column - gap) * 0.62);
  const corner = Math.min(5, row / 2);
  cellsByShade(map, units, scale).forEach((cells, shade) => {
    const { fill, mark } = shades[shade]!;
    context.fillStyle = fill;
    for (const cell of cells) {
      context.fillRect(cell.column * column, head + cell.row * row, column - gap, row - gap);
    }
    context.fillStyle = mark;
    for (const { row: line, column: place, look } of cells) {
      const [x, y] = [place * column, head + line * row];
      if (look.negative) {
        context.fillRect(
          x + (column - gap - barWidth) / 2,
          y + (row - gap - bar) / 2,
          barWidth,
          bar,
        );
      }
      if (look.beyond) {
        context.beginPath();
        context.moveTo(x + column - gap - corner, y);
        context.lineTo(x + column - gap, y);
        context.lineTo(x + column - gap, y + corner);
        context.fill();
      }
    }
  });
}

function paintBars(
  context: CanvasRenderingContext2D,
  { map, units, scale, column, row, head }: Painting,
  { ink, faint }: Paint,
): void {
  const width = column - 3 * gap;
  const zero = barOf(0, scale.signed).from * width;
  for (let step = 0; step < map.steps; step += 1) {
    context.fillStyle = faint;
    context.fillRect(step * column + gap + zero - 0.5, head, 1, units.length * row - gap);
    context.fillStyle = ink;
    units.forEach((unit, line) => {
      const { from, to } = barOf(map.at(unit, step), scale.signed);
      const left = step * column + gap + Math.min(from, to) * width;
      const top = head + line * row + gap;
      context.fillRect(left, top, Math.abs(to - from) * width, row - 3 * gap);
    });
  }
}

/** Sets the canvas to the screen's own pixels and gives a context in CSS pixels, cleared. */
export function cleared(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
  pixels: number,
): CanvasRenderingContext2D | null {
  const [w, h] = [Math.round(width * pixels), Math.round(height * pixels)];
  if (canvas.width !== w || canvas.height !== h) {
    canvas.width = w;
    canvas.height = h;
  }
  const context = canvas.getContext('2d');
  context?.setTransform(pixels, 0, 0, pixels, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}

/** Pixels of the screen for one of the page; a large view is zoomed. */
export function pixelsOf(element: HTMLElement): number {
  const { currentCSSZoom = 1 } = element as { readonly currentCSSZoom?: number };
  return devicePixelRatio * currentCSSZoom;
}
