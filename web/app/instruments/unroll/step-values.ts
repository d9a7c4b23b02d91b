/** The vectors of one step, as numbers to print and to save. Pure. */
import type { Values } from './looking.svelte';
import { stateTensor, type Network, type Part, type State } from './network';

export interface Vector {
  readonly symbol: 'x' | State;
  /** Null for x, which belongs to the first layer and to both directions. */
  readonly part: Part | null;
  readonly values: readonly number[];
}

type TensorOf = (name: string) => Values | undefined;

/** Row t of a tensor (T, 1, width). */
function rowOf(tensor: Values | undefined, t: number): readonly number[] {
  const width = tensor?.shape.at(-1) ?? 0;
  return [...(tensor?.values.subarray(t * width, (t + 1) * width) ?? [])];
}

/** What goes in at a step, and every state after it, from the first layer up. */
export function vectorsAt(network: Network, tensorOf: TensorOf, t: number): readonly Vector[] {
  const states = network.parts.flatMap((part) =>
    network.states.map((symbol): Vector => {
      return { symbol, part, values: rowOf(tensorOf(stateTensor(part, symbol)), t) };
    }),
  );
  return [{ symbol: 'x', part: null, values: rowOf(tensorOf('layer0.x'), t) }, ...states];
}

/** Euclidean. */
export const normOf = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
