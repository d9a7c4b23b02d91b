import { describe, it } from 'vitest';
import { loadLesson } from '../../web/content/load';
import {
  expectRefusal,
  sampleQuiz,
  writeCourse,
  type Changes,
  type Refused,
} from './sample-course';

const en = 'lessons/01-toy/en.md';
const quizFile = 'lessons/01-toy/quiz.en.json';

function quizWith(change: (quiz: typeof sampleQuiz) => unknown): Changes {
  return { [quizFile]: JSON.stringify(change(structuredClone(sampleQuiz)), null, 2) };
}

const withOptions = (change: (options: (typeof sampleQuiz)['items'][0]['options']) => unknown) =>
  quizWith((quiz) => {
    change(quiz.items[0]!.options);
    return quiz;
  });

/** The sample's item as another kind, with the parts of that kind. */
const withItem = (parts: object): Changes =>
  quizWith((quiz) => {
    const { id, concept, prompt, hints } = quiz.items[0]!;
    return { ...quiz, items: [{ id, concept, prompt, hints, ...parts }] };
  });

const part = (index: number) => ({ id: 'abc'[index]!, text: 'Some text', feedback: 'So.' });
const steps = (...places: number[]) => places.map((place, index) => ({ ...part(index), place }));
const options = (...rights: boolean[]) => rights.map((right, index) => ({ ...part(index), right }));
const rows = (...ids: string[]) => ids.map((choice, index) => ({ ...part(index), choice }));
const choices = ['x', 'y'].map((id) => ({ id, text: id }));

describe('a quiz that must not be published', () => {
  const cases: readonly Refused[] = [
    [
      'parity of quizzes',
      quizWith((quiz) => ({ ...quiz, id: 'other' })),
      `${en}:1`,
      /the quiz "other", and the quiz "toy"/,
    ],
    ['quiz that is not JSON', { [quizFile]: '{\n  "id": \n}' }, `${quizFile}:3:1`, /not JSON/],
    [
      'quiz field missing',
      quizWith(({ id, title, items }) => ({ id, title, items })),
      `${quizFile}:1`,
      /intro/,
    ],
    [
      'quiz field too many',
      quizWith((quiz) => ({ ...quiz, colour: 'red' })),
      `${quizFile}:1`,
      /colour/,
    ],
    [
      'quiz kind unknown',
      quizWith((quiz) => ({ ...quiz, items: [{ ...quiz.items[0], kind: 'essay' }] })),
      `${quizFile}:7:15`,
      /items.0.kind/,
    ],
    [
      'quiz with one hint',
      quizWith((quiz) => ({ ...quiz, items: [{ ...quiz.items[0], hints: ['Look.'] }] })),
      `${quizFile}:11:16`,
      /two hints/,
    ],
    [
      'option without feedback',
      withOptions((options) => (options[1]!.feedback = '')),
      `${quizFile}:26:23`,
      /items.0.options.1.feedback/,
    ],
    [
      'no right option',
      withOptions((options) => (options[1]!.right = false)),
      `${quizFile}:6:5`,
      /0 options are right/,
    ],
    [
      'right option too long',
      withOptions((options) => (options[1]!.text = 'Because of all of these many reasons')),
      `${quizFile}:6:5`,
      /"b" gives itself away by its length/,
    ],
    [
      'option id twice',
      withOptions((options) => (options[2]!.id = 'a')),
      `${quizFile}:28:9`,
      /"a" stands twice/,
    ],
    [
      'HTML in a quiz',
      withOptions((options) => (options[0]!.text = 'Because <b>')),
      `${quizFile}:18:19`,
      /not HTML/,
    ],
    [
      'unknown symbol in a quiz',
      withOptions((options) => (options[0]!.text = 'Because :sym[q]')),
      `${quizFile}:18:19`,
      /not a symbol/,
    ],
    [
      'seats of right options',
      quizWith((quiz) => ({ ...quiz, items: [quiz.items[0], { ...quiz.items[0], id: 'two' }] })),
      `${quizFile}:6:5`,
      /option 2 is the right one in 2 of 2/,
    ],

    [
      'places of an order',
      withItem({ kind: 'order', steps: steps(2, 2, 1) }),
      `${quizFile}:6:5`,
      /its places are 2, 2, 1/,
    ],
    [
      'an order shown in order',
      withItem({ kind: 'order', steps: steps(1, 2, 3) }),
      `${quizFile}:6:5`,
      /shown in the right order/,
    ],
    [
      'a row without its choice',
      withItem({ kind: 'match', choices, rows: rows('x', 'z') }),
      `${quizFile}:6:5`,
      /row "b" names the choice "z"/,
    ],
    [
      'a row twice',
      withItem({ kind: 'match', choices, rows: [...rows('x'), ...rows('y')] }),
      `${quizFile}:32:9`,
      /"a" stands twice/,
    ],
    [
      'several with nothing wrong',
      withItem({ kind: 'several', options: options(true, true, true) }),
      `${quizFile}:6:5`,
      /does not mix/,
    ],
  ];

  it.each(cases)('%s', (_, changes, place, fact) => {
    expectRefusal(() => loadLesson('en', 'toy', writeCourse(changes)), place, fact);
  });
});
