/** Paints the cells of a map on a canvas. In the browser only. */
import { palette, parseColour } from './map-colours';
import { mapShapes, type Paint, type Painting } from './map-shapes';

/** @param probe an element of the symbol's colour, in one that has the others */
export function paintOf(probe: Element): Paint {
  const symbol = getComputedStyle(probe).color;
  const style = getComputedStyle(probe.parentElement!);
  return {
    palette: palette(parseColour(style.backgroundColor), parseColour(symbol)),
    ink: style.color,
    faint: style.borderBottomColor,
    bars: matchMedia('(forced-colors: active)').matches,
  };
}

export function paintMap(
  context: CanvasRenderingContext2D,
  painting: Painting,
  paint: Paint,
): void {
  for (const { fill, boxes, corners } of mapShapes(painting, paint)) {
    context.fillStyle = fill;
    for (let i = 0; i < boxes.length; i += 4) {
      context.fillRect(boxes[i]!, boxes[i + 1]!, boxes[i + 2]!, boxes[i + 3]!);
    }
    for (let i = 0; i < corners.length; i += 3) {
      const [x, y, length] = [corners[i]!, corners[i + 1]!, corners[i + 2]!];
      context.beginPath();
      context.moveTo(x, y);
      context.lineTo(x, y + length);
      context.lineTo(x - length, y);
      context.fill();
    }
  }
}

/** Sets the canvas to the screen's own pixels and gives a context in CSS pixels, cleared. */
export function cleared(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D | null {
  // A large view is zoomed.
  const { currentCSSZoom = 1 } = canvas as { readonly currentCSSZoom?: number };
  const pixels = devicePixelRatio * currentCSSZoom;
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
