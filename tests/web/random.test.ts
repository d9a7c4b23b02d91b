import { describe, expect, it } from 'vitest';
import { Random, shuffle } from '../../web/worker/random';

const draws = (random: Random, count: number): number[] =>
  Array.from({ length: count }, () => random.next());

describe('Random', () => {
  it.each([
    [[0], [3273095843, 3660010216, 360283985, 4177180556]],
    [[1], [47759971, 1205835409, 3456532138, 1685861113]],
    [
      [1, 0, 0],
      [223071880, 2729631020, 1069503337, 2586617115],
    ],
    [
      [1, 0, 1],
      [2153308927, 348616305, 2532310511, 4159818804],
    ],
    [[4_294_967_295], [313808890, 310637626, 1235294531, 3447135089]],
  ])('key %j gives the same bits for ever', (key, expected) => {
    expect(draws(new Random(...key), 4)).toEqual(expected);
  });

  it('gives every key a stream of its own', () => {
    const keys = [[], [0], [0, 0], [1], [1, 0], [0, 1], [2 ** 32 - 1]];
    const streams = keys.map((key) => draws(new Random(...key), 3).join());
    expect(new Set(streams).size).toBe(keys.length);
  });

  it('draws below a bound, each number about equally often', () => {
    const random = new Random(7);
    const counts = new Uint32Array(6);
    for (let i = 0; i < 60_000; i += 1) counts[random.below(6)]! += 1;
    // Five standard deviations of a fair die.
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(460);
  });

  it('draws evenly where the bound does not divide 2³²', () => {
    const random = new Random(8);
    let low = 0;
    for (let i = 0; i < 30_000; i += 1) if (random.below(3 * 2 ** 30) < 2 ** 30) low += 1;
    expect(Math.abs(low - 10_000)).toBeLessThan(410);
  });

  it.each([0, -1, 1.5, Number.NaN, 2 ** 32 + 1])('refuses the bound %s', (bound) => {
    expect(() => new Random(1).below(bound)).toThrow(/bound is/);
  });

  it('accepts 1 and 2³² as bounds', () => {
    expect(new Random(1).below(1)).toBe(0);
    expect(new Random(1).below(2 ** 32)).toBe(new Random(1).next());
  });
});

describe('shuffle', () => {
  it('keeps every value, and moves them by the seed', () => {
    const shuffled = shuffle([...'abcdefghij'], new Random(3)).join('');
    expect(shuffled).toBe('jcebihfagd');
    expect([...shuffled].sort().join('')).toBe('abcdefghij');
    expect(shuffle([...'abcdefghij'], new Random(4)).join('')).not.toBe(shuffled);
  });

  it('reaches every order of three about equally often', () => {
    const counts = new Map<string, number>();
    const random = new Random(5);
    for (let i = 0; i < 12_000; i += 1) {
      const order = shuffle(['a', 'b', 'c'], random).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(205);
  });

  it('leaves nothing and one value alone', () => {
    expect(shuffle([], new Random(1))).toEqual([]);
    expect([...shuffle(Uint32Array.of(9), new Random(1))]).toEqual([9]);
  });
});
