/** How far a run has come with a clause, as a bar and the stroke of its limit. Pure. */
import type { Clause } from '../../../shared/protocol';

export interface Bar {
  /** Both from 0 to 1. */
  readonly value: number;
  readonly bound: number;
  /** The validation part's share stands for one that no check has told yet. */
  readonly guess: boolean;
}

/** Where the limit of a count stands, while the count is below it. */
const room = 0.8;

/** Null for a clause that is no number. @param validation share of the validation part */
export function barOf(clause: Clause, validation: number | null): Bar | null {
  switch (clause.kind) {
    case 'share': {
      const { value, bound } = clause;
      return { value: value ?? validation ?? 0, bound, guess: value === null };
    }
    case 'examples':
    case 'parameters': {
      const { value, bound } = clause;
      const whole = Math.max(bound / room, value ?? 0);
      return { value: (value ?? 0) / whole, bound: bound / whole, guess: false };
    }
    default:
      return null;
  }
}
