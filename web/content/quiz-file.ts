import { z } from 'zod';
import type { Language } from '../shared/lesson';
import { plainText, type Item, type Quiz, type RichText } from '../shared/quiz';
import { quizFigureNames, quizFigures } from '../shared/quiz-figures';
import { parseSymbol } from '../shared/symbols';
import { readJson, type JsonFile } from './json-file';
import type { Place } from './problems';
import type { ProjectFiles } from './project-files';
import type { Prose } from './prose';
import { checkFairness } from './quiz-fairness';

export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'an id is lower-case words joined by "-"');
export const text = z.string().min(1);
const frame = {
  id,
  concept: id,
  prompt: text,
  hints: z.array(text).min(2, 'give at least two hints'),
};
const option = z.strictObject({ id, text, right: z.boolean(), feedback: text });
const options = z.array(option).min(3, 'give at least three options');
const slip = z.strictObject({ value: z.number(), feedback: text });
const step = z.strictObject({ id, text, place: z.int().min(1), feedback: text });
const row = z.strictObject({ id, text, choice: id, feedback: text });

const region = z.strictObject({ id, right: z.boolean(), feedback: text });

export const itemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('one'), ...frame, options }),
  z.strictObject({ kind: z.literal('several'), ...frame, options }),
  z.strictObject({
    kind: z.literal('point'),
    ...frame,
    figure: z.enum(quizFigureNames),
    regions: z.array(region),
  }),
  z.strictObject({
    kind: z.literal('number'),
    ...frame,
    answer: z.number(),
    tolerance: z.number().min(0),
    unit: z.string(),
    feedback: text,
    slips: z.array(slip),
    otherwise: text,
  }),
  z.strictObject({ kind: z.literal('order'), ...frame, steps: z.array(step).min(3) }),
  z.strictObject({
    kind: z.literal('match'),
    ...frame,
    choices: z.array(z.strictObject({ id, text })).min(2),
    rows: z.array(row).min(2),
  }),
]);
const quizSchema = z.strictObject({
  id,
  title: text,
  intro: text,
  items: z.array(itemSchema).min(1),
});

export type RawQuiz = z.infer<typeof quizSchema>;
export type RawItem = RawQuiz['items'][number];
type Path = readonly (string | number)[];
/** Sets a text that stands at a path of its file. */
type Rich = (source: string, path: Path) => RichText;

/** Reads a quiz, checks what makes it fair, and sets its text. */
export function readQuiz(
  files: ProjectFiles,
  file: string,
  language: Language,
  prose: Prose,
): Quiz {
  const json = readJson(files, file, quizSchema);
  const { content } = json;
  checkFairness(
    content.items.map((item, index) => ({ item, place: placeUnder(json, ['items', index]) })),
    prose.problems,
  );
  const rich = richIn(json, language, prose);
  return {
    id: content.id,
    language,
    title: prose.set(content.title, language, json.placeOf(['title'])),
    intro: rich(content.intro, ['intro']),
    items: content.items.map((item, index) => setItem(item, ['items', index], language, rich)),
  };
}

/** Places in a part of a file. */
export function placeUnder(json: Pick<JsonFile<unknown>, 'placeOf'>, path: Path) {
  return (below: Path): Place => json.placeOf([...path, ...below]);
}

export function richIn(
  json: Pick<JsonFile<unknown>, 'placeOf'>,
  language: Language,
  prose: Prose,
): Rich {
  return (source, path) =>
    richText(
      source,
      (part) => prose.set(part, language, json.placeOf(path)),
      (fact, remedy) => prose.problems.add(json.placeOf(path), fact, remedy),
    );
}

/** An item as a page shows it; `path` is where it stands in its file. */
export function setItem(item: RawItem, path: Path, language: Language, rich: Rich): Item {
  const field = (name: string, source: string): RichText => rich(source, [...path, name]);
  const list = <Entry extends { readonly feedback: string }>(
    name: string,
    entries: readonly Entry[],
  ) =>
    entries.map((entry, index) => ({
      ...entry,
      feedback: rich(entry.feedback, [...path, name, index, 'feedback']),
    }));
  const texts = <Entry extends { readonly text: string }>(
    name: string,
    entries: readonly Entry[],
  ) =>
    entries.map((entry, index) => ({
      ...entry,
      text: rich(entry.text, [...path, name, index, 'text']),
    }));
  const common = {
    id: item.id,
    concept: item.concept,
    prompt: field('prompt', item.prompt),
    hints: item.hints.map((hint, index) => rich(hint, [...path, 'hints', index])),
  };
  switch (item.kind) {
    case 'one':
    case 'several':
      return {
        kind: item.kind,
        ...common,
        options: list('options', texts('options', item.options)),
      };
    case 'point':
      return {
        kind: 'point',
        ...common,
        figure: item.figure,
        options: list('regions', item.regions).map((each) => {
          const drawn = quizFigures[item.figure].regions.find(({ id }) => id === each.id);
          return { ...each, text: [{ kind: 'plain', text: drawn?.name[language] ?? '' }] };
        }),
      };
    case 'number':
      return {
        kind: 'number',
        ...common,
        answer: item.answer,
        tolerance: item.tolerance,
        unit: item.unit,
        feedback: field('feedback', item.feedback),
        slips: list('slips', item.slips),
        otherwise: field('otherwise', item.otherwise),
      };
    case 'order':
      return { kind: 'order', ...common, steps: list('steps', texts('steps', item.steps)) };
    case 'match':
      return {
        kind: 'match',
        ...common,
        choices: texts('choices', item.choices),
        rows: list('rows', texts('rows', item.rows)),
      };
  }
}

/** `:sym[h_t]` is a symbol, `*word*` is stressed, the rest is plain. */
export function richText(
  source: string,
  set: (part: string) => string,
  refuse: (fact: string, remedy: string) => void,
): RichText {
  const pieces = source.split(/(:[a-z]+\[[^\]]*\]|\*[^*]+\*)/u).flatMap((part): RichText => {
    if (part === '') return [];
    const directive = /^:([a-z]+)\[([^\]]*)\]$/u.exec(part);
    if (directive !== null) {
      const symbol = directive[1] === 'sym' ? parseSymbol(directive[2] ?? '') : null;
      if (symbol !== null) return [{ kind: 'symbol', ...symbol }];
      refuse(
        `"${part}" is not a symbol of the course.`,
        'Write one of web/shared/symbols.ts, such as :sym[h_t].',
      );
      return [];
    }
    const stressed = /^\*([^*]+)\*$/u.exec(part)?.[1];
    if (stressed !== undefined) return [{ kind: 'stress', text: set(stressed) }];
    return [{ kind: 'plain', text: set(part) }];
  });
  if (/[<>]/u.test(plainText(pieces))) {
    refuse('it holds "<" or ">".', 'Quiz texts are not HTML: say it in words.');
  }
  return pieces;
}
