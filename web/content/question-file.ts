import { z } from 'zod';
import { languages, type Language } from '../shared/lesson';
import type { ModelSettings, Question } from '../shared/prediction';
import type { RichText } from '../shared/quiz';
import { defaultSettings } from '../shared/settings';
import { readJson, type JsonFile } from './json-file';
import { checkQuestions, outlineOf } from './question-checks';
import type { ProjectFiles } from './project-files';
import type { Prose } from './prose';
import { richText } from './quiz-file';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'an id is lower-case words joined by "-"');
const text = z.string().min(1);
const run = z.strictObject({
  id,
  name: text,
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
const goal = z.number().gt(0).max(100);
const frame = {
  id,
  title: text,
  concept: id,
  prompt: text,
  dataset: z.string(),
  seed: z.int().min(0).max(4_294_967_295),
  examples: z.int().min(1),
  runs: z.array(run).min(1).max(4),
};
const scale = { min: z.number(), max: z.number(), tolerance: z.number().gt(0) };
const sides = { close: text, high: text, low: text };

const questionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('number'),
    ...frame,
    figure: z.discriminatedUnion('of', [
      z.strictObject({ of: z.literal('accuracy'), run: id }),
      z.strictObject({ of: z.literal('examples-to'), run: id, goal }),
    ]),
    ...scale,
    feedback: z.strictObject({ ...sides, never: text.optional() }),
  }),
  z.strictObject({
    kind: z.literal('choice'),
    ...frame,
    figure: z.strictObject({ of: z.literal('first-to'), goal }),
    options: z.array(z.strictObject({ id, text, right: text, wrong: text })),
  }),
  z.strictObject({
    kind: z.literal('curve'),
    ...frame,
    figure: z.strictObject({ of: z.enum(['accuracy-curve', 'loss-curve']), run: id }),
    ...scale,
    feedback: z.strictObject({ ...sides, across: text }),
  }),
]);
const fileSchema = z.strictObject({ questions: z.array(questionSchema).min(1) });

export type RawQuestionFile = z.infer<typeof fileSchema>;
export type RawQuestion = RawQuestionFile['questions'][number];

type Path = readonly (string | number)[];

export const questionFileOf = (folder: string, language: Language): string =>
  `${folder}/predict.${language}.json`;

/**
 * The questions of a chapter, or of the workshop, checked and set; each language's file is held
 * against the others.
 * @param scope what comes before their names in ids: the chapter's own id
 */
export function readQuestions(
  files: ProjectFiles,
  folder: string,
  scope: string,
  language: Language,
  prose: Prose,
): readonly Question[] {
  const json = readJson(files, questionFileOf(folder, language), fileSchema);
  checkQuestions(json, prose.problems);
  for (const other of languages) {
    if (other === language) continue;
    const file = questionFileOf(folder, other);
    checkParity(json, readJson(files, file, fileSchema), file, prose);
  }
  const { content, placeOf } = json;
  const rich = (source: string, path: Path): RichText =>
    richText(
      source,
      (part) => prose.set(part, language, placeOf(path)),
      (fact, remedy) => prose.problems.add(placeOf(path), fact, remedy),
    );
  const plain = (source: string, path: Path): string => prose.set(source, language, placeOf(path));
  return content.questions.map((question, index) =>
    setQuestion(question, scope, ['questions', index], rich, plain),
  );
}

function setQuestion(
  raw: RawQuestion,
  scope: string,
  path: Path,
  rich: (source: string, path: Path) => RichText,
  plain: (source: string, path: Path) => string,
): Question {
  const texts = <Key extends string>(given: Readonly<Record<Key, string>>) =>
    Object.fromEntries(
      Object.entries<string>(given).map(([key, source]) => [
        key,
        rich(source, [...path, 'feedback', key]),
      ]),
    ) as Record<Key, RichText>;
  const common = {
    id: `${scope}.${raw.id}`,
    title: plain(raw.title, [...path, 'title']),
    concept: raw.concept,
    prompt: rich(raw.prompt, [...path, 'prompt']),
    dataset: raw.dataset,
    seed: raw.seed,
    examples: raw.examples,
    runs: raw.runs.map(({ id: run, name, settings }, index) => ({
      id: run,
      name: plain(name, [...path, 'runs', index, 'name']),
      settings: settingsOf(settings),
    })),
  };
  switch (raw.kind) {
    case 'number': {
      const { kind, figure, min, max, tolerance } = raw;
      const { never, ...sides } = raw.feedback;
      const feedback = never === undefined ? texts(sides) : texts({ ...sides, never });
      return { kind, ...common, figure, min, max, tolerance, feedback };
    }
    case 'curve': {
      const { kind, figure, min, max, tolerance } = raw;
      return { kind, ...common, figure, min, max, tolerance, feedback: texts(raw.feedback) };
    }
    case 'choice': {
      const { kind, figure } = raw;
      const options = raw.options.map((option, index) => {
        const at = [...path, 'options', index];
        return {
          id: option.id,
          text: rich(option.text, [...at, 'text']),
          right: rich(option.right, [...at, 'right']),
          wrong: rich(option.wrong, [...at, 'wrong']),
        };
      });
      return { kind, ...common, figure, options };
    }
  }
}

/** Checked before: every key is a setting's, and every value one that it takes. */
function settingsOf(given: RawQuestion['runs'][number]['settings']): ModelSettings {
  const standard = Object.entries(defaultSettings).filter(([name]) => name !== 'seed');
  return { ...Object.fromEntries(standard), ...given } as unknown as ModelSettings;
}

function checkParity(
  here: JsonFile<RawQuestionFile>,
  there: JsonFile<RawQuestionFile>,
  file: string,
  { problems }: Prose,
): void {
  const ours = here.content.questions;
  const theirs = there.content.questions;
  ours.forEach((question, index) => {
    const other = theirs[index];
    const differing = other
      ? outlineOf(question).find((part) => !outlineOf(other).includes(part))
      : null;
    if (differing === undefined) return;
    const fact =
      differing === null
        ? `question ${index + 1}, "${question.id}", is missing in ${file}.`
        : `question ${index + 1} has ${differing}, and not so in ${file}.`;
    const remedy = 'Give both languages the same questions in the same order.';
    problems.add(here.placeOf(['questions', index]), fact, remedy);
  });
  if (theirs.length > ours.length) {
    const fact = `${file} has ${theirs.length} questions, this file ${ours.length}.`;
    problems.add(here.placeOf(['questions']), fact, 'Give both languages the same questions.');
  }
}
