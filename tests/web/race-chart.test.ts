import { describe, expect, it } from 'vitest';
import {
  laneOf,
  phaseOf,
  placesOf,
  reachedAfter,
  seenByAll,
  valueAt,
  type Lane,
  type Point,
} from '../../web/app/instruments/race/lanes';
import {
  drawRace,
  labelGap,
  narrow,
  wide,
  type Runner,
} from '../../web/app/instruments/race/race-chart';
import { spread } from '../../web/app/instruments/race/spread';
import { initialState } from '../../web/app/workbench/run-state';
import { Random } from '../../web/worker/random';
import { recorded, settings } from '../support/run-happenings';

const curveTo = (last: number, examples = 8192): readonly Point[] => [
  { examples: 0, value: 0.5 },
  { examples: examples / 2, value: 0.45 },
  { examples, value: last },
];
const runner = (points: readonly Point[], more: Partial<Runner> = {}): Runner => ({
  points,
  end: 'running',
  diverged: null,
  ghost: [],
  ghostNamed: false,
  ...more,
});
const draw = (runners: readonly Runner[], more: object = {}, layout = wide) =>
  drawRace(
    { measure: 'accuracy', runners, reference: 0.5, cursor: null, most: 24_576, ...more },
    layout,
  );

describe('labels', () => {
  it('stand at their own heights where there is room', () => {
    expect(spread([10, 200, 90], 16, 0, 300)).toEqual([10, 200, 90]);
  });

  it('share what they lack, around the middle of what they wish', () => {
    expect(spread([100, 100, 100], 16, 0, 300)).toEqual([84, 100, 116]);
    expect(spread([100, 104, 200], 16, 0, 300)).toEqual([94, 110, 200]);
  });

  it('stay in the frame, and overrun its end where all do not fit', () => {
    expect(spread([0, 0], 16, 0, 300)).toEqual([0, 16]);
    expect(spread([300, 300], 16, 0, 300)).toEqual([284, 300]);
    expect(spread([5, 5, 5], 16, 0, 20)).toEqual([0, 16, 32]);
    expect(spread([], 16, 0, 20)).toEqual([]);
  });

  it('never overlap, keep their order, and stay inside, whatever they wish', () => {
    const random = new Random(3);
    for (let round = 0; round < 500; round += 1) {
      const wishes = Array.from({ length: 1 + random.below(9) }, () => random.below(261));
      const places = spread(wishes, 16, 0, 260);
      const order = wishes.map((_, i) => i).sort((a, b) => wishes[a]! - wishes[b]!);
      order.reduce((before, index) => {
        expect(places[index]! - places[before]!).toBeGreaterThan(15.999);
        return index;
      });
      expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...places)).toBeLessThanOrEqual(260);
    }
  });
});

describe.each([
  ['wide', wide],
  ['narrow', narrow],
])('a race drawn %s', (_, layout) => {
  const ended = { end: 'stopped', ghost: curveTo(0.99), ghostNamed: true } as const;
  const runners = [
    runner(curveTo(0.5), ended),
    runner(curveTo(1), ended),
    runner(curveTo(1, 4096), ended),
    runner(curveTo(0.997), ended),
  ];
  const drawing = draw(runners, {}, layout);

  it('names four models and four ghosts without overlap, inside the frame', () => {
    const ys = drawing.labels.map(({ y }) => y).sort((one, other) => one - other);
    expect(ys).toHaveLength(8);
    ys.reduce((before, y) => {
      expect(y - before).toBeGreaterThan(labelGap - 1e-6);
      return y;
    });
    expect(ys[0]).toBeGreaterThanOrEqual(drawing.y0);
    expect(ys.at(-1)).toBeLessThanOrEqual(drawing.y1);
    for (const { x } of drawing.labels) expect(x).toBeGreaterThan(drawing.x1);
  });

  it('leads from the end of each line to its label', () => {
    for (const { index, kind, y, leader } of drawing.labels) {
      const numbers = leader.match(/[\d.]+/gu)!.map(Number);
      const { end } = drawing.lines[index]!;
      if (kind === 'live') expect(numbers[1]).toBeCloseTo(end!.y, 0);
      expect(numbers.at(-1)).toBeCloseTo(y, 0);
    }
  });

  it('draws every end inside the plot, 100 % at its top, chance a tenth above its floor', () => {
    for (const { end } of drawing.lines) {
      expect(end!.y).toBeGreaterThanOrEqual(drawing.y0);
      expect(end!.y).toBeLessThanOrEqual(drawing.y1);
      expect(end!.x).toBeLessThanOrEqual(drawing.x1);
    }
    expect(drawing.lines[1]?.end?.y).toBe(layout.top);
    expect(drawing.yTicks.map(({ value }) => value)).toEqual([0.4, 0.6, 0.8, 1]);
    expect(drawing.reference!.labelY).toBeLessThan(drawing.y1);
  });

  it('begins at zero where chance is low', () => {
    expect(draw(runners, { reference: 0.25 }, layout).yTicks[0]).toEqual({
      at: drawing.y1,
      value: 0,
    });
  });

  it('reads all the curves where the cursor stands, and leaves the ghosts unnamed', () => {
    const read = draw(runners, { cursor: 4096 }, layout);
    expect(read.labels.map(({ kind, value }) => [kind, value])).toEqual([
      ['live', 0.45],
      ['live', 0.45],
      ['live', 1],
      ['live', 0.45],
    ]);
    expect(read.labels.map(({ leader }) => leader)).toEqual(['', '', '', '']);
    for (const { read: mark } of read.lines) expect(mark!.x).toBeCloseTo(read.cursorX!, 9);
    expect(read.toExamples(read.cursorX!)).toBeCloseTo(4096, 9);
  });
});

