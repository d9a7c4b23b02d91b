import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { courseQuizWords, type CourseQuizWords } from '../../web/app/i18n/course-quiz';
import { quizWords } from '../../web/app/quiz/words';
import { loadCourse, loadLesson } from '../../web/content/load';
import { askedOf, type CourseQuiz, type Sitting } from '../../web/shared/course-quiz';
import type { Language } from '../../web/shared/lesson';
import type { Item } from '../../web/shared/quiz';
import { QuizKeys } from './quiz-keys';

/** A chapter that asks the quiz of the course, and what its page was built from. */
interface Asking {
  readonly path: string;
  readonly quiz: CourseQuiz;
}

export function askingChapter(language: Language, sitting: Sitting): Asking {
  for (const { slug } of loadCourse().chapters) {
    for (const block of loadLesson(language, slug[language]).blocks) {
      if (block.kind !== 'course-quiz' || block.sitting !== sitting) continue;
      return { path: `${language}/${slug[language]}/`, quiz: block.quiz };
    }
  }
  throw new Error(`No chapter in ${language} asks ${sitting} the course.`);
}

/** The quiz of the course on its page, as the learner of a seed meets it. */
export class CoursePage {
  readonly words: CourseQuizWords;
  readonly keys: QuizKeys;
  readonly items: readonly Item[];
  readonly path: string;
  readonly result: Locator;

  constructor(
    readonly page: Page,
    language: Language,
    sitting: Sitting,
    seed: number,
  ) {
    const { path, quiz } = askingChapter(language, sitting);
    this.path = path;
    this.words = courseQuizWords[language];
    this.keys = new QuizKeys(page, quizWords[language]);
    this.items = askedOf(quiz, seed, sitting).flatMap(({ items }) => items);
    this.result = page.locator('.result');
  }

  form(item: Item): Locator {
    return this.page.locator('.course-quiz form').nth(this.items.indexOf(item));
  }

  /** Goes to the page, and waits until its questions stand there. */
  async open(site: string): Promise<void> {
    await this.page.goto(site + this.path);
    await this.form(this.items.at(-1)!).waitFor();
  }

  async counts(answered: number): Promise<void> {
    const text = this.words.answered(answered, this.items.length);
    await this.page.locator('.course-quiz .count', { hasText: text }).first().waitFor();
  }

  /** Answers by keyboard, hands it in, and sees the verdict. */
  async answer(item: Item, right: boolean): Promise<void> {
    const form = this.form(item);
    await this.keys.answer(form, item, right);
    await this.keys.check(form);
    const verdict = form.locator('.verdict');
    await verdict.waitFor();
    expect((await verdict.innerText()) === this.keys.words.done, item.id).toBe(right);
  }
}
