import { describe, expect, it } from 'vitest';
import {
  compare,
  feedbackOf,
  firstOf,
  fitsQuestion,
  fitsRuns,
  measure,
  placesOf,
  type Comparison,
} from '../../web/shared/prediction-grade';
import type {
  ChoiceQuestion,
  CurveQuestion,
  NumberQuestion,
  Question,
} from '../../web/shared/prediction';
import type { ValidationPoint } from '../../web/shared/protocol';
import type { RichText } from '../../web/shared/quiz';
import { defaultSettings } from '../../web/shared/settings';

const plain = (text: string): RichText => [{ kind: 'plain', text }];
const { seed, ...settings } = defaultSettings;
const run = (id: string) => ({ id, name: id.toUpperCase(), settings });
const frame = {
  title: 'Toy',
  concept: 'state',
  prompt: plain('How far?'),
  dataset: 'brackets',
  seed,
  examples: 4096,
};
const sides = { close: plain('close'), high: plain('high'), low: plain('low') };

const share: NumberQuestion = {
  ...frame,
  kind: 'number',
  id: 'toy.share',
  runs: [run('a')],
  figure: { of: 'accuracy', run: 'a' },
  min: 0,
  max: 100,
  tolerance: 2,
  feedback: sides,
};
const time: NumberQuestion = {
  ...share,
  id: 'toy.time',
  figure: { of: 'examples-to', run: 'a', goal: 95 },
  max: 4096,
  tolerance: 512,
  feedback: { ...sides, never: plain('never') },
};
const race: ChoiceQuestion = {
  ...frame,
  kind: 'choice',
  id: 'toy.race',
  runs: [run('a'), run('b')],
  figure: { of: 'first-to', goal: 95 },
  options: ['a', 'b', 'none'].map((id) => ({
    id,
    text: plain(id),
    right: plain(`${id} right`),
    wrong: plain(`${id} wrong`),
  })),
};
const curve: CurveQuestion = {
  ...frame,
  kind: 'curve',
  id: 'toy.curve',
  runs: [run('a')],
  figure: { of: 'accuracy-curve', run: 'a' },
  min: 0,
  max: 100,
  tolerance: 5,
  feedback: { ...sides, across: plain('across') },
};

const points = (...accuracies: number[]): ValidationPoint[] =>
  accuracies.map((accuracy, index) => ({
    examples: 1024 * index,
    loss: 2 - accuracy,
    accuracy,
  }));

describe('what the runs say', () => {
  const rising = points(0.25, 0.5, 0.95, 0.9, 1);

  it('is measured at the start and after every stretch', () => {
    expect(placesOf(curve)).toEqual([0, 1024, 2048, 3072, 4096]);
  });

  it.each<[string, Question, object]>([
    ['the last accuracy, in points', share, { kind: 'number', value: 100 }],
    ['the first place at the goal, though it is lost again', time, { kind: 'number', value: 2048 }],
    ['every accuracy', curve, { kind: 'curve', values: [25, 50, 95, 90, 100] }],
    [
      'every loss',
      { ...curve, figure: { of: 'loss-curve', run: 'a' } },
      { kind: 'curve', values: [1.75, 1.5, 1.05, 1.1, 1] },
    ],
  ])('is %s', (_, question, measured) => {
    expect(measure(question, { a: rising })).toEqual(measured);
  });

  it('is when each model reached the goal, or that it did not', () => {
    const measured = measure(race, { a: rising, b: points(0.25, 0.5) });
    expect(measured).toEqual({ kind: 'choice', reached: { a: 2048, b: null } });
    expect(measure(time, { a: points(0.25, 0.94) })).toEqual({ kind: 'number', value: null });
  });

  it('is nothing before the first measurement of each', () => {
    expect(measure(share, {})).toBeNull();
    expect(measure(race, { a: rising })).toBeNull();
    expect(measure(curve, { a: [] })).toBeNull();
  });
});

