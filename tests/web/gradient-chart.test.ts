import { describe, expect, it } from 'vitest';
import { drawFlow, narrow, stepAt, wide } from '../../web/app/instruments/gradient/flow-chart';
import { linesOf } from '../../web/app/instruments/gradient/flow-lines';
import { logScale, onScale } from '../../web/app/instruments/gradient/log-scale';
import {
  clipped,
  clippedIn,
  drawStrip,
  wideStrip,
} from '../../web/app/instruments/gradient/norm-strip';
import type { GradientFlow } from '../../web/shared/gradient-flow';
import { flow, three } from '../support/gradient-flows';

const draw = (flows: readonly GradientFlow[], cursor: number | null = null, layout = wide) =>
  drawFlow({ flows, lines: linesOf(flows), tokens: flows[0]!.tokens, cursor }, layout);

describe('the logarithmic scale', () => {
  it('ends at round decades, and gives each as much room', () => {
    const scale = logScale([3e-6, 0.2], 0, 100);
    expect([scale.low, scale.high]).toEqual([-6, 0]);
    expect([1, 1e-3, 1e-6].map(scale.y)).toEqual([0, 50, 100]);
    expect(scale.ticks.map(({ exponent }) => exponent)).toEqual([0, -1, -2, -3, -4, -5, -6]);
    expect([scale.zero, scale.beyond]).toEqual([null, null]);
  });

  it('has lanes for 0 and for what is not finite, outside its decades', () => {
    const scale = logScale([1, 0, Infinity, Number.NaN], 0, 100);
    expect(scale.y(0)).toBeGreaterThan(scale.y(10 ** scale.low) + 10);
    expect(scale.y(Infinity)).toBeLessThan(scale.y(10 ** scale.high) - 10);
    expect(scale.y(Number.NaN)).toBe(scale.y(Infinity));
    expect([0, Infinity, Number.NaN].some((value) => onScale(scale, value))).toBe(false);
  });

  it('labels few decades of many, and stands with no value at all', () => {
    expect(logScale([1e-30, 1], 0, 100).ticks.length).toBeLessThanOrEqual(8);
    expect(logScale([], 0, 100)).toMatchObject({ low: -4, high: 0 });
    expect(logScale([0, 0], 0, 100).y(0)).toBe(95);
  });
});

