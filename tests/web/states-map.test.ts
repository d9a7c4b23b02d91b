/** The map's geometry and its colours: all inside, nothing over another, every mark to be seen. */
import { interpolate, formatHex } from 'culori';
import { describe, expect, it } from 'vitest';
import { barOf, cellLook, cellsByShade } from '../../web/app/instruments/states/map-cells';
import {
  contrast,
  css,
  mixed,
  palette,
  parseColour,
  shades,
  type Colour,
} from '../../web/app/instruments/states/map-colours';
import {
  cellAt,
  gutter,
  lean,
  longestToken,
  mapLayout,
  middleX,
  middleY,
  namedRows,
  onTokens,
  stretchIn,
  tokenSize,
} from '../../web/app/instruments/states/map-layout';
import { legendOf, legendValues } from '../../web/app/instruments/states/legend';
import { tokenLabels } from '../../web/app/instruments/states/token-labels';
import { statesWords } from '../../web/app/i18n/states';
import { symbols } from '../../web/shared/symbols';

/** Of the text column, on a wide screen and on a phone. */
const rooms = [570 - gutter, 320 - gutter];
const texts: readonly (readonly number[])[] = [
  [9],
  Array.from({ length: 6 }, () => 10),
  Array.from({ length: 80 }, () => 8),
  [30, 12, 60, 25, 90, 14, 71, 30, 300],
  Array.from({ length: 40 }, (_, i) => 20 + ((i * 37) % 80)),
];
const cases = rooms.flatMap((room) =>
  texts.flatMap((labels) => [1, 6, 32, 64].map((rows) => ({ room, labels, rows }))),
);

describe.each(cases)('a map of $rows units in $room pixels ($labels.length tokens)', (each) => {
  const { room, labels, rows } = each;
  const layout = mapLayout(rows, room, labels);
  const foot = layout.head + rows * layout.row;

  it('holds its cells, and is no wider than its room if that can be', () => {
    expect(layout.columns * layout.column).toBeLessThanOrEqual(layout.width);
    expect(foot).toBeLessThanOrEqual(layout.height);
    expect(layout.column).toBeGreaterThanOrEqual(14);
    if (layout.column > 14) expect(layout.width).toBeLessThanOrEqual(room + 1);
  });

  it('finds each cell where it lies', () => {
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < labels.length; column += 1) {
        const [x, y] = [middleX(layout, column), middleY(layout, row)];
        expect(cellAt(layout, x, y)).toEqual({ row, column });
        expect(onTokens(layout, y)).toBe(false);
      }
    }
    expect(cellAt(layout, -1, foot)).toBeNull();
    expect(cellAt(layout, layout.columns * layout.column + 1, foot)).toBeNull();
    expect(cellAt(layout, 1, 0)).toEqual({ row: 0, column: 0 });
    expect(cellAt(layout, 1, foot + 9)).toEqual({ row: rows - 1, column: 0 });
  });

  it('has its tokens beside one another, inside, above the cells', () => {
    const angle = (lean * Math.PI) / 180;
    labels.forEach((wanted, column) => {
      const width = Math.min(wanted, longestToken);
      const x = middleX(layout, column);
      if (!layout.leaning) {
        expect(width).toBeLessThan(layout.column);
        expect(x + width / 2).toBeLessThanOrEqual(layout.width);
        return;
      }
      expect(layout.column * Math.sin(angle)).toBeGreaterThan(0.8 * tokenSize);
      expect(x + width * Math.cos(angle)).toBeLessThanOrEqual(layout.width);
      expect(width * Math.sin(angle) + 7).toBeLessThanOrEqual(layout.head);
    });
  });

  it('names units without one number over another, and those that it must', () => {
    for (const needed of [[], [0], [rows - 1, 3], [1, 2]]) {
      const named = namedRows(layout, needed);
      const must = needed.filter((row) => row < rows);
      for (const row of must) expect(named).toContain(row);
      named.slice(1).forEach((row, i) => {
        const both = must.includes(row) && must.includes(named[i]!);
        if (!both) expect((row - named[i]!) * layout.row).toBeGreaterThanOrEqual(12);
      });
      expect(named.length).toBeGreaterThanOrEqual(Math.floor(rows / 4));
    }
  });
});

describe('tokens above the map', () => {
  it('are cut where they are too long, and named where they do not print', () => {
    const measure = (text: string): number => 10 * [...text].length;
    const look = { tokens: ['a', 'anticonstitutionnellement', '\u0301'], known: [true, false] };
    const [one, long, mark] = tokenLabels(look, measure);
    expect(one).toEqual({ full: 'a', text: 'a', width: 10, known: true });
    expect(long).toMatchObject({ text: 'anticonst…', width: 100, known: false });
    expect(long!.full).toBe('anticonstitutionnellement');
    expect(mark!.text).toBe('U+0301');
  });
});

describe('a stretch', () => {
  it.each([
    [5, null, null, null],
    [5, 1, 3, { first: 1, last: 3 }],
    [5, 3, 1, { first: 1, last: 3 }],
    [5, 2, null, { first: 2, last: 2 }],
    [5, null, 4, { first: 4, last: 4 }],
    [5, 3, 9, { first: 3, last: 4 }],
    [5, 5, 9, null],
    [0, 0, 0, null],
  ] as const)('of a text of %i steps, from %o to %o, is %o', (steps, from, to, expected) => {
    expect(stretchIn(steps, from, to)).toEqual(expected);
  });
});

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
