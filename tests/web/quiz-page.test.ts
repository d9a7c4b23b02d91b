import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import Quiz from '../../web/app/quiz/Quiz.svelte';
import { loadCourse, loadLesson } from '../../web/content/load';
import { languages } from '../../web/shared/lesson';
import { plainText } from '../../web/shared/quiz';

const quizzes = loadCourse().chapters.flatMap(({ slug }) =>
  languages.flatMap((language) =>
    loadLesson(language, slug[language]).blocks.flatMap((block) =>
      block.kind === 'quiz' ? [[`${block.quiz.id} (${language})`, block.quiz] as const] : [],
    ),
  ),
);

const textOf = (html: string): string => html.replace(/<[^>]*>/g, '').replace(/[ \n\t]+/g, ' ');

describe.each(quizzes)('the page of quiz %s, before any script', (_, quiz) => {
  const { body } = render(Quiz, { props: { quiz, language: quiz.language } });
  const text = textOf(body);

  it('can be read', () => {
    for (const item of quiz.items) {
      expect(text).toContain(plainText(item.prompt).replaceAll('_', ''));
      if (!('options' in item)) continue;
      for (const option of item.options) expect(text).toContain(plainText(option.text));
    }
    expect(body).toContain('<noscript>');
  });

  it('gives no answer away', () => {
    for (const item of quiz.items) {
      if (!('options' in item)) continue;
      for (const option of item.options) expect(text).not.toContain(plainText(option.feedback));
    }
  });

  it('groups each question under its legend, with a polite place for what is said', () => {
    expect(body.match(/<fieldset/g)).toHaveLength(quiz.items.length);
    expect(body.match(/<legend/g)).toHaveLength(quiz.items.length);
    expect(body.match(/role="status" aria-live="polite"/g)).toHaveLength(quiz.items.length);
  });

  it('carries nothing that the page’s policy refuses', () => {
    expect(body).not.toMatch(/\sstyle=|\son\w+=|javascript:/i);
  });

  it('gives each id once', () => {
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});
