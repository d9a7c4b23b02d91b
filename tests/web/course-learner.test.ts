import { describe, expect, it } from 'vitest';
import { Learner } from '../../web/app/course-quiz/learner.svelte';
import { readSeed, seedKey, writeSeed } from '../../web/app/course-quiz/seed';
import { freshItem, type Storage } from '../../web/app/quiz/progress';
import { loadLesson } from '../../web/content/load';
import { concepts, formsBefore, type CourseQuiz } from '../../web/shared/course-quiz';
import type { Answer, Item } from '../../web/shared/quiz';

function courseQuiz(language: 'fr' | 'en', slug: string): CourseQuiz {
  const block = loadLesson(language, slug).blocks.find(({ kind }) => kind === 'course-quiz');
  if (block?.kind !== 'course-quiz') throw new Error(`The lesson ${slug} does not ask.`);
  return block.quiz;
}
const french = courseQuiz('fr', 'avant');
const english = courseQuiz('en', 'before');

function memory(entries = new Map<string, string>()): Storage {
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
  };
}
const refusing = (): Storage => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};
/** Draws that are known: 11, 12, … */
const draws = (): (() => number) => {
  let next = 10;
  return () => (next += 1);
};

function answerOf(item: Item, right: boolean): Answer {
  switch (item.kind) {
    case 'number':
      return { kind: 'typed', text: String(right ? item.answer : item.answer + 5000) };
    case 'order': {
      const ids = [...item.steps].sort((a, b) => a.place - b.place).map(({ id }) => id);
      return { kind: 'ordered', ids: right ? ids : ids.reverse() };
    }
    case 'match': {
      const wrong = (choice: string) => item.choices.find(({ id }) => id !== choice)!.id;
      const rows = item.rows.map(({ id, choice }) => [id, right ? choice : wrong(choice)]);
      return { kind: 'matched', choices: Object.fromEntries(rows) };
    }
    case 'several':
      return {
        kind: 'chosen',
        ids: item.options.filter((each) => each.right === right).map(({ id }) => id),
      };
    default:
      return { kind: 'chosen', ids: [item.options.find((each) => each.right === right)!.id] };
  }
}

const itemOf = (learner: Learner, sitting: 'before' | 'after', concept: string): Item =>
  learner.asked(sitting).find((each) => each.concept === concept)!.items[0]!;

function give(learner: Learner, sitting: 'before' | 'after', concept: string, right: boolean) {
  const item = itemOf(learner, sitting, concept);
  const before = learner.progress(sitting)[item.id]!;
  learner.put(sitting, item.id, { ...before, answer: answerOf(item, right), checked: true });
}
const outcomes = (learner: Learner, concept: string) => {
  const row = learner.results().find((each) => each.concept === concept)!;
  return [row.before.outcome, row.after.outcome];
};

describe('the learner of a device', () => {
  it('draws a seed once, and keeps it with the answers', () => {
    const storage = memory();
    const draw = draws();
    const learner = new Learner(french, () => storage, draw);
    expect(learner.seed).toBe(11);
    for (const { concept, form } of learner.asked('before')) {
      expect(form).toBe(formsBefore(11)[concept]);
    }
    give(learner, 'before', 'order', true);
    give(learner, 'after', 'order', false);
    const again = new Learner(english, () => storage, draw);
    expect(again.seed).toBe(11);
    expect(outcomes(again, 'order')).toEqual(['right', 'not-yet']);
  });

  it.each(concepts)('is graded in %s, in both forms', (concept) => {
    for (const right of [true, false]) {
      const learner = new Learner(french, () => memory(), draws());
      give(learner, 'before', concept, right);
      give(learner, 'after', concept, right);
      const outcome = right ? 'right' : 'not-yet';
      expect(outcomes(learner, concept)).toEqual([outcome, outcome]);
    }
  });

  it('is counted by the first answer, whatever comes after', () => {
    const learner = new Learner(french, () => memory(), draws());
    give(learner, 'before', 'gru', false);
    expect(learner.count('before')).toEqual({ answered: 1, missed: 1 });
    expect(learner.reopenMissed('before')).toEqual([itemOf(learner, 'before', 'gru').id]);
    give(learner, 'before', 'gru', true);
    expect(learner.count('before')).toEqual({ answered: 1, missed: 0 });
    expect(outcomes(learner, 'gru')).toEqual(['not-yet', 'unanswered']);
  });

  it('is told apart when a hint helped', () => {
    const learner = new Learner(french, () => memory(), draws());
    const item = itemOf(learner, 'before', 'layers');
    learner.put('before', item.id, { ...freshItem(item), hints: 1 });
    give(learner, 'before', 'layers', true);
    expect(outcomes(learner, 'layers')[0]).toBe('helped');
  });

  it('can make room for another one', () => {
    const storage = memory();
    const learner = new Learner(french, () => storage, draws());
    give(learner, 'before', 'order', true);
    learner.erase();
    expect(learner.seed).toBe(12);
    expect(learner.count('before').answered).toBe(0);
    const again = new Learner(french, () => storage, draws());
    expect(again.seed).toBe(12);
    expect(outcomes(again, 'order')).toEqual(['unanswered', 'unanswered']);
  });

  it('goes on in a browser that keeps nothing, which is said', () => {
    const learner = new Learner(french, refusing, draws());
    expect(learner.kept).toBe(false);
    give(learner, 'before', 'order', true);
    expect(outcomes(learner, 'order')[0]).toBe('right');
    expect(learner.kept).toBe(false);
  });
});

describe('the seed on the device', () => {
  it.each([
    ['nothing', null],
    ['another program’s text', 'hello'],
    ['a version to come', '{"version":2,"seed":1}'],
    ['a seed that is too large', '{"version":1,"seed":4294967296}'],
    ['a broken seed', '{"version":1,"seed":1.5}'],
    ['a list', '[1]'],
  ])('is drawn anew from %s', (_, text) => {
    const entries = new Map(text === null ? [] : [[seedKey, text]]);
    expect(readSeed(() => memory(entries))).toBeNull();
  });

  it('comes back, and a browser that refuses says so', () => {
    const storage = memory();
    expect(writeSeed(0, () => storage)).toBe(true);
    expect(readSeed(() => storage)).toBe(0);
    expect(readSeed(refusing)).toBeNull();
    expect(writeSeed(0, refusing)).toBe(false);
  });
});
