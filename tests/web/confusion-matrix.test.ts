import { describe, expect, it } from 'vitest';
import type { AnsweredExample, Confusion } from '../../web/shared/confusion';
import { examplesOf, partsOf, sentText } from '../../web/app/instruments/confusion/examples';
import { cellAfter } from '../../web/app/instruments/confusion/grid-keys';
import {
  cellNamed,
  columnSum,
  matrixOf,
  mostClasses,
  otherClasses,
  precision,
  recall,
  rowSum,
  shareOf,
  totalsOf,
} from '../../web/app/instruments/confusion/matrix';
import { sendAddress } from '../../web/app/instruments/confusion/send';
import { confusionSchema } from '../../web/app/instruments/confusion/schema';
import { labSchema } from '../../web/app/instruments/lab/schema';
import { schemas } from '../../web/app/instruments/schemas';
import { placedOf } from '../../web/app/instruments/placed';
import { readLink, type Placed } from '../../web/app/scene/link';
import { linkTo } from '../../web/app/scene/neighbour';

const counts = [
  [745, 67, 0],
  [60, 640, 0],
  [7, 1, 0],
];
const keys = ['a', 'b', 'c'];
const matrix = matrixOf(counts, keys);

describe('the rates of a class', () => {
  it('are shares of its column and of its row', () => {
    expect(precision(matrix, 0)).toBe(745 / 812);
    expect(recall(matrix, 0)).toBe(745 / 812);
    expect(precision(matrix, 1)).toBe(640 / 708);
    expect(recall(matrix, 1)).toBe(640 / 700);
    expect(shareOf(matrix, 2, 0)).toBe(7 / 8);
  });

  it('are none where nothing was counted, and not a division by zero', () => {
    expect(precision(matrix, 2)).toBeNull();
    expect(recall(matrix, 2)).toBe(0);
    const empty = matrixOf(
      [
        [0, 0],
        [1, 2],
      ],
      ['a', 'b'],
    );
    expect(recall(empty, 0)).toBeNull();
    expect(shareOf(empty, 0, 1)).toBeNull();
    expect(precision(empty, 0)).toBe(0);
  });

  it('sum up: micro is the accuracy, macro counts classes alike and leaves out those without', () => {
    const totals = totalsOf(counts);
    expect(totals).toMatchObject({ examples: 1520, right: 1385, unanswered: 1 });
    expect(totals.accuracy).toBe(1385 / 1520);
    expect(totals.largest).toEqual({ index: 0, share: 812 / 1520, tied: false });
    expect(totals.macro.precision).toBeCloseTo((745 / 812 + 640 / 708) / 2, 15);
    expect(totals.macro.recall).toBeCloseTo((745 / 812 + 640 / 700 + 0) / 3, 15);
    expect(totals.worst).toEqual({ label: 0, answer: 1, count: 67 });
  });

  it('of nothing at all are none', () => {
    expect(
      totalsOf([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual({
      ...{ examples: 0, right: 0, accuracy: 0, unanswered: 2, worst: null },
      largest: { index: 0, share: 0, tied: true },
      macro: { precision: null, recall: null },
    });
  });
});

describe('more classes than have a row', () => {
  /** Class k has k + 3 examples: two answered with the class behind it, the others rightly. */
  const many = Array.from({ length: 14 }, (_, label) =>
    Array.from({ length: 14 }, (_, answer) =>
      answer === label ? label + 1 : answer === (label + 1) % 14 ? 2 : 0,
    ),
  );
  const names = many.map((_, label) => `k${label}`);
  const drawn = matrixOf(many, names);

  it('leave the largest, in their order, and stand together', () => {
    expect(drawn.keys).toEqual([...names.slice(4), otherClasses]);
    expect(drawn.classes.at(-1)).toEqual([0, 1, 2, 3]);
    expect(drawn.keys).toHaveLength(mostClasses + 1);
  });

  it('keep every example', () => {
    const all = totalsOf(many).examples;
    expect(drawn.keys.reduce((sum, _, row) => sum + rowSum(drawn, row), 0)).toBe(all);
    expect(drawn.keys.reduce((sum, _, column) => sum + columnSum(drawn, column), 0)).toBe(all);
    // Of 18 others 10 are right, 6 taken for another of the others, 2 for the next class.
    expect(drawn.counts.at(-1)).toEqual([2, ...Array<number>(9).fill(0), 16]);
    expect(drawn.right.at(-1)).toBe(10);
    expect(precision(drawn, 0)).toBe(5 / 7);
    expect(precision(drawn, 10)).toBe(10 / 18);
  });
});

const example = (
  label: number,
  answer: number,
  probabilities: readonly number[],
  margin: number,
): AnsweredExample => ({
  ...{ tokens: [`${label}${answer}${margin}`], place: null },
  ...{ label, answer, probabilities, margin },
});

describe('the examples of a cell', () => {
  const one = example(0, 1, [0.1, 0.9, 0], 0.8);
  const two = example(0, 1, [0.3, 0.6, 0.1], 0.3);
  const other = example(2, 1, [0, 0.95, 0.05], 0.9);
  const confusion: Confusion = {
    counts,
    step: 3,
    cells: [
      { label: 0, answer: 1, sure: [one, two], near: [two, one] },
      { label: 2, answer: 1, sure: [other], near: [other] },
    ],
  };

  it('come in the order that is asked for', () => {
    const cell = { row: 0, column: 1 };
    expect(examplesOf(confusion, matrix, cell, 'sure')).toEqual([one, two]);
    expect(examplesOf(confusion, matrix, cell, 'near')).toEqual([two, one]);
    expect(examplesOf(confusion, matrix, { row: 1, column: 0 }, 'sure')).toEqual([]);
  });

  it('of classes that stand together are those of all of them, in one order', () => {
    const together = { ...matrix, classes: [[0, 2], [1]] };
    const cell = { row: 0, column: 1 };
    expect(examplesOf(confusion, together, cell, 'sure')).toEqual([other, one, two]);
    expect(examplesOf(confusion, together, cell, 'near')).toEqual([two, one, other]);
  });

  it('are named by the keys of a link', () => {
    expect(cellNamed(matrix, 'a', 'c')).toEqual({ row: 0, column: 2 });
    expect(cellNamed(matrix, 'a', '')).toBeNull();
    expect(cellNamed(matrix, 'gone', 'a')).toBeNull();
  });
});

describe('an example as text', () => {
  const marked = { ...example(0, 0, [1, 0], 1), tokens: ["l'", 'âne', 'dort'], place: 1 };

  it('is parted around the word that counts', () => {
    expect(partsOf(marked, 'word')).toEqual(["l'", 'âne', ' dort']);
    expect(partsOf({ ...marked, place: null }, 'word')).toEqual(["l'âne dort", '', '']);
    expect(partsOf({ ...marked, tokens: ['a', 'b'], place: null }, 'character')[0]).toBe('ab');
  });

  it('is sent with its mark', () => {
    expect(sentText(marked, 'word')).toBe("l'*âne dort");
    expect(sentText({ ...marked, tokens: ['é', 'u'], place: null }, 'character')).toBe('éu');
  });

  it('opens the workshop with the same model, as its page reads it', () => {
    const hash = sendAddress('try', 'the old *man, he', 'dataset:look-ahead-en,cell:gru');
    const placed = Object.entries(schemas).map(([name, schema]) =>
      placedOf(`${name}-1`, schema, { props: { choose: 'yes' }, scene: '', hide: [] }),
    );
    const link = readLink(hash, placed);
    expect(link.problems).toEqual([]);
    expect(link.section).toBe('try-1');
    expect(link.scenes.get('try-1')).toEqual({ text: 'the old *man, he' });
    expect(link.scenes.get('lab-1')).toEqual({ dataset: 'look-ahead-en', cell: 'gru' });
    expect(sendAddress('cell', 'a', '')).toBe('#cell-1&cell-1=text:a');
  });
});

describe('a link to another instrument of the page', () => {
  const placed: Placed[] = (['try', 'confusion', 'lab'] as const).map((name) =>
    placedOf(
      `${name}-1`,
      { try: schemas['try']!, confusion: confusionSchema, lab: labSchema }[name],
      {
        ...{ props: {}, scene: '', hide: [] },
      },
    ),
  );
  const page = {
    placed,
    sceneOf: () => ({ text: 'old', gone: '2', 'b.cell': 'gru' }),
    only: null,
    made: { data: '00000001', engine: '00000002' },
  };

  it('sets what its schema has, and leaves the rest as it stands', () => {
    expect(linkTo(page, 'try', { text: 'a,b', step: null, gone: '' })).toBe(
      '#try-1=text:a%2Cb,b.cell:gru',
    );
  });

  it('shows the whole page where one is shown alone, and hides what was hidden', () => {
    const hidden = new Map([['try-1', new Set(['compare'])]]);
    const hash = linkTo({ ...page, hidden, only: 'confusion-1' }, 'try', { text: 'a' });
    const link = readLink(hash!, placed);
    expect(link).toMatchObject({ only: null, hidden, made: page.made, problems: [] });
    expect([...link.scenes]).toEqual([['try-1', { text: 'a', gone: '2', 'b.cell': 'gru' }]]);
  });

  it('is none to what is not there, or does not take the value', () => {
    expect(linkTo(page, 'cell', { text: 'a' })).toBeNull();
    expect(linkTo(page, 'try', { text: 'a'.repeat(601) })).toBeNull();
  });
});

describe('the keys of the grid', () => {
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  const from = { row: 1, column: 1 };
  it.each([
    ['ArrowUp', { row: 0, column: 1 }],
    ['ArrowDown', { row: 2, column: 1 }],
    ['ArrowLeft', { row: 1, column: 0 }],
    ['ArrowRight', { row: 1, column: 2 }],
    ['Home', { row: 1, column: 0 }],
    ['End', { row: 1, column: 2 }],
    ['Tab', null],
  ])('%s leads to %o', (key, goal) => {
    expect(cellAfter(from, 3, { ...none, key })).toEqual(goal);
  });

  it('end at the edges, and with Control at the corners', () => {
    expect(cellAfter({ row: 0, column: 2 }, 3, { ...none, key: 'ArrowUp' })).toEqual({
      ...{ row: 0, column: 2 },
    });
    const control = { ...none, ctrlKey: true };
    expect(cellAfter(from, 3, { ...control, key: 'Home' })).toEqual({ row: 0, column: 0 });
    expect(cellAfter(from, 3, { ...control, key: 'End' })).toEqual({ row: 2, column: 2 });
    expect(cellAfter(from, 3, { ...control, key: 'ArrowUp' })).toBeNull();
  });
});
