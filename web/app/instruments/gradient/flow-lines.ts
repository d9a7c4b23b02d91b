/** The curves of the gradients of three models, each named by its model and its state. Pure. */
import type { GradientFlow } from '../../../shared/gradient-flow';
import { recurrentCells } from '../../../shared/run-settings';

/** In the order of `recurrentCells`. */
export type Model = (typeof recurrentCells)[number];

export interface FlowLine {
  readonly model: Model;
  readonly state: 'h' | 'c';
  /** One a token. */
  readonly values: readonly number[];
  /** What the measured curve is held against; null where nothing is. */
  readonly predicted: readonly number[] | null;
  /** What it would be if nothing were cut off; null where nothing is. */
  readonly uncut: readonly number[] | null;
}

export function linesOf(flows: readonly GradientFlow[]): readonly FlowLine[] {
  return recurrentCells.flatMap((model, index): FlowLine[] => {
    const flow = flows[index];
    if (!flow) return [];
    const { h, c, predicted, uncut } = flow;
    const own = { model, state: 'h', values: h, uncut, predicted: c ? null : predicted } as const;
    return c ? [own, { model, state: 'c', values: c, predicted, uncut: null }] : [own];
  });
}

/** How a line is named and drawn: each has a dash of its own. */
export const keyOf = ({ model, state }: Pick<FlowLine, 'model' | 'state'>): string =>
  `${model}-${state}`;
