/** What a reader can be asked to compute by hand: each number of a step, from what it is made of. */
import {
  equations,
  operandsOf,
  type CellKind,
  type CellValues,
  type FunctionName,
  type GateLetter,
  type QuantityName,
  type Term,
  type ValueName,
} from '../../../shared/equations';

export interface Task {
  readonly asked: QuantityName;
  readonly term: Term;
}

/** In the order of the equations; a gate is two tasks: its weighted sum, then its function. */
export function tasksOf(kind: CellKind): readonly Task[] {
  return equations[kind].flatMap(({ result, term }): Task[] => {
    if (term.kind !== 'function' || term.of.kind !== 'sum') return [{ asked: result, term }];
    const sum: QuantityName = `a_${result as GateLetter}`;
    return [
      { asked: sum, term: term.of },
      { asked: result, term: { ...term, of: { kind: 'quantity', name: sum } } },
    ];
  });
}

export const taskOf = (kind: CellKind, asked: string): Task | null =>
  tasksOf(kind).find((task) => task.asked === asked) ?? null;

/** The numbers that a task needs, each once. */
export const numbersFor = ({ term }: Task): readonly ValueName[] => [
  ...new Set(operandsOf(term).map(({ name }) => name)),
];

/** The operands as they are printed; null where one of them is not known. */
export function printed(task: Task, values: CellValues, digits: number): CellValues | null {
  const entries = numbersFor(task).map((name) => [name, values[name]] as const);
  if (entries.some(([, value]) => value === undefined)) return null;
  return Object.fromEntries(entries.map(([name, value]) => [name, rounded(value!, digits)]));
}

export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits)) + 0;

/** What one does there, for advice on it. */
export type Operation = FunctionName | 'sum' | 'memory' | 'show' | 'mix';

export function operationOf({ term }: Task): Operation {
  if (term.kind === 'function') return term.name;
  if (term.kind === 'product') return 'show';
  const inner = term.kind === 'sum' ? term.terms : [];
  if (!inner.every(({ kind }) => kind === 'product')) return 'sum';
  const doses = inner.some((one) => one.kind === 'product' && one.factors[0].kind === 'complement');
  return doses ? 'mix' : 'memory';
}
