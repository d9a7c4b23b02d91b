/** One unit at one step, out of a pass of the model. Pure. */
import { readUnit } from '../../../shared/cell-tensors';
import type { CellKind, CellValues, ValueName } from '../../../shared/equations';
import type { FigureTable } from '../../figure/table';
import type { Seen } from './inspection.svelte';
import {
  mostActive,
  placeInReading,
  prefixOf,
  rowsOf,
  stepLetters,
  tokenAt,
  type StepLetter,
  type StepRow,
  type Tensor,
} from './steps';

export interface UnitView {
  readonly kind: CellKind;
  /** The token, from 0. */
  readonly t: number;
  readonly steps: number;
  /** How many tokens were read before it. */
  readonly read: number;
  /** From 0. */
  readonly unit: number;
  readonly values: CellValues;
  readonly rows: readonly StepRow[];
  readonly x: readonly number[];
  readonly h: readonly number[];
  readonly mostActive: number;
}

/** Null where the text has no token. */
export function unitView(seen: Seen, step: number | null, wanted: number): UnitView | null {
  const { kind, look, settings, layer, reverse, tensor } = seen;
  const steps = look.tokens.length;
  const t = tokenAt(step, steps, reverse);
  const prefix = prefixOf(layer, reverse);
  const [state, input] = [tensor(`${prefix}h`), tensor(`layer${layer}.x`)];
  if (t === null || !state || !input) return null;
  const { hidden } = settings;
  const unit = Math.min(hidden, wanted) - 1;
  return {
    ...{ kind, t, steps, unit },
    read: placeInReading(t, steps, reverse),
    values: readUnit(kind, tensor, { layer, reverse, t, unit, hidden }),
    rows: rowsOf(kind, (letter) => tensor(prefix + letter), unit),
    x: rowAt(input, t),
    h: rowAt(state, t),
    mostActive: mostActive(state, reverse),
  };
}

function rowAt({ shape, values }: Tensor, t: number): readonly number[] {
  const width = shape.at(-1)!;
  return Array.from({ length: width }, (_, index) => values[t * width + index]!);
}

export interface Hidden {
  readonly symbol: StepLetter;
  readonly t: number;
}

export function without(values: CellValues, name: ValueName | null): CellValues {
  if (name === null) return values;
  return Object.fromEntries(Object.entries(values).filter(([key]) => key !== name));
}

/** The unit along all steps; a number that is asked for is left out. */
export function stepTable(
  { kind, rows, steps }: UnitView,
  tokens: readonly string[],
  hidden: Hidden | null,
  columns: { readonly step: string; readonly token: string },
  print: (value: number) => string | number,
): Pick<FigureTable, 'columns' | 'rows'> {
  const cell = ({ symbol, values }: StepRow, t: number): string | number | null =>
    hidden?.symbol === symbol && hidden.t === t ? null : print(values[t]!);
  return {
    columns: [columns.step, columns.token, ...stepLetters(kind)],
    rows: Array.from({ length: steps }, (_, t) => [
      t + 1,
      tokens[t] ?? '',
      ...rows.map((row) => cell(row, t)),
    ]),
  };
}