describe('the distance', () => {
  const number = (value: number) => ({ kind: 'number', value }) as const;
  it.each<[NumberQuestion, number, number | null, Comparison]>([
    [share, 50, 50, { verdict: 'close', distance: 0 }],
    [share, 52, 50, { verdict: 'close', distance: 2 }],
    [share, 52.5, 50, { verdict: 'high', distance: 2.5 }],
    [share, 40, 50, { verdict: 'low', distance: 10 }],
    [time, 1024, 2048, { verdict: 'low', distance: 1024 }],
    [time, 1024, null, { verdict: 'never', distance: null }],
  ])('of a number: %#', (question, guess, value, expected) => {
    const measured = { kind: 'number', value } as const;
    const found = compare(question, number(guess), measured);
    expect(found).toEqual(expected);
    const said = feedbackOf(question, number(guess), found);
    expect(said).toEqual(plain(expected.verdict));
  });

  it.each<[string, Record<string, number | null>, Comparison]>([
    ['a', { a: 1024, b: 3072 }, { verdict: 'right', distance: 0 }],
    ['b', { a: 1024, b: 3072 }, { verdict: 'wrong', distance: 2048 }],
    ['b', { a: 1024, b: null }, { verdict: 'wrong', distance: null }],
    ['b', { a: 1024, b: 1024 }, { verdict: 'right', distance: 0 }],
    ['a', { a: null, b: null }, { verdict: 'wrong', distance: null }],
    ['none', { a: null, b: null }, { verdict: 'right', distance: 0 }],
    ['none', { a: null, b: 1024 }, { verdict: 'wrong', distance: null }],
  ])('of the choice %s: %o', (option, reached, expected) => {
    const guess = { kind: 'choice', option } as const;
    const found = compare(race, guess, { kind: 'choice', reached });
    expect(found).toEqual(expected);
    expect(feedbackOf(race, guess, found)).toEqual(plain(`${option} ${expected.verdict}`));
  });

  it.each<[string, number[], number[], Comparison]>([
    ['the same', [1, 2, 3, 4, 5], [1, 2, 3, 4, 5], { verdict: 'close', distance: 0 }],
    ['above', [70, 70, 70, 70, 70], [50, 60, 60, 70, 70], { verdict: 'high', distance: 8 }],
    ['below', [50, 50, 50, 50, 50], [50, 60, 60, 70, 70], { verdict: 'low', distance: 12 }],
    ['across', [60, 60, 60, 60, 60], [50, 50, 60, 70, 70], { verdict: 'across', distance: 8 }],
    ['mostly above', [80, 80, 80, 80, 50], [60, 60, 60, 60, 60], { verdict: 'high', distance: 18 }],
    ['of a run that ended early', [50, 60, 0, 0, 0], [40, 40], { verdict: 'high', distance: 15 }],
  ])('of a curve: %s', (_, guess, values, expected) => {
    const said = { kind: 'curve', values: guess } as const;
    const found = compare(curve, said, { kind: 'curve', values });
    expect(found.verdict).toBe(expected.verdict);
    expect(found.distance).toBeCloseTo(expected.distance!, 12);
    expect(feedbackOf(curve, said, found)).toEqual(plain(expected.verdict));
  });

  it('is none between kinds that differ', () => {
    const measured = { kind: 'number', value: 50 } as const;
    expect(() => compare(share, { kind: 'choice', option: 'a' }, measured)).toThrow('toy.share');
  });

  it('knows several first ones, and none', () => {
    expect(firstOf({ a: 1024, b: 1024, c: 2048 })).toEqual(['a', 'b']);
    expect(firstOf({ a: null, b: null })).toEqual([]);
  });
});

describe('what was kept for a question', () => {
  it('fits it, or is of another', () => {
    expect(fitsQuestion(share, { kind: 'number', value: 100 })).toBe(true);
    expect(fitsQuestion(share, { kind: 'number', value: 101 })).toBe(false);
    expect(fitsQuestion(share, { kind: 'choice', option: 'a' })).toBe(false);
    expect(fitsQuestion(race, { kind: 'choice', option: 'c' })).toBe(false);
    expect(fitsQuestion(curve, { kind: 'curve', values: [1, 2, 3, 4, 5] })).toBe(true);
    expect(fitsQuestion(curve, { kind: 'curve', values: [1, 2, 3, 4] })).toBe(false);
    expect(fitsQuestion(curve, { kind: 'curve', values: [1, 2, 3, 4, 500] })).toBe(false);
  });

  it('was measured by its runs, or by others', () => {
    expect(fitsRuns(time, { kind: 'number', value: null })).toBe(true);
    expect(fitsRuns(share, { kind: 'number', value: null })).toBe(false);
    expect(fitsRuns(race, { kind: 'choice', reached: { a: 1, b: null } })).toBe(true);
    expect(fitsRuns(race, { kind: 'choice', reached: { a: 1 } })).toBe(false);
    expect(fitsRuns(race, { kind: 'choice', reached: { a: 1, c: 2 } })).toBe(false);
    expect(fitsRuns(curve, { kind: 'curve', values: [1] })).toBe(true);
    expect(fitsRuns(curve, { kind: 'curve', values: [1, 2, 3, 4, 5, 6] })).toBe(false);
  });
});
