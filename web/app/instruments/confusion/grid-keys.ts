/** Where the keys of a grid lead. Pure. */
import type { Cell } from './matrix';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The cell that a key leads to in a square grid of so many classes; null for a key that leads nowhere. */
export function cellAfter(
  { row, column }: Cell,
  classes: number,
  { key, ctrlKey, metaKey, altKey, shiftKey }: Pressed,
): Cell | null {
  if (metaKey || altKey || shiftKey) return null;
  const last = classes - 1;
  const within = (place: number): number => Math.min(Math.max(place, 0), last);
  if (ctrlKey) {
    if (key === 'Home') return { row: 0, column: 0 };
    return key === 'End' ? { row: last, column: last } : null;
  }
  switch (key) {
    case 'ArrowUp':
      return { row: within(row - 1), column };
    case 'ArrowDown':
      return { row: within(row + 1), column };
    case 'ArrowLeft':
      return { row, column: within(column - 1) };
    case 'ArrowRight':
      return { row, column: within(column + 1) };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: last };
    default:
      return null;
  }
}
