/**
 * The integer generator of everything that is drawn in TypeScript: parts of a data set, order
 * of training. xoshiro128** by Blackman and Vigna (2018, doi 10.1145/3460772): 32-bit integer
 * arithmetic alone, so a seed means the same draws on every machine.
 */
export class Random {
  readonly #state = new Uint32Array(4);

  /** Streams with different keys are independent: name the seed first, then what is drawn. */
  constructor(...key: readonly number[]) {
    let hash = golden;
    for (const word of key) hash = mix((hash ^ word) + golden);
    for (let i = 0; i < 4; i++) {
      hash = (hash + golden) >>> 0;
      this.#state[i] = mix(hash);
    }
  }

  /** 32 random bits, as a number from 0 to 2³² − 1. */
  next(): number {
    const s = this.#state as Uint32Array & [number, number, number, number];
    const result = Math.imul(rotate(Math.imul(s[1], 5), 7), 9) >>> 0;
    const shifted = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = rotate(s[3], 11);
    return result;
  }

  /** An integer from 0 to `bound` − 1, every one equally likely; `bound` from 1 to 2³². */
  below(bound: number): number {
    if (!Number.isInteger(bound) || bound < 1 || bound > range) {
      throw new RangeError(`bound is ${bound}; it must be an integer from 1 to ${range}`);
    }
    // Draws beyond the last whole multiple would favour the small numbers.
    const limit = range - (range % bound);
    let draw = this.next();
    while (draw >= limit) draw = this.next();
    return draw % bound;
  }
}

/** Fisher–Yates, in place, from the last place to the first. */
export function shuffle<T extends Uint32Array | unknown[]>(values: T, random: Random): T {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    const kept = values[i];
    values[i] = values[j];
    values[j] = kept;
  }
  return values;
}

const range = 2 ** 32;
const golden = 0x9e3779b9;

function rotate(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}

/** A bijection of the 32-bit words (MurmurHash3's finaliser) that spreads neighbouring seeds. */
function mix(x: number): number {
  let y = x >>> 0;
  y = Math.imul(y ^ (y >>> 16), 0x85ebca6b);
  y = Math.imul(y ^ (y >>> 13), 0xc2b2ae35);
  return (y ^ (y >>> 16)) >>> 0;
}
