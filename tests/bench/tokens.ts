/** Synthetic batches: tokens and labels only have to be spread. */
import { batches } from './workloads';
import type { Workload } from './workloads';

export interface Batch {
  readonly sequences: readonly Int32Array[];
  readonly labels: Int32Array;
}

/** A linear congruential generator, in [0, 1). */
export function generator(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

type Draw = (uniform: number) => number;

const spread =
  (bound: number): Draw =>
  (uniform) =>
    Math.floor(uniform * bound);

/** Token k is drawn as often as 1 / (k + 1): a few all the time, most hardly ever, as in texts. */
export function zipfian(vocabulary: number): Draw {
  const sums = new Float64Array(vocabulary);
  let total = 0;
  for (let k = 0; k < vocabulary; k += 1) sums[k] = total += 1 / (k + 1);
  return (uniform) => {
    const wanted = uniform * total;
    let low = 0;
    let high = vocabulary - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? total) > wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** @param draw of a token; without it, each is as likely as the others */
export function syntheticBatches(
  { batch, length, classes, head }: Pick<Workload, 'batch' | 'length' | 'classes' | 'head'>,
  vocabulary: number,
  draw: Draw = spread(vocabulary),
  count: number = batches,
): Batch[] {
  const next = generator();
  // The label of a head of next tokens is the token that follows the last.
  const label = head === 'next' ? draw : spread(classes);
  return Array.from({ length: count }, () => ({
    sequences: Array.from({ length: batch }, () => Int32Array.from({ length }, () => draw(next()))),
    labels: Int32Array.from({ length: batch }, () => label(next())),
  }));
}

/** Goes through the batches again and again. */
export function inTurn<Item>(items: readonly Item[]): () => Item {
  let place = 0;
  return () => {
    const item = items[place % items.length] as Item;
    place += 1;
    return item;
  };
}
