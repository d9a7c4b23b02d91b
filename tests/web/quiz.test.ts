import { describe, expect, it } from 'vitest';
import {
  blankAnswer,
  isAnswered,
  parseAnswer,
  type Answer,
  type ChoiceItem,
  type Item,
  type MatchItem,
  type NumberItem,
  type OrderItem,
  type PointItem,
  type RichText,
} from '../../web/shared/quiz';
import { grade, retry, type Verdict } from '../../web/shared/quiz-grade';

const say = (text: string): RichText => [{ kind: 'plain', text }];
const frame = { concept: 'state', prompt: say('?'), hints: [say('1'), say('2')] };
const option = (id: string, right: boolean) => ({
  id,
  text: say(id),
  right,
  feedback: say(`about ${id}`),
});

const one: ChoiceItem = {
  kind: 'one',
  id: 'one',
  ...frame,
  options: [option('a', false), option('b', true), option('c', false)],
};
const several: ChoiceItem = {
  kind: 'several',
  id: 'several',
  ...frame,
  options: [option('a', true), option('b', false), option('c', true), option('d', false)],
};
const point: PointItem = {
  kind: 'point',
  figure: 'unrolled',
  id: 'point',
  ...frame,
  options: [option('h1', false), option('h2', true), option('x1', false)],
};
const number: NumberItem = {
  kind: 'number',
  id: 'number',
  ...frame,
  answer: 0.3,
  tolerance: 0.1,
  unit: 'poids',
  feedback: say('yes'),
  slips: [{ value: 3, feedback: say('ten times too much') }],
  otherwise: say('no'),
};
const order: OrderItem = {
  kind: 'order',
  id: 'order',
  ...frame,
  steps: ['c', 'a', 'b'].map((id) => ({
    id,
    text: say(id),
    place: 'abc'.indexOf(id) + 1,
    feedback: say(`about ${id}`),
  })),
};
const match: MatchItem = {
  kind: 'match',
  id: 'match',
  ...frame,
  choices: [
    { id: 'x', text: say('x') },
    { id: 'y', text: say('y') },
  ],
  rows: [
    { id: 'r', text: say('r'), choice: 'y', feedback: say('about r') },
    { id: 's', text: say('s'), choice: 'x', feedback: say('about s') },
  ],
};

const chosen = (...ids: string[]): Answer => ({ kind: 'chosen', ids });
const typed = (text: string): Answer => ({ kind: 'typed', text });
const ordered = (...ids: string[]): Answer => ({ kind: 'ordered', ids });
const matched = (choices: Record<string, string>): Answer => ({ kind: 'matched', choices });

type Case = readonly [string, Item, Answer, boolean, Record<string, Verdict>];

