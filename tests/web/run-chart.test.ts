import { describe, expect, it } from 'vitest';
import { moved, nearest, pointAt, stops } from '../../web/app/chart/cursor';
import {
  accuracyFloor,
  axisEnd,
  drawRun,
  lossCeiling,
  narrow,
  wide,
} from '../../web/app/chart/run-chart';

const curve = {
  losses: [
    { examples: 256, loss: 0.7 },
    { examples: 512, loss: 0.5 },
    { examples: 768, loss: 0.4 },
  ],
  validations: [
    { examples: 0, loss: 0.69, accuracy: 0.5 },
    { examples: 512, loss: 0.5, accuracy: 0.8 },
  ],
};
const empty = { losses: [], validations: [] };

describe('the axis of examples', () => {
  it.each([
    [0, 4096],
    [4096, 4096],
    [4097, 8192],
    [8193, 16384],
    [16385, 24576],
    [24576, 24576],
    [24600, 24600],
  ])('holds %i examples up to %i', (examples, end) => {
    expect(axisEnd(examples, 4096, 24576)).toBe(end);
  });
});

describe('the axes of values', () => {
  it.each([
    [[], 0.5],
    [[0.55, 0.9], 0.5],
    [[0.43, 0.9], 0.4],
    [[0.3], 0.3],
    [[0], 0],
  ])('accuracies %j begin at %d', (values, floor) => {
    expect(accuracyFloor(values)).toBeCloseTo(floor, 12);
  });

  it.each([
    [[], 0.8],
    [[0.7, 0.3], 0.8],
    [[0.9], 1],
    [[1234], 1500],
    [[Infinity, 2], 2],
  ])('losses %j end at %d', (values, ceiling) => {
    expect(lossCeiling(values)).toBeCloseTo(ceiling, 12);
  });
});

describe.each([
  ['wide', wide],
  ['narrow', narrow],
])('a run drawn %s', (_, layout) => {
  const drawing = drawRun(curve, null, 0.6, 1024, layout);

  it('ends where its last points are, inside its own frame', () => {
    const { x0, x1, accuracy, loss } = drawing;
    expect(accuracy.end).toMatchObject({ x: (x0 + x1) / 2, value: 0.8 });
    expect(loss.end?.x).toBeCloseTo(x0 + 0.75 * (x1 - x0), 9);
    for (const { y } of accuracy.dots) {
      expect(y).toBeGreaterThanOrEqual(layout.accuracy[0]);
      expect(y).toBeLessThanOrEqual(layout.accuracy[1]);
    }
    expect(x1).toBeLessThan(layout.width);
    expect(layout.loss[1]).toBeLessThan(layout.height);
  });

  it('draws higher what is higher', () => {
    const [first, second] = drawing.accuracy.dots;
    expect(second!.y).toBeLessThan(first!.y);
    expect(drawing.largestClass).toBeLessThan(layout.accuracy[1]);
  });

  it('finds the examples under a place', () => {
    expect(drawing.toExamples(drawing.toX(300))).toBeCloseTo(300, 9);
  });

  it('draws nothing of an empty run, and its ghost all the same', () => {
    const waiting = drawRun(empty, curve, 0.6, 1024, layout);
    expect(waiting.accuracy.path).toBe('');
    expect(waiting.accuracy.end).toBeNull();
    expect(waiting.loss.ghost).not.toBe('');
    expect(waiting.accuracy.ghostEnd?.x).toBe(drawing.accuracy.end?.x);
  });

  it('breaks the line where a loss is no number', () => {
    const broken = drawRun(
      { ...curve, losses: [...curve.losses, { examples: 1024, loss: NaN }] },
      null,
      0.6,
      1024,
      layout,
    );
    expect(broken.loss.path).not.toContain('NaN');
  });
});

describe('the cursor', () => {
  const places = stops(curve.losses, curve.validations);

  it('stands where some curve has a point', () => {
    expect(places).toEqual([0, 256, 512, 768]);
  });

  it.each<[number | null, string, number | null | undefined]>([
    [null, 'ArrowLeft', 768],
    [null, 'ArrowRight', 768],
    [null, 'Home', 0],
    [512, 'ArrowLeft', 256],
    [512, 'ArrowDown', 256],
    [512, 'ArrowRight', 768],
    [512, 'ArrowUp', 768],
    [0, 'ArrowLeft', 0],
    [768, 'ArrowRight', 768],
    [512, 'PageDown', 0],
    [0, 'PageUp', 768],
    [0, 'End', 768],
    [512, 'Escape', null],
    [512, 'a', undefined],
    [512, 'Tab', undefined],
    [300, 'ArrowLeft', 768],
  ])('from %s, %s leads to %s', (current, key, goal) => {
    expect(moved(places, current, key)).toBe(goal);
  });

  it('has nowhere to go on an empty curve', () => {
    expect(moved([], null, 'ArrowLeft')).toBeUndefined();
    expect(nearest([], 3)).toBeNull();
  });

  it.each([
    [-50, 0],
    [120, 0],
    [130, 256],
    [9999, 768],
  ])('near %i stands at %i', (value, place) => {
    expect(nearest(places, value)).toBe(place);
  });

  it('reads what was known where it stands', () => {
    expect(pointAt(curve.validations, 300)?.accuracy).toBe(0.5);
    expect(pointAt(curve.validations, 512)?.accuracy).toBe(0.8);
    expect(pointAt(curve.losses, 100)).toBeNull();
  });
});
