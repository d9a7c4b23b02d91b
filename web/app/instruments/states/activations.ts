/** Values of units at steps, as a pass over one text gives them. Pure. */
import type { NamedTensor } from '../../../shared/protocol';

export interface Activations {
  readonly units: number;
  readonly steps: number;
  at(unit: number, step: number): number;
}

/** @param tensor (steps, 1 row, units) */
export function activationsOf({ shape, values }: NamedTensor): Activations {
  const [steps = 0, , units = 0] = shape;
  return { units, steps, at: (unit, step) => values[step * units + unit] ?? 0 };
}

/** One unit's values over time. */
export const valuesOf = ({ steps, at }: Activations, unit: number): number[] =>
  Array.from({ length: steps }, (_, step) => at(unit, step));

export interface Extreme {
  readonly unit: number;
  readonly step: number;
  readonly value: number;
}

/** The largest value or the smallest, the first of equals; null where there is none. */
export function extremeOf(map: Activations, which: 'largest' | 'smallest'): Extreme | null {
  const sign = which === 'largest' ? 1 : -1;
  let found: Extreme | null = null;
  for (let step = 0; step < map.steps; step += 1) {
    for (let unit = 0; unit < map.units; unit += 1) {
      const value = map.at(unit, step);
      if (!found || sign * value > sign * found.value) found = { unit, step, value };
    }
  }
  return found;
}
