/** Reads what a person typed or a storage kept as a setting; says what is wrong with it. */
import type { Language } from '../../shared/lesson';
import { cells, directions, type RunSettings } from '../../shared/protocol';
import { parseNumber } from '../../shared/quiz';
import { limits } from '../../shared/settings';

export type NumberField = keyof typeof limits;

export type FieldReading =
  { readonly value: number } | { readonly problem: 'not-number' | 'not-integer' | 'outside' };

const whole: ReadonlySet<NumberField> = new Set(['hidden', 'seed']);

function check(field: NumberField, value: number): FieldReading {
  const { min, max } = limits[field];
  if (whole.has(field) && !Number.isInteger(value)) return { problem: 'not-integer' };
  if (!(value >= min && value <= max)) return { problem: 'outside' };
  return { value };
}

export function readField(field: NumberField, typed: string, language: Language): FieldReading {
  const value = parseNumber(typed, '', language);
  return value === null ? { problem: 'not-number' } : check(field, value);
}

/** Settings read back from storage; null when any of them is not what this site writes today. */
export function parseSettings(text: string | null, dataset: string): RunSettings | null {
  let raw: unknown;
  try {
    raw = JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
  if (typeof raw !== 'object' || raw === null) return null;
  const { cell, direction, hidden, learningRate, seed } = raw as Record<string, unknown>;
  const knownCell = cells.find((name) => name === cell);
  const knownDirection = directions.find((name) => name === direction);
  const good = (field: NumberField, value: unknown): value is number =>
    typeof value === 'number' && 'value' in check(field, value);
  if (!knownCell || !knownDirection) return null;
  if (!good('hidden', hidden) || !good('learningRate', learningRate) || !good('seed', seed)) {
    return null;
  }
  return { dataset, cell: knownCell, direction: knownDirection, hidden, learningRate, seed };
}
