import { describe, expect, it } from 'vitest';
import {
  freshProgress,
  keyOf,
  parseProgress,
  readProgress,
  writeProgress,
  type Storage,
} from '../../web/app/quiz/progress';
import { loadLesson } from '../../web/content/load';
import type { Quiz } from '../../web/shared/quiz';

function quizOf(language: 'fr' | 'en', slug: string): Quiz {
  const block = loadLesson(language, slug).blocks.find(({ kind }) => kind === 'quiz');
  if (block?.kind !== 'quiz') throw new Error(`The lesson ${slug} has no quiz.`);
  return block.quiz;
}

const french = quizOf('fr', 'cellule');
const english = quizOf('en', 'cell');
const [first] = french.items;

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
    [first!.id]: { answer: { kind: 'chosen', ids: ['state'] }, checked: true, hints: 1 },
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

  it('never shows more hints than there are', () => {
    const text = JSON.stringify({ [first!.id]: { ...answered[first!.id], hints: 99 } });
    expect(parseProgress(french, text)[first!.id]?.hints).toBe(first!.hints.length);
  });
});
