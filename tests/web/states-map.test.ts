/** The map's geometry: all inside, nothing over another; and how a stretch of it is chosen. */
import { describe, expect, it } from 'vitest';
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
import { StretchChoice } from '../../web/app/instruments/states/stretch-choice';
import { tokenLabels } from '../../web/app/instruments/states/token-labels';

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

describe('choosing a stretch', () => {
  const start = () => {
    const told: unknown[] = [];
    const choice = new StretchChoice({
      choose: (stretch) => told.push(stretch && [stretch.first, stretch.last]),
      step: (step) => told.push(step),
    });
    return { told, choice };
  };
  const at = (column: number, tokens = false) => ({ column, row: 0, tokens });

  it('is a drag over cells; a press alone takes it away, on a token it names the step', () => {
    const { told, choice } = start();
    choice.press(at(4));
    expect(choice.drag(at(4))).toBe(false);
    expect(choice.drag(at(3))).toBe(true);
    expect(choice.drag(at(1))).toBe(false);
    choice.release();
    expect(told).toEqual([
      [3, 4],
      [1, 4],
    ]);
    choice.press(at(2));
    choice.release();
    choice.press(at(2, true));
    expect(choice.drag(at(3))).toBe(false);
    choice.release();
    choice.release();
    expect(choice.drag(at(5))).toBe(false);
    expect(told.slice(2)).toEqual([null, 2]);
  });

  it('goes on from where Shift began, on both sides of it', () => {
    const { told, choice } = start();
    const room = { rows: 3, columns: 6 };
    let column = 2;
    let stretch: { first: number; last: number } | null = null;
    for (const key of [
      'ArrowRight',
      'ArrowRight',
      'ArrowLeft',
      'ArrowLeft',
      'ArrowLeft',
      'Home',
      'End',
    ]) {
      choice.extend(room, { row: 1, column }, stretch, { key });
      const [first, last] = told.at(-1) as [number, number];
      stretch = { first, last };
      column = { ArrowRight: column + 1, ArrowLeft: column - 1, Home: 0, End: 5 }[key]!;
    }
    expect(told).toEqual([
      [2, 3],
      [2, 4],
      [2, 3],
      [2, 2],
      [1, 2],
      [0, 2],
      [2, 5],
    ]);
    choice.extend(room, { row: 1, column: 1 }, stretch, { key: 'ArrowRight' });
    expect(told.at(-1)).toEqual([1, 2]);
    choice.extend(room, { row: 1, column: 1 }, stretch, { key: 'ArrowDown' });
    expect(told).toHaveLength(8);
  });

  it('takes rows too, where they are chosen: a press is one cell, Shift goes four ways', () => {
    const told: unknown[] = [];
    const choice = new StretchChoice(
      { choose: (...chosen) => told.push(chosen), step: (step) => told.push(step) },
      () => true,
    );
    const span = (first: number, last: number) => ({ first, last });
    choice.press({ column: 2, row: 3, tokens: false });
    expect(choice.drag({ column: 2, row: 3, tokens: false })).toBe(false);
    expect(choice.drag({ column: 2, row: 1, tokens: false })).toBe(true);
    choice.release();
    choice.press({ column: 4, row: 5, tokens: false });
    choice.release();
    expect(told).toEqual([
      [span(2, 2), span(1, 3)],
      [span(4, 4), span(5, 5)],
    ]);
    const room = { rows: 3, columns: 6 };
    choice.extend(room, { row: 1, column: 1 }, null, { key: 'ArrowDown' });
    choice.extend(room, { row: 2, column: 1 }, span(1, 1), { key: 'ArrowRight' });
    expect(told.slice(2)).toEqual([
      [span(1, 1), span(1, 2)],
      [span(1, 2), span(1, 2)],
    ]);
  });
});
