import { describe, expect, it } from 'vitest';
import { loadConcepts, loadLesson } from '../../web/content/load';
import { concepts, forms, sittings, type ConceptQuiz } from '../../web/shared/course-quiz';
import { languages, type Language } from '../../web/shared/lesson';
import {
  blankAnswer,
  plainText,
  type Answer,
  type Item,
  type Option,
  type RichText,
} from '../../web/shared/quiz';
import { grade } from '../../web/shared/quiz-grade';

const slugs = { fr: { before: 'avant', after: 'apres' }, en: { before: 'before', after: 'after' } };

function quizOf(language: Language): readonly ConceptQuiz[] {
  const asked = sittings.map((sitting) => {
    const lesson = loadLesson(language, slugs[language][sitting]);
    const block = lesson.blocks.find((each) => each.kind === 'course-quiz');
    if (block?.kind !== 'course-quiz' || block.sitting !== sitting) {
      throw new Error(`${lesson.slug} does not ask ${sitting} the course.`);
    }
    return block.quiz.concepts;
  });
  expect(asked[0]).toEqual(asked[1]);
  return asked[0]!;
}
const quizzes = Object.fromEntries(
  languages.map((language) => [language, quizOf(language)]),
) as Record<Language, readonly ConceptQuiz[]>;
const poolOf = (language: Language): readonly Item[] =>
  quizzes[language].flatMap(({ forms: { A, B } }) => [...A, ...B]);

/** Someone who knows nothing of the subject: which of several things would they take? */
type Pick = (things: readonly { readonly text: RichText }[]) => number;
const longest = (things: readonly { readonly text: RichText }[], sign = 1): number => {
  const lengths = things.map(({ text }) => sign * plainText(text).length);
  return lengths.indexOf(Math.max(...lengths));
};
const guessers: readonly (readonly [string, Pick])[] = [
  ['first', () => 0],
  ['longest', (things) => longest(things)],
  ['last', (things) => things.length - 1],
  ['second', () => 1],
  ['third', () => 2],
  ['shortest', (things) => longest(things, -1)],
];

