import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { folderOf } from '../../web/content/course';
import { loadCourse, loadLesson } from '../../web/content/load';
import { ProjectFiles } from '../../web/content/project-files';
import { SourceCode } from '../../web/content/source-code';
import { languages, type Lesson } from '../../web/shared/lesson';
import { defaultSettings } from '../../web/shared/settings';
import { elmanStep, gruStep, headStep, lstmStep } from './reference-cells';

const course = loadCourse();
const lessons: readonly Lesson[] = course.chapters.flatMap(({ slug }) =>
  languages.map((language) => loadLesson(language, slug[language])),
);
const htmlOf = (lesson: Lesson): string =>
  lesson.lead + lesson.blocks.map((block) => ('html' in block ? block.html : '')).join('\n');
const textOf = (html: string): string =>
  html.replace(/<math[\s\S]*?<\/math>/g, ' ').replace(/<[^>]+>/g, '');

describe.each(lessons.map((lesson) => [`${lesson.language}/${lesson.slug}`, lesson] as const))(
  'lesson %s',
  (_, lesson) => {
    const html = htmlOf(lesson);

    it('carries nothing that the page’s policy refuses', () => {
      expect(html).not.toMatch(/\sstyle=|<script|<iframe|<img|\son\w+=|javascript:/i);
    });

    it('leads every link to something', () => {
      const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
      for (const block of lesson.blocks) {
        if (block.kind === 'code') block.anchors.forEach(({ id }) => ids.add(id));
      }
      const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
      expect(targets.filter((target) => !ids.has(target))).toEqual([]);
      expect(targets.length).toBeGreaterThan(0);
    });

    it('gives each id once', () => {
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    });

    it('is set as its language prints', () => {
      const text = textOf(html);
      if (lesson.language === 'fr') {
        expect(text).not.toMatch(/[ \u00a0\p{L}\d)][;:!?»](?=\s|$)/u);
        expect(text).not.toMatch(/«[^\u202f]/u);
      }
      expect(text).not.toMatch(/(?<=\p{L})'(?=\p{L})|"/u);
    });

    it('stays short enough to read in one sitting', () => {
      const words = textOf(html).split(/\s+/).length;
      // Where the course's quiz stands, its questions are what is read.
      const asks = lesson.blocks.some(({ kind }) => kind === 'course-quiz');
      expect(words).toBeGreaterThan(asks ? 150 : 300);
      expect(words).toBeLessThan(1300);
    });
  },
);

describe('tags of equations', () => {
  const { tagged } = new SourceCode(new ProjectFiles());
  const taught = new Set(
    lessons.flatMap((lesson) =>
      [...htmlOf(lesson).matchAll(/ id="eq-([a-z]+\.\d+)"/g)].map((match) => match[1]!),
    ),
  );
  const computed = new Set(tagged.map(({ tag }) => tag).filter((tag) => !tag.endsWith("'")));

  it('are the same in the lessons and in the engine', () => {
    expect([...taught].sort()).toEqual([...computed].sort());
    expect(taught.size).toBeGreaterThan(0);
  });

  it('stand in one file each', () => {
    const files = (tag: string) =>
      new Set(tagged.filter((each) => each.tag === tag).map(({ file }) => file));
    expect([...computed].filter((tag) => files(tag).size !== 1)).toEqual([]);
  });

  it('have each adjoint under its equation, in the same file', () => {
    const adjoints = tagged.filter(({ tag }) => tag.endsWith("'"));
    const astray = adjoints.filter(({ tag, file, line }) => {
      const equation = tagged.find((each) => each.tag === tag.slice(0, -1));
      return equation?.file !== file || equation.line >= line;
    });
    expect(astray).toEqual([]);
    expect(new Set(adjoints.map(({ tag }) => tag.slice(0, -1)))).toEqual(computed);
  });

  it('have their equation at the head of the file that computes them', () => {
    const missing = [...computed].filter((tag) => {
      const file = tagged.find((each) => each.tag === tag)!.file;
      return !new RegExp(`^ ?(//|\\*) .*=.*\\(${tag}\\)$`, 'm').test(readFileSync(file, 'utf8'));
    });
    expect(missing).toEqual([]);
  });
});

describe('the worked numbers of the chapter on the cell', () => {
  const chapter = course.chapters.find(({ id }) => id === 'cell')!;
  const example = JSON.parse(readFileSync(`${folderOf(chapter)}/example.json`, 'utf8'));

  it.each([
    ['elman', elmanStep],
    ['lstm', lstmStep],
    ['gru', gruStep],
    ['head', headStep],
  ] as const)('%s', (name, step) => {
    const computed: Record<string, number | number[]> = step(example[name]);
    for (const [letter, values] of Object.entries(computed)) {
      const given = [example[name][letter]].flat() as number[];
      [values].flat().forEach((value, index) => expect(given[index]).toBeCloseTo(value, 14));
      expect(given).toHaveLength([values].flat().length);
    }
  });

  it('are the steps that the text calls the same', () => {
    expect(example.head.s).toEqual(example.elman.h);
    expect(example.elman.Wx[1] + example.elman.Hh[1]).toBe(0);
  });

  it('ask in the quiz for the size that the lab has', () => {
    const quizzes = lessons.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'quiz' ? [block.quiz] : [])),
    );
    const items = quizzes.flatMap((quiz) => quiz.items.filter(({ id }) => id === 'size-of-w'));
    expect(items).toHaveLength(languages.length);
    for (const item of items) {
      expect(item).toMatchObject({ answer: defaultSettings.embedding * defaultSettings.hidden });
    }
  });
});
