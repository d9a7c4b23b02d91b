import { describe, expect, it } from 'vitest';
import {
  blankDraft,
  completed,
  onScale,
  pressed,
  stroke,
  type Draft,
} from '../../web/app/instruments/predict/curve-draft';
import { drawCurves, penAt } from '../../web/app/instruments/predict/curve-picture';
import { keptApart, narrow, wide } from '../../web/app/instruments/predict/layout';
import { drawScale, within } from '../../web/app/instruments/predict/scale-picture';
import { widthOf } from '../../web/app/instruments/fitting';

const scale = { min: 0, max: 100, step: 1 };
const blank = blankDraft(5);

describe('drawing a curve with a pointer', () => {
  it('marks the nearest place where the pen comes down', () => {
    expect(stroke(blank, null, { place: 1.4, value: 50.3 }, scale)).toEqual([
      null,
      50,
      null,
      null,
      null,
    ]);
  });

  it('gives every place that it passes the value it had there, also backwards', () => {
    const forth = stroke(blank, { place: 0.5, value: 10 }, { place: 3.5, value: 70 }, scale);
    expect(forth).toEqual([null, 20, 40, 60, null]);
    const back = stroke(forth, { place: 3.5, value: 0 }, { place: 1.5, value: 0 }, scale);
    expect(back).toEqual([null, 20, 0, 0, null]);
  });

  it('stays on the scale and on the places', () => {
    const out = stroke(blank, { place: -3, value: 500 }, { place: 9, value: 500 }, scale);
    expect(out).toEqual([100, 100, 100, 100, 100]);
    expect(stroke(blank, null, { place: 9, value: -5 }, scale)[4]).toBe(0);
    expect(stroke(blank, { place: 1.2, value: 5 }, { place: 1.6, value: 9 }, scale)).toEqual(blank);
  });

  it('has the grain of the scale, without the last bits of a sum', () => {
    expect(onScale(0.3001, { min: 0, max: 2, step: 0.1 })).toBe(0.3);
    expect(onScale(1.26, { min: 0, max: 2, step: 0.05 })).toBe(1.25);
  });
});

describe('drawing a curve with keys', () => {
  const keys = (...pressedKeys: string[]) =>
    pressedKeys.reduce((pen, key) => pressed(pen, key, scale)!, {
      draft: blank as Draft,
      place: 0,
    });

  it.each<[string[], Draft, number]>([
    [['ArrowUp'], [51, null, null, null, null], 0],
    [['PageDown', 'ArrowDown'], [39, null, null, null, null], 0],
    [['ArrowUp', 'ArrowRight', 'PageUp'], [51, 61, null, null, null], 1],
    [
      ['End', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'PageUp'],
      [null, null, null, null, 100],
      4,
    ],
    [['ArrowUp', 'Delete'], [null, null, null, null, null], 0],
    [['ArrowLeft', 'Home'], [null, null, null, null, null], 0],
  ])('%o', (typed, draft, place) => {
    expect(keys(...typed)).toEqual({ draft, place });
  });

  it('leaves other keys alone', () => {
    for (const key of ['Tab', 'Enter', ' ', 'Escape', 'a']) {
      expect(pressed({ draft: blank, place: 0 }, key, scale)).toBeUndefined();
    }
  });
});

describe('a curve that is committed', () => {
  it.each<[Draft, readonly number[] | null]>([
    [[null, null, null], null],
    [[null, 5, null], null],
    [
      [null, 10, null, 20, null],
      [10, 10, 15, 20, 20],
    ],
    [
      [0, null, null, null, 100],
      [0, 25, 50, 75, 100],
    ],
    [
      [1, 2, 3],
      [1, 2, 3],
    ],
  ])('%o is %o', (draft, values) => {
    expect(completed(draft, scale)).toEqual(values);
  });
});

describe('the pictures', () => {
  const places = [0, 1024, 2048, 3072, 4096];
  const facts = {
    places,
    min: 0,
    max: 100,
    draft: blank,
    guess: [10, 20, 30, 40, 50],
    measured: [10, 30, 60],
    others: [[0, 0, 0]],
  };

  it.each([wide, narrow])(
    'lead the pen back to the value that is drawn there, $width',
    (layout) => {
      const picture = drawCurves({ ...facts, draft: [null, 37, null, null, null] }, layout);
      const [dot] = picture.dots;
      const share = { x: dot!.x / layout.width, y: dot!.y / picture.height };
      const pen = penAt(picture, layout, places, share);
      expect(pen.place).toBeCloseTo(1, 9);
      expect(pen.value).toBeCloseTo(37, 9);
    },
  );

  it('draw a distance at each measurement', () => {
    const { gaps, labels } = drawCurves(facts, wide);
    expect(gaps.map(({ y1, y2 }) => Math.sign(y1 - y2))).toEqual([0, 1, 1]);
    expect(labels.measured).toBeLessThan(labels.guess!);
  });

  it('keep labels apart and inside', () => {
    expect(keptApart([50, 52, 51], 10, [0, 100])).toEqual([50, 70, 60]);
    expect(keptApart([98, 99], 10, [0, 100])).toEqual([90, 100]);
  });

  it.each([wide, narrow])('keep every text inside the drawing, $width', (layout) => {
    for (const x of [14, layout.width / 2, layout.width - 14]) {
      const text = 'prédit : 100 %';
      const from = within(text, x, layout);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(from + widthOf(text, 13)).toBeLessThanOrEqual(layout.width + 1e-9);
    }
  });

  it('put a number, a guess and a row where the scale has them', () => {
    const row = { name: 'A', value: 50, seen: null, others: [25], chosen: false };
    const { rows, guess, x0, x1 } = drawScale({
      min: 0,
      max: 100,
      rows: [row],
      guess: 100,
      layout: wide,
    });
    expect(guess).toBe(x1);
    expect(rows[0]!.value).toBe((x0 + x1) / 2);
    expect(rows[0]!.others).toEqual([x0 + (x1 - x0) / 4]);
  });
});