describe('grading', () => {
  const cases: readonly Case[] = [
    ['one, right', one, chosen('b'), true, { a: 'avoided', b: 'right', c: 'avoided' }],
    ['one, wrong', one, chosen('c'), false, { a: 'avoided', b: 'missed', c: 'wrong' }],
    [
      'several, all',
      several,
      chosen('a', 'c'),
      true,
      { a: 'right', b: 'avoided', c: 'right', d: 'avoided' },
    ],
    [
      'several, in another order',
      several,
      chosen('c', 'a'),
      true,
      { a: 'right', b: 'avoided', c: 'right', d: 'avoided' },
    ],
    [
      'several, one missed',
      several,
      chosen('a'),
      false,
      { a: 'right', b: 'avoided', c: 'missed', d: 'avoided' },
    ],
    [
      'several, one too many',
      several,
      chosen('a', 'b', 'c'),
      false,
      { a: 'right', b: 'wrong', c: 'right', d: 'avoided' },
    ],
    ['point, right', point, chosen('h2'), true, { h1: 'avoided', h2: 'right', x1: 'avoided' }],
    ['point, wrong', point, chosen('x1'), false, { h1: 'avoided', h2: 'missed', x1: 'wrong' }],
    ['number, exact', number, typed('0,3'), true, { number: 'right' }],
    ['number, at the bound above', number, typed('0.4'), true, { number: 'right' }],
    ['number, at the bound below', number, typed('0.2'), true, { number: 'right' }],
    ['number, beyond the bound', number, typed('0.41'), false, { number: 'wrong' }],
    ['number, with its unit', number, typed('0,3 poids'), true, { number: 'right' }],
    ['order, right', order, ordered('a', 'b', 'c'), true, { a: 'right', b: 'right', c: 'right' }],
    [
      'order, two swapped',
      order,
      ordered('b', 'a', 'c'),
      false,
      { b: 'wrong', a: 'wrong', c: 'right' },
    ],
    ['match, right', match, matched({ r: 'y', s: 'x' }), true, { r: 'right', s: 'right' }],
    ['match, one wrong', match, matched({ r: 'y', s: 'y' }), false, { r: 'right', s: 'wrong' }],
  ];

  it.each(cases)('%s', (_, item, answer, right, verdicts) => {
    const given = grade(item, answer, 'fr')!;
    expect(given.right).toBe(right);
    const marks = [...given.chosen, ...given.others].map(({ part, verdict }) => [part, verdict]);
    expect(Object.fromEntries(marks)).toEqual(verdicts);
  });

  it('explains what was chosen first, the rest when asked', () => {
    const given = grade(several, chosen('b'), 'fr')!;
    expect(given.chosen.map(({ feedback }) => feedback)).toEqual([say('about b')]);
    expect(given.others.map(({ part }) => part)).toEqual(['a', 'c', 'd']);
  });

  it.each([
    ['0,3', 'yes'],
    ['3', 'ten times too much'],
    ['7', 'no'],
  ])('tells why %s is what it is', (text, feedback) => {
    expect(grade(number, typed(text), 'fr')?.chosen[0]?.feedback).toEqual(say(feedback));
  });

  it.each<readonly [string, Item, Answer]>([
    ['nothing chosen', one, chosen()],
    ['nothing pointed at', point, chosen()],
    ['nothing typed', number, typed('  ')],
    ['not a number', number, typed('beaucoup')],
    ['a row left open', match, matched({ r: 'y' })],
    ['an answer of another kind', one, typed('b')],
  ])('does not grade %s', (_, item, answer) => {
    expect(grade(item, answer, 'fr')).toBeNull();
  });
});

describe('trying again', () => {
  it.each<readonly [string, Item, Answer, Answer]>([
    ['frees a wrong choice', one, chosen('a'), chosen()],
    ['frees a wrong region', point, chosen('x1'), chosen()],
    ['keeps the right choices', several, chosen('a', 'b'), chosen('a')],
    ['empties a wrong number', number, typed('9'), typed('')],
    ['keeps the rows that match', match, matched({ r: 'y', s: 'y' }), matched({ r: 'y' })],
    ['starts from the order there is', order, ordered('b', 'a', 'c'), ordered('b', 'a', 'c')],
  ])('%s', (_, item, answer, next) => {
    expect(retry(answer, grade(item, answer, 'fr')!)).toEqual(next);
  });
});

describe('answers read back from storage', () => {
  const items: readonly Item[] = [one, several, point, number, order, match];

  it.each(items.map((item) => [item.kind, item] as const))('a blank %s comes back', (_, item) => {
    const blank = blankAnswer(item);
    expect(parseAnswer(item, JSON.parse(JSON.stringify(blank)))).toEqual(blank);
    expect(isAnswered(item, blank)).toBe(item.kind === 'order');
  });

  it.each<readonly [string, Item, unknown, Answer | null]>([
    ['an option that is gone', several, chosen('a', 'gone'), chosen('a')],
    ['two options where one is meant', one, chosen('b', 'a'), chosen('a')],
    ['two regions', point, chosen('x1', 'h2'), chosen('h2')],
    ['a region that is gone', point, chosen('gone'), chosen()],
    [
      'a row and a choice that are gone',
      match,
      matched({ r: 'gone', gone: 'x', s: 'x' }),
      matched({ s: 'x' }),
    ],
    ['steps that are not all there', order, ordered('a', 'b'), null],
    ['a step twice', order, ordered('a', 'a', 'b'), null],
    ['a very long number', number, typed('9'.repeat(10_000)), typed('9'.repeat(40))],
    ['another kind', number, chosen('a'), null],
    ['null', one, null, null],
    ['a text', one, 'a', null],
    ['ids that are no list', one, { kind: 'chosen', ids: 'b' }, null],
    [
      'a prototype',
      match,
      JSON.parse('{"kind":"matched","choices":{"__proto__":"x"}}'),
      matched({}),
    ],
  ])('%s', (_, item, raw, answer) => {
    expect(parseAnswer(item, raw)).toEqual(answer);
  });
});
