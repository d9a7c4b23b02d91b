/** A text read freely and with gates held, as the figure draws it. Pure. */
import type { ClampedLook } from '../../../shared/clamped-look';
import { activationsOf, type Activations } from '../states/activations';
import type { AnsweredToken } from '../try/answers';

export interface HeldAnswer {
  readonly free: Activations;
  /** The same as `free` where nothing is held. */
  readonly held: Activations;
  readonly difference: Activations;
  readonly tokens: readonly AnsweredToken[];
}

/** Null for a text without tokens. */
export function heldAnswer(look: ClampedLook, marked: boolean): HeldAnswer | null {
  const [values] = look.free?.tensors ?? [];
  if (!look.free || !values) return null;
  const free = activationsOf(values);
  const held = look.held ? activationsOf(look.held.tensors[0]!) : free;
  const difference: Activations = {
    units: free.units,
    steps: free.steps,
    at: (unit, step) => held.at(unit, step) - free.at(unit, step),
  };
  const before = look.free.probabilities;
  const now = look.held?.probabilities;
  const tokens = look.tokens.map((token, place): AnsweredToken => ({
    token,
    known: look.known[place] ?? false,
    gone: false,
    asked: marked && place === look.place,
    before: now ? before[place]! : null,
    now: (now ?? before)[place]!,
  }));
  return { free, held, difference, tokens };
}
