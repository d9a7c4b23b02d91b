import { describe, expect, it } from 'vitest';
import {
  mostActive,
  rowsOf,
  stepLetters,
  tokenAt,
  type StepLetter,
  type Tensor,
} from '../../web/app/instruments/cell/steps';
import { SharedLight } from '../../web/app/light/shared-light';
import { columnWidth, drawStrip } from '../../web/app/instruments/cell/strip-drawing';
import { within } from '../../web/app/instruments/cell/inspection.svelte';
import { defaultSettings } from '../../web/shared/settings';
import { generator } from '../support/draws';

const steps = (...rows: readonly (readonly number[])[]): Tensor => ({
  shape: [rows.length, 1, rows[0]!.length],
  values: rows.flat(),
});

describe('the letters of a step', () => {
  it.each([
    ['elman', 'h'],
    ['elman-relu', 'h'],
    ['lstm', 'f i g o c h'],
    ['gru', 'z r n h'],
  ] as const)('of %s: gates, then states: %s', (kind, letters) => {
    expect(stepLetters(kind)).toEqual(letters.split(' '));
  });
});

describe('a unit along the steps', () => {
  const tensors: Partial<Record<StepLetter, Tensor>> = {
    f: steps([0.25, 0.5], [0.75, 1]),
    c: steps([-3, 0], [1.5, 0.5]),
    h: steps([0.5, -0.5], [0.25, -1]),
  };
  const rows = rowsOf('lstm', (letter) => tensors[letter], 0);

  it('has a row for each letter that was read', () => {
    expect(rows.map(({ symbol, values }) => [symbol, values])).toEqual([
      ['f', [0.25, 0.75]],
      ['c', [-3, 1.5]],
      ['h', [0.5, 0.25]],
    ]);
  });

  it('fills its height at a bound, and a memory, which has none, at its largest number', () => {
    expect(rows.map(({ signed, most }) => [signed, most])).toEqual([
      [false, 1],
      [true, 3],
      [true, 1],
    ]);
    const small = rowsOf('lstm', () => steps([0.1], [0.2]), 0);
    expect(small.every(({ most }) => most === 1)).toBe(true);
  });

  it('of a relu never falls below zero, and has no bound', () => {
    const [row] = rowsOf('elman-relu', () => steps([0], [7]), 0);
    expect(row).toMatchObject({ symbol: 'h', signed: false, most: 7 });
  });
});

describe('the most active unit', () => {
  it('is the one whose state goes the longest way, from zero on', () => {
    // 1 + 0 + 0; 0.5 + 1 + 1.
    expect(mostActive(steps([1, 0.5], [1, -0.5], [1, 0.5]), false)).toBe(1);
    expect(mostActive(steps([1, 0.5], [1, 0.5]), false)).toBe(0);
  });

  it('follows the order of reading', () => {
    const state = steps([0.9, 0], [0, 1]);
    expect(mostActive(state, false)).toBe(0);
    expect(mostActive(state, true)).toBe(1);
  });
});

describe('the token of a step', () => {
  it.each([
    [null, 6, false, 5],
    [null, 6, true, 0],
    [4, 6, false, 3],
    [4, 6, true, 3],
    [40, 6, false, 5],
    [1, 0, false, null],
  ] as const)('step %s of %i tokens, backwards %s: %s', (step, count, reverse, t) => {
    expect(tokenAt(step, count, reverse)).toBe(t);
  });
});

it('goes where the model has a layer and a direction', () => {
  const asked = { text: 'a', layer: 3, reverse: true };
  const settings = { ...defaultSettings, dataset: 'x' };
  expect(within(asked, settings)).toEqual({ text: 'a', layer: 0, reverse: false });
  expect(within(asked, { ...settings, layers: 2, direction: 'both' })).toMatchObject({
    ...{ layer: 1, reverse: true },
  });
  const backward = { ...settings, direction: 'backward' as const };
  expect(within({ ...asked, reverse: false }, backward).reverse).toBe(true);
});

describe.each([1, 6, 18, 80])('the strip of %i steps', (count) => {
  const { share } = generator(count);
  const tensors = (letter: StepLetter): Tensor =>
    steps(
      ...Array.from({ length: count }, () =>
        ['f', 'i', 'o'].includes(letter) ? [share()] : [4 * share() - 2],
      ),
    );
  const rows = rowsOf('lstm', tensors, 0);
  const column = columnWidth(Array.from({ length: count }, () => 'a'));
  const asked = { symbol: 'c' as const, t: count - 1 };
  const drawing = drawStrip(rows, column, count, asked);

  it('has columns that a finger hits, also on a phone', () => {
    // Tenths of a rem, which is 18 pixels on a narrow page.
    expect((column / 10) * 18).toBeGreaterThanOrEqual(24);
    expect(drawing.width).toBeCloseTo(column * count, 9);
  });

  it('keeps every bar inside its column and its row', () => {
    for (const row of drawing.rows) {
      for (const { t, x, y, width, height } of row.bars) {
        expect(x).toBeGreaterThanOrEqual(t * column);
        expect(x + width).toBeLessThanOrEqual((t + 1) * column);
        expect(y).toBeGreaterThanOrEqual(row.y);
        expect(y + height).toBeLessThanOrEqual(row.y + row.height);
        expect(height).toBeGreaterThanOrEqual(0);
      }
    }
    expect(drawing.rows.at(-1)!.y + drawing.rowHeight).toBe(drawing.height);
  });

  it('draws a negative number below its line of zero, a positive one above it', () => {
    drawing.rows.forEach((row, index) => {
      row.bars.forEach(({ y, height }, t) => {
        const negative = rows[index]!.values[t]! < 0;
        if (negative) expect(y).toBeCloseTo(row.zero, 9);
        else expect(y + height).toBeCloseTo(row.zero, 9);
      });
    });
  });

  it('leaves out the number that is asked for, and no other', () => {
    const hidden = drawing.rows.flatMap(({ symbol, bars }) =>
      bars.filter((bar) => bar.asked).map(({ t }) => [symbol, t]),
    );
    expect(hidden).toEqual([['c', count - 1]]);
  });
});

it('gives words the room of the longest, within bounds', () => {
  expect(columnWidth(['le', 'chat'])).toBeLessThan(columnWidth(['le', 'facteur']));
  expect(columnWidth(['anticonstitutionnellement'])).toBe(60);
});

describe('the light of several parts', () => {
  it('is that of the last that lights a letter, and goes back when it lets go', () => {
    const seen: (string | null)[] = [];
    const light = new SharedLight((symbol) => seen.push(symbol));
    const [diagram, formula] = [light.of('diagram'), light.of('formula')];
    diagram('f');
    formula('i');
    formula(null);
    diagram('f');
    diagram(null);
    expect(seen).toEqual(['f', 'i', 'f', 'f', null]);
  });
});
