/** The network that a run's settings make, as its drawing needs it. Pure. */
import { applies } from '../../../shared/settings';
import type { RunSettings } from '../../../shared/protocol';

/** A layer that reads in one direction: it has weights of its own. */
export interface Part {
  readonly layer: number;
  readonly reverse: boolean;
}

export interface Matrix {
  /** As formulas call it. */
  readonly letter: 'E' | 'W' | 'U' | 'H' | 'V';
  readonly tensor: string;
}

/** Weights that are the same at every step. */
export interface WeightSet {
  /** Null for the embedding. */
  readonly part: Part | null;
  readonly matrices: readonly Matrix[];
}

export type State = 'h' | 'c';

export interface Network {
  readonly cell: 'rnn' | 'lstm' | 'gru';
  /** What the head reads: of the whole text, or, in marked data, every step by itself. */
  readonly summary: 'last' | 'mean' | 'each';
  readonly layers: number;
  /** From the first layer up; of a layer, forward before backward. */
  readonly parts: readonly Part[];
  /** What goes from one step to the next. */
  readonly states: readonly State[];
  /** Features of a token, units of a part, features of the summary, classes. */
  readonly embedding: number;
  readonly hidden: number;
  readonly output: number;
  readonly classes: number;
  readonly sets: readonly WeightSet[];
  readonly head: Matrix;
}

/** Null for a bag of words, which reads no order: there is nothing to unroll. */
export function networkOf(settings: RunSettings, classes: number, marked = false): Network | null {
  const { cell, layers, direction, hidden, embedding, summary } = settings;
  if (cell === 'bag') return null;
  const ways = { forward: [false], backward: [true], both: [false, true] }[direction];
  const parts = Array.from({ length: layers }, (_, layer) =>
    ways.map((reverse): Part => ({ layer, reverse })),
  ).flat();
  const recurrent = cell === 'rnn' ? 'H' : 'U';
  const weights = parts.map((part): WeightSet => {
    const suffix = `_l${part.layer}${part.reverse ? '_reverse' : ''}`;
    return {
      part,
      matrices: [
        { letter: 'W', tensor: `rnn.weight_ih${suffix}` },
        { letter: recurrent, tensor: `rnn.weight_hh${suffix}` },
      ],
    };
  });
  const embedded: WeightSet = {
    part: null,
    matrices: [{ letter: 'E', tensor: 'embedding.weight' }],
  };
  return {
    ...{ cell, layers, parts, embedding, hidden, classes },
    summary: marked ? 'each' : applies('summary', settings) ? summary : 'mean',
    states: cell === 'lstm' ? ['h', 'c'] : ['h'],
    output: hidden * ways.length,
    sets: [embedded, ...weights],
    head: { letter: 'V', tensor: 'head.weight' },
  };
}

/** Tensors whose shapes the drawing prints: they do not change while a model is there. */
export const weightTensors = ({ sets, head }: Network): readonly string[] => [
  ...sets.flatMap(({ matrices }) => matrices.map(({ tensor }) => tensor)),
  head.tensor,
];

export const stateTensor = ({ layer, reverse }: Part, state: State): string =>
  `layer${layer}.${reverse ? 'reverse.' : ''}${state}`;

/** Tensors with a number at every step that the walk along time reads. */
export const stepTensors = ({ parts, states }: Network): readonly string[] => [
  'layer0.x',
  ...parts.flatMap((part) => states.map((state) => stateTensor(part, state))),
];

/** Has the part read the token of that step, when the walk stands at another? */
export const hasRead = ({ reverse }: Part, step: number, at: number): boolean =>
  reverse ? step >= at : step <= at;