describe('the figure', () => {
  it('draws h of each model, and c where there is one, each with its name on the left', () => {
    const { lines, x0 } = draw(three());
    expect(lines.map(({ key }) => key)).toEqual(['rnn-h', 'lstm-h', 'lstm-c', 'gru-h']);
    expect(lines.map(({ predicted }) => predicted !== '')).toEqual([true, false, true, false]);
    for (const { label } of lines) expect(label.leader).toMatch(new RegExp(`^M${x0 - 6},`));
    const heights = lines.map(({ label }) => label.y).sort((one, other) => one - other);
    heights.slice(1).forEach((y, i) => expect(y - heights[i]!).toBeGreaterThanOrEqual(15.99));
  });

  it('breaks a curve at 0 and at an overflow, whose points lie in their lanes', () => {
    const [rnn, ...others] = three();
    const h = [Infinity, 0, 1e-2, 0.1];
    const { lines, scale } = draw([{ ...rnn!, h }, ...others]);
    expect(lines[0]!.apart.map(({ y }) => y)).toEqual([scale.beyond, scale.zero]);
    expect(lines[0]!.path.match(/[ML]/g)).toHaveLength(2);
    const alone = draw([{ ...rnn!, h: [0, 0, 0, 0.1] }, ...others]).lines[0]!;
    expect(alone.apart.map(({ x }) => x)).toEqual(draw(three()).tokens.map(({ x }) => x));
  });

  it('draws a prediction only where the scale of what is measured reaches', () => {
    const [rnn, ...others] = three();
    const { lines, scale } = draw([{ ...rnn!, predicted: [1e12, 1e6, 0.05, 0.1] }, ...others]);
    expect(scale.high).toBe(-1);
    expect(lines[0]!.predicted.match(/[ML]/g)).toHaveLength(2);
  });

  it('draws what is cut off apart, from where it is cut', () => {
    const cut = three().map((each) => ({
      ...each,
      h: [0, 0, 0.01, 0.1],
      uncut: [1e-4, 1e-3, 0.01, 0.1],
      cuts: [2],
    }));
    const { lines, cuts, x0, x1 } = draw(cut);
    expect(cuts).toEqual([x0 + (x1 - x0) / 2]);
    // Two that are cut, and the one that they meet.
    expect(lines[0]!.uncut.match(/[ML]/g)).toHaveLength(3);
    expect(lines[0]!.path.match(/[ML]/g)).toHaveLength(2);
  });

  it('says where the loss is taken, and what is not read', () => {
    const short = three().map((each) => ({ ...each, position: 1, h: [0.1, 1, 0, 0] }));
    const drawing = draw(short);
    expect(drawing.lossX).toBe(drawing.tokens[1]!.x);
    expect(drawing.unreadX).toBeGreaterThan(drawing.lossX);
    expect(drawing.tokens.map(({ read }) => read)).toEqual([true, true, false, false]);
    expect(draw(three()).unreadX).toBeNull();
  });

  it('makes the largest effect of each model fill its lane', () => {
    const { lanes } = draw([flow({ moved: [4, 2, 0, 1] }), ...three().slice(1)]);
    const [rnn] = lanes;
    expect(rnn!.most).toBe(4);
    expect(rnn!.bars.map(({ height }) => height)).toEqual([30, 15, 0, 7.5]);
    expect(rnn!.bars.map(({ most }) => most)).toEqual([true, false, false, false]);
  });

  it('finds the step under a point, on the tokens alone', () => {
    const drawing = draw(three(), 2);
    drawing.tokens.forEach(({ x }, step) => expect(stepAt(drawing, x)).toBe(step));
    expect(stepAt(drawing, 10)).toBeNull();
    expect(drawing.cursorX).toBe(drawing.tokens[2]!.x);
    expect(drawing.lines[0]!.read?.x).toBe(drawing.tokens[2]!.x);
  });

  it('numbers long texts where their letters have no room', () => {
    const long = three().map((each) => ({
      ...each,
      tokens: Array<string>(80).fill('u'),
      h: Array<number>(80).fill(0.1),
      position: 79,
    }));
    const drawing = draw(long, null, narrow);
    expect(drawing.legible).toBe(false);
    expect(drawing.steps.map(({ step }) => step)).toEqual([1, 10, 20, 30, 40, 50, 60, 70, 80]);
  });
});

describe('the norms of the training', () => {
  it('are cut at the ceiling, where there is one', () => {
    expect([0.5, 3, Infinity].map((norm) => clipped(norm, 1))).toEqual([0.5, 1, 1]);
    expect(clipped(3, 0)).toBe(3);
    expect(clippedIn({ first: 0, values: [0.5, 3, Number.NaN] }, 1)).toBe(2);
    expect(clippedIn({ first: 0, values: [0.5, 3] }, 0)).toBe(0);
  });

  it('stand as sticks on one scale: what is left, and what was taken', () => {
    const norms = [
      { first: 0, values: [0.5, 30] },
      { first: 0, values: [0.5, 0.5, Infinity] },
    ];
    const { lanes, last } = drawStrip(norms, 1, wideStrip);
    expect(last).toBe(120);
    const [one, other] = lanes;
    expect(one!.sticks[0]!.after).toBe(one!.sticks[0]!.before);
    expect(one!.sticks[1]!.after).toBe(one!.ceiling);
    expect(one!.sticks[1]!.before).toBeLessThan(one!.ceiling!);
    expect(other!.sticks.map(({ finite }) => finite)).toEqual([true, true, false]);
    expect(other!.bottom - other!.sticks[0]!.after).toBeCloseTo(
      one!.bottom - one!.sticks[0]!.after,
    );
    expect(other!.sticks.map(({ x }) => x)).toEqual(
      [...other!.sticks].map(({ x }) => x).sort((a, b) => a - b),
    );
  });

  it('keep the last 120 steps in place, also of a model that has stopped before', () => {
    const norms = [
      { first: 0, values: [1, 2] },
      { first: 180, values: Array<number>(120).fill(1) },
    ];
    const { first, last, lanes } = drawStrip(norms, 0, wideStrip);
    expect([first, last]).toEqual([180, 300]);
    expect(lanes.map(({ sticks }) => sticks.length)).toEqual([0, 120]);
    expect(lanes[0]!.ceiling).toBeNull();
  });
});
