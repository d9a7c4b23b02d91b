import { describe, expect, it } from 'vitest';
import {
  freshProgress,
  keyOf,
  parseProgress,
  readProgress,
  reopenMissed,
  writeProgress,
  type Storage,
} from '../../web/app/quiz/progress';
import { loadLesson } from '../../web/content/load';
import type { Answer, Quiz } from '../../web/shared/quiz';

function quizOf(language: 'fr' | 'en', slug: string): Quiz {
  const block = loadLesson(language, slug).blocks.find(({ kind }) => kind === 'quiz');
  if (block?.kind !== 'quiz') throw new Error(`The lesson ${slug} has no quiz.`);
  return block.quiz;
}

const french = quizOf('fr', 'cellule');
const english = quizOf('en', 'cell');
const [firstItem] = french.items;

function memory(): Storage {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
  };
}

const refusing: () => Storage = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

const full: () => Storage = () => ({
  getItem: () => null,
  setItem: () => {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
  },
});

describe('progress in a quiz', () => {
  const answered = {
    ...freshProgress(french),
    [firstItem!.id]: { answer: { kind: 'chosen', ids: ['state'] }, checked: true, hints: 1 },
  } as const;

  it('outlives a reload', () => {
    const storage = memory();
    expect(writeProgress(french, answered, () => storage)).toBe(true);
    expect(readProgress(french, () => storage)).toEqual(answered);
  });

  it('outlives a change of language', () => {
    const storage = memory();
    writeProgress(french, answered, () => storage);
    expect(keyOf(english)).toBe(keyOf(french));
    expect(readProgress(english, () => storage)).toEqual(answered);
  });

  it('says when the browser keeps nothing, and goes on', () => {
    expect(readProgress(french, refusing)).toBeNull();
    expect(writeProgress(french, answered, refusing)).toBe(false);
    expect(readProgress(french, full)).toEqual(freshProgress(french));
    expect(writeProgress(french, answered, full)).toBe(false);
  });

  it.each([
    ['nothing', null],
    ['another program’s text', 'hello'],
    ['a torn entry', '{"where-is-t":{"answer'],
    ['a list', '[1,2]'],
    ['null', 'null'],
    ['an item of another shape', '{"where-is-t":7}'],
    [
      'an answer of another shape',
      '{"where-is-t":{"answer":{"kind":"typed","text":"x"},"checked":true}}',
    ],
  ])('begins afresh from %s', (_, text) => {
    expect(parseProgress(french, text)).toEqual(freshProgress(french));
  });

  it.each([
    [
      { right: false, hints: 2 },
      { right: false, hints: 2 },
    ],
    [{ right: 'yes', hints: 0 }, undefined],
    [{ right: true, hints: -1 }, undefined],
    [{ right: true, hints: 0.5 }, undefined],
    [7, undefined],
  ])('keeps how an item was first answered, where it fits: %j', (stored, first) => {
    const text = JSON.stringify({ [firstItem!.id]: { ...answered[firstItem!.id], first: stored } });
    expect(parseProgress(french, text)[firstItem!.id]?.first).toEqual(first);
  });

  it('opens again what was missed, and nothing else', () => {
    const [one, other] = french.items.filter(({ kind }) => kind === 'one');
    const chosen = (item: typeof one, right: boolean): Answer => {
      if (item?.kind !== 'one') throw new Error('The quiz has no such item.');
      return { kind: 'chosen', ids: [item.options.find((each) => each.right === right)!.id] };
    };
    const progress = {
      ...freshProgress(french),
      [one!.id]: { answer: chosen(one, true), checked: true, hints: 0 },
      [other!.id]: { answer: chosen(other, false), checked: true, hints: 1 },
    };
    const { progress: next, reopened } = reopenMissed(french, progress, 'fr');
    expect(reopened).toEqual([other!.id]);
    expect(next[one!.id]).toEqual(progress[one!.id]);
    expect(next[other!.id]).toEqual({
      answer: { kind: 'chosen', ids: [] },
      checked: false,
      hints: 1,
    });
  });

  it('never shows more hints than there are', () => {
    const text = JSON.stringify({ [firstItem!.id]: { ...answered[firstItem!.id], hints: 99 } });
    expect(parseProgress(french, text)[firstItem!.id]?.hints).toBe(firstItem!.hints.length);
  });
});
