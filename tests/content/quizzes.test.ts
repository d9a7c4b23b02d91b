import { describe, expect, it } from 'vitest';
import { loadCourse, loadLesson } from '../../web/content/load';
import { languages } from '../../web/shared/lesson';
import { plainText, type ChoiceItem, type Option, type Quiz } from '../../web/shared/quiz';

const quizzes: readonly Quiz[] = loadCourse().chapters.flatMap(({ slug }) =>
  languages.flatMap((language) =>
    loadLesson(language, slug[language]).blocks.flatMap((block) =>
      block.kind === 'quiz' ? [block.quiz] : [],
    ),
  ),
);

const lengthOf = (option: Option): number => plainText(option.text).length;
const pick = (options: readonly Option[], score: (option: Option) => number): Option =>
  options.reduce((best, option) => (score(option) > score(best) ? option : best));

/** Words of four letters and more that an option shares with its question. */
function echo(item: ChoiceItem, option: Option): number {
  const words = (text: string) => new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);
  const asked = words(plainText(item.prompt));
  return [...words(plainText(option.text))].filter((word) => asked.has(word)).length;
}

/** People who know nothing of the subject, and something about tests. */
const guessers: readonly (readonly [string, (item: ChoiceItem) => Option])[] = [
  ['the longest', ({ options }) => pick(options, lengthOf)],
  ['the shortest', ({ options }) => pick(options, (option) => -lengthOf(option))],
  ['the first', ({ options }) => options[0]!],
  ['the second', ({ options }) => options[1]!],
  ['the third', ({ options }) => options[2]!],
  ['the last', ({ options }) => options.at(-1)!],
  [
    'the one that echoes the question',
    (item) => pick(item.options, (option) => echo(item, option)),
  ],
  [
    'the one with most commas',
    ({ options }) => pick(options, (option) => plainText(option.text).split(',').length),
  ],
  [
    'the one with the longest feedback',
    ({ options }) => pick(options, ({ feedback }) => plainText(feedback).length),
  ],
];

describe.each(quizzes.map((quiz) => [`${quiz.id} (${quiz.language})`, quiz] as const))(
  'quiz %s',
  (_, quiz) => {
    const choices = quiz.items.filter((item): item is ChoiceItem => item.kind === 'one');

    it('asks at least six things, in at least four ways', () => {
      expect(quiz.items.length).toBeGreaterThanOrEqual(6);
      expect(new Set(quiz.items.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(4);
    });

    it.each(guessers.slice(0, -1))('is not answered by always taking %s', (_, guess) => {
      const chance = choices.reduce((sum, { options }) => sum + 1 / options.length, 0);
      const right = choices.filter((item) => guess(item).right).length;
      expect(right / choices.length).toBeLessThanOrEqual(chance / choices.length + 0.1);
    });

    it('does not give away its several-answer items by length', () => {
      for (const item of quiz.items) {
        if (item.kind !== 'several') continue;
        const middle = item.options.map(lengthOf).sort((a, b) => a - b)[item.options.length / 2]!;
        const judged = item.options.filter((option) => option.right === lengthOf(option) >= middle);
        expect(judged.length / item.options.length).toBeLessThanOrEqual(0.6);
        expect(judged.length / item.options.length).toBeGreaterThanOrEqual(0.4);
      }
    });

    it('says something of its own about every option', () => {
      for (const item of quiz.items) {
        if (!('options' in item)) continue;
        const said = item.options.map(({ feedback }) => plainText(feedback));
        expect(new Set(said).size).toBe(said.length);
      }
    });

    it('opens hints from the general to the particular, without repeating', () => {
      for (const { hints } of quiz.items) {
        expect(new Set(hints.map(plainText)).size).toBe(hints.length);
        expect(hints.length).toBeGreaterThanOrEqual(2);
      }
    });
  },
);
