/** How a value is drawn: shade, mark of the sign, mark of what lies beyond the scale. Pure. */
import type { Activations } from './activations';
import { shades } from './map-colours';
import type { Scale } from './tensor-choice';

/** A value nearer to 0 prints as 0.0…: its sign is not worth a mark. */
export const signFrom = 0.05;

export interface CellLook {
  /** From 0 to `shades`. */
  readonly shade: number;
  readonly negative: boolean;
  /** Larger than the scale reaches. */
  readonly beyond: boolean;
}

export function cellLook(value: number, { open }: Pick<Scale, 'open'>): CellLook {
  const size = Math.min(1, Math.abs(value));
  return {
    shade: Number.isFinite(size) ? Math.round(size * shades) : 0,
    negative: value <= -signFrom,
    beyond: open && Math.abs(value) > 1,
  };
}

/** Cells by shade, so that a painter changes its colour once a shade. */
export function cellsByShade(
  map: Activations,
  units: readonly number[],
  scale: Scale,
): readonly (readonly { row: number; column: number; look: CellLook }[])[] {
  const found = Array.from(
    { length: shades + 1 },
    (): { row: number; column: number; look: CellLook }[] => [],
  );
  units.forEach((unit, row) => {
    for (let column = 0; column < map.steps; column += 1) {
      const look = cellLook(map.at(unit, column), scale);
      found[look.shade]!.push({ row, column, look });
    }
  });
  return found;
}

/**
 * A bar from the cell's middle, or from its left edge where nothing is negative, as shares of
 * its width.
 */
export function barOf(
  value: number,
  signed: boolean,
): { readonly from: number; readonly to: number } {
  const bounded = Math.max(-1, Math.min(1, value));
  return signed ? { from: 0.5, to: 0.5 + bounded / 2 } : { from: 0, to: Math.max(0, bounded) };
}
