import { z } from 'zod';
import {
  concepts,
  forms,
  type ConceptQuiz,
  type CourseQuiz,
  type Reading,
} from '../shared/course-quiz';
import type { Language } from '../shared/lesson';
import { courseFile, folderOf, readCourse, type Course } from './course';
import { readJson, type JsonFile } from './json-file';
import type { ProjectFiles } from './project-files';
import type { Prose } from './prose';
import { checkFairness, type PlacedItem } from './quiz-fairness';
import { id, itemSchema, placeUnder, richIn, setItem, text } from './quiz-file';

const form = z.array(itemSchema).min(1, 'give the form an item');
const conceptSchema = z.strictObject({
  title: text,
  /** Where to read of it, the best place first; chapters still to come are passed over. */
  reading: z.array(z.strictObject({ chapter: id, section: id.optional() })).min(1),
  forms: z.strictObject({ A: form, B: form }),
});
type RawConcept = z.infer<typeof conceptSchema>;

export const courseQuizFolder = 'lessons/quiz';

/** A page may show the quiz and its result: both get the same object, which it carries once. */
const known = new WeakMap<ProjectFiles, Map<Language, CourseQuiz>>();

/** The quiz of the course in one language; what is wrong with it goes to the problems, once. */
export function readCourseQuiz(files: ProjectFiles, language: Language, prose: Prose): CourseQuiz {
  const read = known.get(files) ?? new Map<Language, CourseQuiz>();
  known.set(files, read);
  const quiz = read.get(language) ?? readConcepts(files, language, prose);
  read.set(language, quiz);
  return quiz;
}

/** A file a concept, each with both forms. */
function readConcepts(files: ProjectFiles, language: Language, prose: Prose): CourseQuiz {
  const course = readCourse(files);
  const placed: PlacedItem[] = [];
  const read = concepts.map((concept): ConceptQuiz => {
    const file = `${courseQuizFolder}/${concept}.${language}.json`;
    const json = readJson(files, file, conceptSchema);
    checkForms(json, concept, prose);
    const rich = richIn(json, language, prose);
    const itemsOf = (name: (typeof forms)[number]) =>
      json.content.forms[name].map((item, index) => {
        const path = ['forms', name, index];
        placed.push({ item, place: placeUnder(json, path) });
        return setItem(item, path, language, rich);
      });
    return {
      concept,
      title: prose.set(json.content.title, language, json.placeOf(['title'])),
      reading: readingOf(json, files, course, language, prose),
      forms: { A: itemsOf('A'), B: itemsOf('B') },
    };
  });
  // Over the whole pool: no id stands twice, and no seat is the right one too often.
  checkFairness(placed, prose.problems);
  for (const name of files.list(courseQuizFolder)) {
    if (
      concepts.some((concept) => name === `${concept}.fr.json` || name === `${concept}.en.json`)
    ) {
      continue;
    }
    const fact = `"${name}" is of no concept of the course.`;
    const place = { file: `${courseQuizFolder}/${name}`, line: 1 };
    prose.problems.add(place, fact, `Name it for one of: ${concepts.join(', ')}.`);
  }
  return { language, concepts: read };
}

/** Both forms ask the same number of things in the same ways, about the concept of their file. */
function checkForms(json: JsonFile<RawConcept>, concept: string, prose: Prose): void {
  const kinds = forms.map((name) => json.content.forms[name].map(({ kind }) => kind).join(', '));
  if (kinds[0] !== kinds[1]) {
    const fact = `form A asks ${kinds[0]}, and form B ${kinds[1]}.`;
    const remedy = 'Give both the same kinds in the same order.';
    prose.problems.add(json.placeOf(['forms', 'B']), fact, remedy);
  }
  for (const name of forms) {
    json.content.forms[name].forEach((item, index) => {
      if (item.concept === concept) return;
      const place = json.placeOf(['forms', name, index, 'concept']);
      const fact = `item "${item.id}" is of the concept "${item.concept}".`;
      prose.problems.add(place, fact, `Here it is "${concept}".`);
    });
  }
}

/** The first place to read that exists today. */
function readingOf(
  json: JsonFile<RawConcept>,
  files: ProjectFiles,
  course: Course,
  language: Language,
  prose: Prose,
): Reading {
  const found: Reading[] = [];
  json.content.reading.forEach(({ chapter: name, section = '' }, index) => {
    const refuse = (fact: string, remedy: string): void =>
      prose.problems.add(json.placeOf(['reading', index]), fact, remedy);
    const chapter = course.chapters.find((each) => each.id === name);
    if (chapter === undefined) {
      if (course.planned.includes(name)) return;
      const fact = `"${name}" is no chapter, written or planned.`;
      refuse(fact, `Name one of ${courseFile}.`);
      return;
    }
    const lesson = `${folderOf(chapter)}/${language}.md`;
    const heading = section === '' ? null : headingOf(files.read(lesson), section);
    if (section !== '' && heading === null) {
      refuse(`${lesson} has no section "${section}".`, 'Name one of its headings’ ids.');
      return;
    }
    const title = heading ?? chapter.title[language];
    const place = heading === null ? { file: courseFile, line: 1 } : { file: lesson, line: 1 };
    found.push({
      slug: chapter.slug[language],
      title: prose.set(title, language, place),
      section,
    });
  });
  if (found.length === 0) {
    const fact = 'none of the places to read exists yet.';
    prose.problems.add(json.placeOf(['reading']), fact, 'Add one that does.');
  }
  return found[0] ?? { slug: '', title: '', section: '' };
}

/** The words of the heading that has an id; null when none has. */
function headingOf(markdown: string, section: string): string | null {
  const heading = new RegExp(`^#+ (.*?)\\s*\\{#${section}\\}$`, 'mu').exec(markdown)?.[1];
  return heading?.replace(/[*$]|:sym\[(.*?)\]/gu, '$1') ?? null;
}
