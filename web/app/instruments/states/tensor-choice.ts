/** Which tensor is shown: what a model has, and what of it was asked for. Pure. */
import type { RunSettings } from '../../../shared/protocol';
import type { SymbolLetter } from '../../../shared/symbols';

const lettersOf = {
  rnn: ['h'],
  lstm: ['h', 'c', 'i', 'f', 'g', 'o'],
  gru: ['h', 'r', 'z', 'n'],
} as const satisfies Readonly<Record<string, readonly SymbolLetter[]>>;

export type StateLetter = (typeof lettersOf)[keyof typeof lettersOf][number];

/** What the colours mean; fixed, so that maps compare. */
export interface Scale {
  /** From −1 to 1, or from 0 to 1. */
  readonly signed: boolean;
  /** Can a value lie beyond? */
  readonly open: boolean;
}

export interface TensorChoice {
  readonly letters: readonly StateLetter[];
  readonly letter: StateLetter;
  readonly layers: number;
  /** From 1. */
  readonly layer: number;
  /** The directions that the model has. */
  readonly directions: readonly ('forward' | 'backward')[];
  readonly backward: boolean;
  /** As the engine calls it. */
  readonly name: string;
  readonly scale: Scale;
}

export interface TensorWish {
  readonly symbol: StateLetter;
  readonly layer: number;
  readonly backward: boolean;
}

export function scaleOf(
  letter: StateLetter,
  { cell, nonlinearity }: Pick<RunSettings, 'cell' | 'nonlinearity'>,
): Scale {
  if (letter === 'c') return { signed: true, open: true };
  if (letter === 'h' && cell === 'rnn' && nonlinearity === 'relu') {
    return { signed: false, open: true };
  }
  return { signed: letter === 'h' || letter === 'g' || letter === 'n', open: false };
}

/** What is nearest to the wish in this model; null for one without states. */
export function tensorChoice(settings: RunSettings, wish: TensorWish): TensorChoice | null {
  const { cell, layers, direction } = settings;
  if (cell === 'bag') return null;
  const letters: readonly StateLetter[] = lettersOf[cell];
  const letter = letters.includes(wish.symbol) ? wish.symbol : 'h';
  const layer = Math.min(wish.layer, layers);
  const directions = direction === 'both' ? (['forward', 'backward'] as const) : [direction];
  const backward = direction === 'both' ? wish.backward : direction === 'backward';
  return {
    letters,
    letter,
    layers,
    layer,
    directions,
    backward,
    name: `layer${layer - 1}.${backward ? 'reverse.' : ''}${letter}`,
    scale: scaleOf(letter, settings),
  };
}
