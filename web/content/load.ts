import { languages, type Language, type Lesson } from '../shared/lesson';
import {
  chapterBySlug,
  courseFile,
  folderOf,
  readCourse,
  type Chapter,
  type Course,
} from './course';
import { readCourseQuiz } from './course-quiz-file';
import type { KnownInstruments } from './instruments';
import { readLesson } from './lesson';
import { checkParity } from './parity';
import { ContentError, Problems } from './problems';
import { ProjectFiles } from './project-files';
import { Prose } from './prose';

export type { Chapter, Course } from './course';

/** The chapters of the course, their titles set as each language prints them. */
export function loadCourse(root?: string): Course {
  const files = new ProjectFiles(root);
  const course = readCourse(files);
  const problems = new Problems();
  const prose = new Prose(files, problems);
  const title = (chapter: Chapter, language: Language): string =>
    prose.set(chapter.title[language], language, { file: courseFile, line: 1 });
  const chapters = course.chapters.map((chapter) => ({
    ...chapter,
    title: { fr: title(chapter, 'fr'), en: title(chapter, 'en') },
  }));
  problems.stop();
  return { ...course, chapters };
}

/** One lesson, ready for a page; its translations are read too, and compared with it. */
export function loadLesson(
  language: Language,
  slug: string,
  root?: string,
  known?: KnownInstruments,
): Lesson {
  const files = new ProjectFiles(root);
  const course = readCourse(files);
  const chapter = chapterBySlug(course, language, slug);
  if (chapter === null) {
    const slugs = course.chapters.map((each) => each.slug[language]).join(', ');
    throw new ContentError(
      `${courseFile}:1: no chapter has the ${language} slug "${slug}". Use one of: ${slugs}.`,
    );
  }
  const problems = new Problems();
  const lesson = readLesson(files, chapter, language, known);
  for (const other of languages) {
    if (other === language) continue;
    checkParity(chapter, lesson, readLesson(files, chapter, other, known), problems);
  }
  if (lesson.blocks.some(({ kind }) => kind === 'html') === false) {
    problems.add(
      { file: `${folderOf(chapter)}/${language}.md`, line: 1 },
      'the lesson has no text.',
      'Write it.',
    );
  }
  problems.stop();
  return lesson;
}

/** The names of the course's concepts, as its quiz calls them. */
export function loadConcepts(language: Language, root?: string): Readonly<Record<string, string>> {
  const files = new ProjectFiles(root);
  const problems = new Problems();
  const quiz = readCourseQuiz(files, language, new Prose(files, problems));
  problems.stop();
  return Object.fromEntries(quiz.concepts.map(({ concept, title }) => [concept, title]));
}
