import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { describe, expect, it } from 'vitest';
import { linear, pathThrough, roundCeiling } from '../../web/app/chart/scale';
import { Random } from '../../web/worker/random';

const random = new Random(3);
const drawn = (most: number): number => (random.below(1_000_000) / 1_000_000) * most;

describe('the chart’s own scales are those of d3', () => {
  it.each([0.81, 1, 1.2, 1.5, 2.01, 5, 9.99, 10, 99, 1000.5, 3.2e7])('rounding up %d', (top) => {
    const nice = scaleLinear().domain([0, top]).nice(3).domain()[1]!;
    expect(roundCeiling(top, 3)).toBe(nice);
  });

  it('rounding up whatever is drawn', () => {
    for (let k = 0; k < 2000; k += 1) {
      const top = 0.8 + drawn(10 ** random.below(6));
      const nice = scaleLinear().domain([0, top]).nice(3).domain()[1]!;
      expect(roundCeiling(top, 3), String(top)).toBe(nice);
    }
  });

  it('there and back', () => {
    for (let k = 0; k < 200; k += 1) {
      const ends = [drawn(10), 11 + drawn(1e5)] as const;
      const range = [drawn(300), 301 + drawn(600)] as const;
      const [ours, theirs] = [linear(ends, range), scaleLinear().domain(ends).range(range)];
      const value = drawn(1e5);
      expect(ours(value)).toBeCloseTo(theirs(value), 7);
      expect(ours.invert(ours(value))).toBeCloseTo(value, 6);
    }
  });
});

describe('a line', () => {
  it.each([
    [[]],
    [[{ x: 1.04, y: 2.06 }]],
    [
      [
        { x: 1, y: 2 },
        { x: 3.349, y: -4.999 },
      ],
    ],
    [[{ x: 1, y: 2 }, null, { x: 3, y: 4 }, { x: 5, y: 6 }, null]],
    [[null, { x: 1, y: 2 }, null, { x: 3, y: 4 }]],
  ])('through %j is that of d3', (points) => {
    const theirs = line<{ x: number; y: number } | null>()
      .x((point) => point?.x ?? NaN)
      .y((point) => point?.y ?? NaN)
      .defined((point) => point !== null)
      .digits(1);
    expect(pathThrough(points)).toBe(theirs(points) ?? '');
  });
});
