/** Draws that follow from a seed, for tests that try many cases. */
export interface Draw {
  /** A whole number from 0 to `count` − 1. */
  below(count: number): number;
  /** From 0 to 1, without 1. */
  share(): number;
}

export function generator(seed: number): Draw {
  let state = seed >>> 0;
  const next = (): number => {
    // Knuth's multiplier; the high bits are the good ones.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return { below: (count) => Math.floor(next() * count), share: next };
}