describe('the axes', () => {
  it('of examples grow by doubling up to the most of a run', () => {
    const ends = [100, 8193, 16_385, 24_576].map(
      (examples) => draw([runner(curveTo(0.6, examples))]).xTicks.at(-1)?.value,
    );
    expect(ends).toEqual([8192, 16_384, 24_576, 24_576]);
  });

  it('of losses hold chance and every curve, and break where a loss is no number', () => {
    const broken = [...curveTo(0.2), { examples: 9000, value: NaN }];
    const drawing = draw([runner(broken)], { measure: 'loss', reference: Math.log(4) });
    expect(drawing.yTicks.at(-1)!.value).toBeGreaterThan(Math.log(4));
    expect(drawing.lines[0]!.path).not.toContain('NaN');
    expect(drawing.labels[0]!.value).toBe(0.2);
  });

  it('are there before anything has run', () => {
    const empty = draw([runner([]), runner([])]);
    expect(empty.labels).toEqual([]);
    expect(empty.xTicks.at(-1)?.value).toBe(8192);
  });
});

describe('a lane', () => {
  const lane = (more: Partial<Lane>): Lane => ({
    ...laneOf(initialState(settings, null)),
    ...more,
  });
  const { losses, validations } = recorded;

  it('knows nothing of a recording', () => {
    const state = initialState(recorded.settings, recorded);
    expect(state.stage.kind).toBe('recorded');
    expect(laneOf(state)).toMatchObject({
      stage: { kind: 'paused' },
      examples: 0,
      curve: { losses: [], validations: [] },
      ghost: null,
    });
    const other = initialState({ ...settings, seed: 8 }, recorded);
    expect(other.ghost?.recorded).toBe(true);
    expect(laneOf(other).ghost).toBeNull();
  });

  it('is read at a number of examples', () => {
    const live = lane({ curve: { losses, validations } });
    expect(placesOf([live, lane({})], 'accuracy')).toEqual([0, 128]);
    expect(valueAt(live, 'accuracy', 127)).toBe(0.4);
    expect(valueAt(live, 'training', 63)).toBeNull();
    expect(reachedAfter(live)).toBeNull();
    const good = [...validations, { examples: 256, loss: 0.1, accuracy: 0.95 }];
    expect(reachedAfter(lane({ curve: { losses, validations: good } }))).toBe(256);
  });

  it.each<[string, Partial<Lane>[], boolean, string, number]>([
    ['nothing done', [{}, {}], false, 'ready', 0],
    ['started', [{}, {}], true, 'running', 0],
    ['side by side', [{ examples: 64 }, { examples: 32 }], true, 'running', 32],
    [
      'one has ended',
      [{ stage: { kind: 'finished', ended: 'no-progress' }, examples: 64 }, { examples: 96 }],
      false,
      'paused',
      96,
    ],
    [
      'all have ended',
      [
        { stage: { kind: 'finished', ended: 'no-progress' }, examples: 64 },
        { stage: { kind: 'diverged', at: 3, kept: 1 }, examples: 96 },
      ],
      false,
      'over',
      96,
    ],
    ['one is on its way', [{ stage: { kind: 'opening' } }, {}], true, 'opening', 0],
    [
      'one has failed',
      [{ stage: { kind: 'failed', failure: { code: 'memory', message: '' } } }, {}],
      true,
      'failed',
      0,
    ],
  ])('%s', (_, parts, running, phase, seen) => {
    const lanes = parts.map(lane);
    expect(phaseOf(lanes, running)).toBe(phase);
    expect(seenByAll(lanes)).toBe(seen);
  });
});
