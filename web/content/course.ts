import { z } from 'zod';
import { languages, reservedSlugs, type Language } from '../shared/lesson';
import { readJson } from './json-file';
import type { ProjectFiles } from './project-files';
import { Problems } from './problems';

const inEveryLanguage = <Schema extends z.ZodType>(schema: Schema) =>
  z.strictObject({ fr: schema, en: schema });
const courseSchema = z.strictObject({
  chapters: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z]+(-[a-z]+)*$/u, 'an id is lower-case words joined by "-"'),
        number: z.int().min(0).max(99),
        slug: inEveryLanguage(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u)),
        title: inEveryLanguage(z.string().min(1)),
        minutes: z.int().min(1),
      }),
    )
    .min(1),
  /** Ids of chapters to come: what links to them waits, and no link is to nothing. */
  planned: z.array(z.string()).default([]),
});

export type Course = z.infer<typeof courseSchema>;
export type Chapter = Course['chapters'][number];

export const courseFile = 'lessons/course.json';

export function folderOf(chapter: Chapter): string {
  return `lessons/${String(chapter.number).padStart(2, '0')}-${chapter.id}`;
}

/** The list of chapters; each has a lesson in every language, and no lesson stands outside it. */
export function readCourse(files: ProjectFiles): Course {
  const { content, placeOf } = readJson(files, courseFile, courseSchema);
  const problems = new Problems();
  content.chapters.forEach((chapter, index) => {
    const place = placeOf(['chapters', index]);
    for (const language of languages) {
      const file = `${folderOf(chapter)}/${language}.md`;
      if (!files.has(file)) {
        problems.add(place, `chapter "${chapter.id}" has no translation ${file}.`, 'Write it.');
      }
      if (reservedSlugs[language].includes(chapter.slug[language])) {
        const fact = `the ${language} slug "${chapter.slug[language]}" is another page's.`;
        problems.add(place, fact, 'Give the chapter another.');
      }
      const namesake = content.chapters.find(
        (other) => other.slug[language] === chapter.slug[language],
      );
      if (namesake !== chapter) {
        const fact = `the ${language} slug "${chapter.slug[language]}" stands twice.`;
        problems.add(place, fact, 'Give each chapter its own.');
      }
    }
  });
  for (const id of content.planned) {
    if (!content.chapters.some((chapter) => chapter.id === id)) continue;
    const fact = `chapter "${id}" is written, and planned.`;
    problems.add(placeOf(['planned', content.planned.indexOf(id)]), fact, 'Strike it here.');
  }
  const folders = content.chapters.map(folderOf);
  for (const name of files.list('lessons')) {
    if (!/^\d\d-/u.test(name) || folders.includes(`lessons/${name}`)) continue;
    const fact = `the folder lessons/${name} is no chapter of the course.`;
    problems.add({ file: courseFile, line: 1 }, fact, 'List it here, or remove it.');
  }
  problems.stop();
  return content;
}

export function chapterBySlug(course: Course, language: Language, slug: string): Chapter | null {
  return course.chapters.find((chapter) => chapter.slug[language] === slug) ?? null;
}
