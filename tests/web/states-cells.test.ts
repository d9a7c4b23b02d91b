/** A map's cells: their colours, marks and shapes, each to be seen. */
import { interpolate, formatHex } from 'culori';
import { describe, expect, it } from 'vitest';
import { barOf, cellLook, cellsByShade } from '../../web/app/instruments/states/map-cells';
import { legendOf, legendValues } from '../../web/app/instruments/states/legend';
import {
  contrast,
  css,
  mixed,
  palette,
  parseColour,
  shades,
  type Colour,
} from '../../web/app/instruments/states/map-colours';
import { mapShapes, pathOf } from '../../web/app/instruments/states/map-shapes';
import { statesWords } from '../../web/app/i18n/states';
import { symbols } from '../../web/shared/symbols';

const hex = (colour: string): Colour =>
  [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) as unknown as Colour;
const papers = { light: hex('#faf8f3'), dark: hex('#14171c') };

describe('colours', () => {
  it('mix as OKLab has it', () => {
    for (const [one, other] of [
      ['#faf8f3', '#380f9e'],
      ['#14171c', '#dad406'],
      ['#000000', '#ffffff'],
    ] as const) {
      for (const share of [0, 0.13, 0.5, 0.87, 1]) {
        const expected = hex(formatHex(interpolate([one, other], 'oklab')(share)));
        mixed(hex(one), hex(other), share).forEach((channel, i) =>
          expect(Math.abs(channel - expected[i]!)).toBeLessThanOrEqual(1),
        );
      }
    }
  });

  it('are read as styles have them, and written so', () => {
    expect(parseColour('rgb(1, 22, 255)')).toEqual([1, 22, 255]);
    expect(parseColour('color(srgb 0.5 1 0)')).toEqual([127.5, 255, 0]);
    expect(css([1, 22, 255])).toBe('rgb(1, 22, 255)');
  });

  it.each(['light', 'dark'] as const)('tell larger values apart, and signs, by %s', (scheme) => {
    for (const letter of ['h', 'c', 'i', 'f', 'g', 'o', 'r', 'z', 'n'] as const) {
      const paper = papers[scheme];
      const steps = palette(paper, hex(symbols[letter][scheme]));
      expect(steps).toHaveLength(shades + 1);
      const away = steps.map(({ fill }) => contrast(parseColour(fill), paper));
      away.slice(1).forEach((each, i) => expect(each).toBeGreaterThanOrEqual(away[i]!));
      expect(away.at(-1)).toBeGreaterThan(3.4);
      if (!['h', 'c', 'g', 'n'].includes(letter)) continue;
      for (const { fill, mark } of steps) {
        expect(contrast(parseColour(fill), parseColour(mark)), `${letter} ${fill}`).toBeGreaterThan(
          3,
        );
      }
    }
  });
});

describe('a cell', () => {
  it('shows size, sign and what lies beyond', () => {
    const closed = { open: false };
    expect(cellLook(0, closed)).toEqual({ shade: 0, negative: false, beyond: false });
    expect(cellLook(-1, closed)).toEqual({ shade: shades, negative: true, beyond: false });
    expect(cellLook(0.5, closed).shade).toBe(shades / 2);
    expect(cellLook(-0.04, closed).negative).toBe(false);
    expect(cellLook(-0.05, closed).negative).toBe(true);
    expect(cellLook(-3, { open: true })).toEqual({ shade: shades, negative: true, beyond: true });
    expect(cellLook(1, { open: true }).beyond).toBe(false);
    expect(cellLook(NaN, closed).shade).toBe(0);
  });

  it('is a bar where colours are forced', () => {
    expect(barOf(0, true)).toEqual({ from: 0.5, to: 0.5 });
    expect(barOf(-1, true)).toEqual({ from: 0.5, to: 0 });
    expect(barOf(7, true).to).toBe(1);
    expect(barOf(0.25, false)).toEqual({ from: 0, to: 0.25 });
  });

  it('stands in the row of its unit, each cell once', () => {
    const map = { units: 3, steps: 2, at: (unit: number, step: number) => unit / 3 - step / 2 };
    const scale = { signed: true, open: false };
    const cells = cellsByShade(map, [2, 0, 1], scale).flat();
    expect(cells).toHaveLength(6);
    for (const { row, column, look } of cells) {
      expect(look).toEqual(cellLook(map.at([2, 0, 1][row]!, column), scale));
    }
  });
});

describe('the legend', () => {
  it.each([
    ['h', { signed: true, open: false }, [-1, 1], 1],
    ['c', { signed: true, open: true }, [-1, 1.5], 2],
    ['f', { signed: false, open: false }, [0, 1], 1],
    ['h', { signed: false, open: true }, [0, 1.5], 1],
  ] as const)('of %s shows the whole scale and says its marks', (letter, scale, ends, marks) => {
    const values = legendValues(scale);
    expect([values[0], values.at(-1)]).toEqual(ends);
    for (const words of Object.values(statesWords)) {
      const legend = legendOf(letter, scale, words);
      expect(legend.marks).toHaveLength(marks);
      expect(legend.painting.map.steps * legend.painting.column).toBe(legend.width);
    }
  });
});

describe('the shapes of a map', () => {
  const map = {
    units: 2,
    steps: 2,
    at: (unit: number, step: number) =>
      [
        [1, -0.5],
        [-2, 0],
      ][unit]![step]!,
  };
  const place = { column: 20, row: 10, head: 26, units: [1, 0], seams: [1] };
  const painting = { map, scale: { signed: true, open: true }, ...place };
  const paint = {
    ...{
      palette: palette([250, 248, 243], [56, 15, 158]),
      ink: 'ink',
      faint: 'faint',
      bars: false,
    },
  };

  it('are a box a cell, a bar in each that is negative, a corner in each beyond', () => {
    const shapes = mapShapes(painting, paint);
    const boxes = (fill: string) =>
      shapes.filter((each) => each.fill === fill).flatMap((each) => each.boxes);
    const full = paint.palette[shades]!;
    expect(shapes.flatMap(({ boxes: all }) => all)).toHaveLength(4 * (4 + 2 + 1));
    // The unit of row 0 is the second: −2, then 0; each is filled where it stands.
    // The mark of −0.5 has the colour of what is full.
    const bar = [23.61, 39.5, 11.78, 2];
    expect(boxes(full.fill)).toEqual([...bar, 0, 26, 19, 9, 0, 36, 19, 9]);
    expect(boxes(paint.palette[0]!.fill)).toEqual([20, 26, 19, 9]);
    expect(shapes.flatMap(({ corners }) => corners)).toEqual([19, 26, 5]);
    expect(boxes('ink')).toEqual([0, 35, 40, 1]);
  });

  it('are bars on a line where colours are forced', () => {
    const [axes, bars] = mapShapes(painting, { ...paint, bars: true });
    expect(axes!.boxes).toEqual([9, 26, 1, 19, 29, 26, 1, 19]);
    expect(bars!.boxes.slice(0, 4)).toEqual([1, 27, 8.5, 7]);
    expect(bars!.boxes.slice(4, 8)).toEqual([9.5, 37, 8.5, 7]);
    expect(bars!.fill).toBe('ink');
  });

  it('are a path for a picture', () => {
    expect(pathOf({ fill: '', boxes: [0, 1, 2, 3.456], corners: [9, 0, 5] })).toBe(
      'M0 1h2v3.46h-2zM9 0v5l-5-5z',
    );
  });
});
