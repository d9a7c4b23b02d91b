import { describe, expect, it } from 'vitest';
import { movedIn, placeIn, type CursorPlace } from '../../web/app/figure/cursor';
import { Milestones, type Moment, type Progressing } from '../../web/app/figure/milestones';
import { mostRows, shownTable, toCsv } from '../../web/app/figure/table';

describe('a figure’s file of numbers', () => {
  it.each<[string, (string | number | null)[], string]>([
    [
      'numbers with a point, all their digits, and no groups',
      [1234567.25, 0.1 + 0.2],
      '1234567.25,0.30000000000000004',
    ],
    ['nothing for what is missing or not finite', [null, NaN, Infinity, ''], ',,,'],
    [
      'quotes around a comma, a quote, a line end',
      ['a,b', 'say "h"', 'a\nb'],
      '"a,b","say ""h""","a\nb"',
    ],
    ['negative numbers as numbers', [-1, -1e-7], '-1,-1e-7'],
    [
      'an apostrophe before what a spreadsheet would compute',
      ['=A1', '+1+1', '@x', '-2+3'],
      "'=A1,'+1+1,'@x,'-2+3",
    ],
    ['a sign by itself as it is', ['-', '+', '='], '-,+,='],
  ])('has %s', (_, row, line) => {
    expect(toCsv({ columns: ['x'], rows: [row] })).toBe(`x\r\n${line}\r\n`);
  });
});

describe('a figure’s table', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => [index]);
  it.each([
    [0, 0, undefined],
    [mostRows, 0, 0],
    [mostRows + 1, 1, 1],
    [1000, 800, 800],
  ])('of %i rows leaves out %i, the earliest', (count, leftOut, first) => {
    const shown = shownTable({ columns: ['x'], rows: rows(count), at: 'now' });
    expect(shown.leftOut).toBe(leftOut);
    expect(shown.rows.length).toBe(count - leftOut);
    expect(shown.rows[0]?.[0]).toBe(first);
    expect(shown.at).toBe('now');
  });
});

describe('a cursor over rows and columns', () => {
  const room = { rows: 10, columns: 20 };
  const here: CursorPlace = { row: 4, column: 7 };
  it.each<[string, boolean, CursorPlace | null, CursorPlace | null | undefined]>([
    ['ArrowLeft', false, here, { row: 4, column: 6 }],
    ['ArrowRight', false, here, { row: 4, column: 8 }],
    ['ArrowUp', false, here, { row: 3, column: 7 }],
    ['ArrowDown', false, here, { row: 5, column: 7 }],
    ['PageUp', false, here, { row: 0, column: 7 }],
    ['PageDown', false, here, { row: 9, column: 7 }],
    ['Home', false, here, { row: 4, column: 0 }],
    ['End', false, here, { row: 4, column: 19 }],
    ['Home', true, here, { row: 0, column: 0 }],
    ['End', true, here, { row: 9, column: 19 }],
    ['ArrowDown', false, null, { row: 0, column: 0 }],
    ['End', true, null, { row: 9, column: 19 }],
    ['ArrowUp', false, { row: 0, column: 0 }, { row: 0, column: 0 }],
    ['ArrowRight', false, { row: 4, column: 19 }, { row: 4, column: 19 }],
    ['ArrowRight', false, { row: 99, column: 99 }, { row: 9, column: 19 }],
    ['Escape', false, here, null],
    ['Tab', false, here, undefined],
    ['constructor', false, here, undefined],
  ])('%s (Ctrl: %s) from %o leads to %o', (key, ctrlKey, from, to) => {
    expect(movedIn(room, from, { key, ctrlKey })).toEqual(to);
  });

  it('moves along its one row with every arrow, and begins at its end', () => {
    const line = { rows: 1, columns: 20 };
    const at = (column: number): CursorPlace => ({ row: 0, column });
    expect(movedIn(line, at(5), { key: 'ArrowUp' })).toEqual(at(6));
    expect(movedIn(line, at(5), { key: 'ArrowDown' })).toEqual(at(4));
    expect(movedIn(line, at(5), { key: 'PageUp' })).toEqual(at(13));
    expect(movedIn(line, null, { key: 'ArrowLeft' })).toEqual(at(19));
    expect(movedIn(line, at(5), { key: 'Escape' })).toBeNull();
  });

  it('stands nowhere in an empty room, and inside one that has shrunk', () => {
    expect(movedIn({ rows: 0, columns: 3 }, null, { key: 'Home' })).toBeUndefined();
    expect(placeIn({ rows: 3, columns: 0 }, here)).toBeNull();
    expect(placeIn({ rows: 3, columns: 3 }, here)).toEqual({ row: 2, column: 2 });
  });
});

describe('what is announced of a calculation', () => {
  const said = (reports: readonly Progressing[]): Moment[] => {
    const milestones = new Milestones();
    return reports.flatMap((report) => milestones.hear(report) ?? []);
  };
  const running = (share: number): Progressing => ({ phase: 'running', share });

  it('is its start, each tenth once, and its end, however many reports there are', () => {
    const reports = Array.from({ length: 10_001 }, (_, index) => running(index / 10_000));
    const moments = said([{ phase: 'idle', share: 0 }, ...reports, { phase: 'ended', share: 1 }]);
    expect(moments).toEqual([
      { kind: 'started' },
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((tenths) => ({ kind: 'share', tenths })),
      { kind: 'ended' },
    ]);
  });

  it.each<[string, Progressing[], Moment[]]>([
    [
      'a leap over several tenths is one',
      [running(0), running(0.45)],
      [{ kind: 'started' }, { kind: 'share', tenths: 4 }],
    ],
    [
      'a pause, and the way on',
      [running(0.2), { phase: 'paused', share: 0.25 }, running(0.25)],
      [{ kind: 'started' }, { kind: 'paused' }, { kind: 'started' }],
    ],
    [
      'nothing before it began',
      [
        { phase: 'idle', share: 0 },
        { phase: 'paused', share: 0 },
      ],
      [],
    ],
    [
      'nothing for a step in a pause',
      [running(0), { phase: 'paused', share: 0.1 }, { phase: 'paused', share: 0.3 }],
      [{ kind: 'started' }, { kind: 'paused' }],
    ],
    [
      'a tenth again after a new start',
      [running(0), running(0.1), { phase: 'idle', share: 0 }, running(0), running(0.1)],
      [
        { kind: 'started' },
        { kind: 'share', tenths: 1 },
        { kind: 'started' },
        { kind: 'share', tenths: 1 },
      ],
    ],
    ['no tenth of what has no length', [running(NaN), running(NaN)], [{ kind: 'started' }]],
  ])('%s', (_, reports, moments) => {
    expect(said(reports)).toEqual(moments);
  });
});
