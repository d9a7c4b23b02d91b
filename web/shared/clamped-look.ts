/** Gates held at a value while a text is read: what is asked, and what comes back. Pure. */
import type { Cell } from './run-settings';
import type { NamedTensor } from './protocol';

/** What can be held: each cell's gates, in the engine's order. A bag and an Elman cell have none. */
export const heldGates = {
  bag: [],
  rnn: [],
  lstm: ['i', 'f', 'g', 'o'],
  gru: ['r', 'z', 'n'],
} as const satisfies Readonly<Record<Cell, readonly string[]>>;

export type HeldGate = (typeof heldGates)[Cell][number];

/** As many lines as the engine's clamp.where has. */
export const mostClamps = 8;

/** Units, or steps of the text: from the first to before the end, from 0. */
export interface ClampRange {
  readonly from: number;
  readonly end: number;
}

/** A rectangle of units × steps in which a gate is held; of two that meet, the later one rules. */
export interface Clamp {
  /** From 0. */
  readonly layer: number;
  readonly reverse: boolean;
  readonly gate: HeldGate;
  readonly units: ClampRange;
  readonly steps: ClampRange;
  readonly value: number;
}

/** What one reading of the text made of it. */
export interface ClampReading {
  /** In the order asked for. */
  readonly tensors: readonly NamedTensor[];
  /** As in `Reading`: after each token, or in marked data at each. */
  readonly probabilities: readonly (readonly number[])[];
}

/** One text read twice by the same weights. A text without tokens has neither reading. */
export interface ClampedLook {
  readonly tokens: readonly string[];
  readonly known: readonly boolean[];
  readonly cut: number;
  /** As in `Reading`. */
  readonly place: number | null;
  /** Training step of the model that looked. */
  readonly step: number;
  readonly free: ClampReading | null;
  /** Under the clamps; null where there are none. */
  readonly held: ClampReading | null;
}

export interface ClampedCalls {
  /** The tensors and the answers of a text, free and with gates held. */
  clamped: [
    {
      readonly run: string;
      readonly text: string;
      readonly tensors: readonly string[];
      readonly clamps: readonly Clamp[];
    },
    ClampedLook,
  ];
}