function guess(item: Item, pick: Pick): Answer {
  switch (item.kind) {
    case 'one':
    case 'several':
    case 'point':
      return { kind: 'chosen', ids: [item.options[pick(item.options)]!.id] };
    case 'match': {
      const { id } = item.choices[pick(item.choices)]!;
      return { kind: 'matched', choices: Object.fromEntries(item.rows.map((row) => [row.id, id])) };
    }
    case 'number':
      return { kind: 'typed', text: '10' };
    case 'order':
      return blankAnswer(item);
  }
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** The share of all possible answers that is right. */
function chanceOf(item: Item): number {
  switch (item.kind) {
    case 'one':
    case 'point':
      return 1 / item.options.length;
    case 'several':
      return 1 / (2 ** item.options.length - 1);
    case 'match':
      return 1 / item.choices.length ** item.rows.length;
    case 'order':
      return 1 / factorial(item.steps.length);
    case 'number':
      return 0;
  }
}

/** Everything that is said about an item's answers. */
function feedbacksOf(item: Item): readonly RichText[] {
  switch (item.kind) {
    case 'one':
    case 'several':
    case 'point':
      return item.options.map(({ feedback }) => feedback);
    case 'number':
      return [item.feedback, item.otherwise, ...item.slips.map(({ feedback }) => feedback)];
    case 'order':
      return item.steps.map(({ feedback }) => feedback);
    case 'match':
      return item.rows.map(({ feedback }) => feedback);
  }
}

describe.each(languages)('the quiz of the course (%s)', (language) => {
  const quiz = quizzes[language];
  const pool = poolOf(language);

  it('asks about every concept in both forms, in the same ways', () => {
    expect(quiz.map(({ concept }) => concept)).toEqual(concepts);
    for (const { forms: both } of quiz) {
      expect(both.A.map(({ kind }) => kind)).toEqual(both.B.map(({ kind }) => kind));
    }
    expect(loadConcepts(language)).toEqual(
      Object.fromEntries(quiz.map(({ concept, title }) => [concept, title])),
    );
  });

  it('asks in every way that there is', () => {
    const kinds = new Set(pool.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['match', 'number', 'one', 'order', 'point', 'several']);
  });

  it('sends to read where something stands', () => {
    const slugsRead = new Set(quiz.map(({ reading }) => reading.slug));
    const lessons = [...slugsRead].map((slug) => loadLesson(language, slug));
    for (const { reading, concept } of quiz) {
      const lesson = lessons.find(({ slug }) => slug === reading.slug)!;
      const found = lesson.sections.find(({ id }) => id === reading.section);
      expect(found?.title ?? lesson.title, concept).toBe(reading.title);
    }
  });

  it.each(guessers)('is not answered by always taking the %s', (_, pick) => {
    const sittingsOfAll = [pool, ...forms.map((form) => quiz.flatMap((each) => each.forms[form]))];
    for (const items of sittingsOfAll) {
      const chance = items.reduce((sum, item) => sum + chanceOf(item), 0);
      const right = items.filter((item) => grade(item, guess(item, pick), language)?.right);
      expect(right.length / items.length).toBeLessThanOrEqual(chance / items.length + 0.1);
    }
  });

  it('makes no right option longer than 1.3 times the mean of the wrong ones, as printed', () => {
    for (const item of pool) {
      if (item.kind !== 'one' && item.kind !== 'several') continue;
      const lengthOf = (option: Option): number => plainText(option.text).length;
      const wrong = item.options.filter(({ right }) => !right).map(lengthOf);
      const mean = wrong.reduce((sum, each) => sum + each, 0) / wrong.length;
      for (const option of item.options.filter(({ right }) => right)) {
        expect(lengthOf(option), `${item.id}, ${option.id}`).toBeLessThanOrEqual(1.3 * mean);
      }
    }
  });

  it('says something of its own about every answer, and gives two hints', () => {
    for (const item of pool) {
      const said = feedbacksOf(item).map(plainText);
      expect(new Set(said).size, item.id).toBe(said.length);
      for (const each of said) expect(each.length, `${item.id}: ${each}`).toBeGreaterThan(25);
      expect(new Set(item.hints.map(plainText)).size, item.id).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('the keys, computed again', () => {
  const itemOf = (id: string): Item => poolOf('en').find((each) => each.id === id)!;
  const weights = (embedding: number, hidden: number): number =>
    hidden * embedding + hidden * hidden + hidden;

  it.each([
    ['weights-longer-text', weights(16, 32)],
    ['weights-in-drawing', weights(10, 24)],
    ['vanishing-halved', 1 / 0.5 ** 10],
    ['exploding-tripled', 3 ** 6],
  ])('%s', (id, answer) => {
    expect(itemOf(id)).toMatchObject({ kind: 'number', answer });
  });

  const previous = 5;
  const candidate = 0.5;
  it.each([
    ['gates-effects', 'kept', previous],
    ['gates-effects', 'replaced', candidate],
    ['gates-effects', 'added', previous + candidate],
    ['gates-effects', 'erased', 0],
    ['gates-settings', 'hold', previous],
    ['gates-settings', 'latest', candidate],
    ['gates-settings', 'count', previous + candidate],
    ['gates-settings', 'reset', 0],
  ])('%s, %s', (id, what, memory) => {
    const item = itemOf(id);
    const row =
      item.kind === 'match' && item.rows.find((each) => [each.id, each.choice].includes(what));
    if (!row) throw new Error(`${id} says nothing of ${what}.`);
    const [, f, i] = /f(\d)-i(\d)/u.exec(`${row.id} ${row.choice}`)!;
    expect(Number(f) * previous + Number(i) * candidate).toBe(memory);
  });
});
