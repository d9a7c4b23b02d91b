/** The challenges of `lessons/challenges`: `<id>.json` says the goal, `<id>.<language>.json` the words. */
import { z } from 'zod';
import { challenges } from '../app/instruments/challenge/challenges';
import type { ChallengeText } from '../app/instruments/challenge/challenge-text';
import type { ClauseKind } from '../shared/challenge';
import { datasets } from '../shared/datasets';
import { languages, type Language } from '../shared/lesson';
import { cells } from '../shared/run-settings';
import { classifier, fits, runFieldNames, runFields } from '../shared/settings';
import { readJson, type JsonFile } from './json-file';
import { Problems } from './problems';
import { ProjectFiles } from './project-files';
import { Prose } from './prose';

const share = z.number().positive().max(1);
const values = z.partialRecord(z.enum(runFieldNames), z.union([z.string(), z.number(), z.null()]));
const goalSchema = z.strictObject({
  data: z.strictObject({ fr: z.enum(datasets), en: z.enum(datasets) }),
  goal: z.strictObject({
    cells: z.array(z.enum(cells)).min(1),
    maxParameters: z.int().positive().nullable(),
    maxExamples: z.int().positive().max(classifier.maxExamples),
    share,
    sequences: z.int().positive(),
  }),
  /** Where a run begins, beside the standard settings. */
  start: values,
  /** The settings that are the learner's; the seed is always. */
  choose: z.array(z.enum(runFieldNames)).min(1),
  /** With each of them the reference meets the goal, and the near miss does not. */
  seeds: z.array(z.int().nonnegative()).min(3),
  reference: values,
  nearMiss: values,
});
const text = z.string().min(1);
const textSchema = z.strictObject({
  title: text,
  task: text,
  hints: z.array(text).min(2, 'give at least two hints'),
  why: z.strictObject({
    share: text,
    examples: text,
    parameters: text.optional(),
    cell: text,
    fixed: text,
  } satisfies Record<ClauseKind, z.ZodType>),
});
type Goal = z.infer<typeof goalSchema>;

const folder = 'lessons/challenges';
const listFile = 'web/app/instruments/challenge/challenges.ts';

export type ChallengeTexts = Readonly<Record<Language, Readonly<Record<string, ChallengeText>>>>;

/** Every challenge's words, set as each language prints them; what is wrong stops the build. */
export function readChallenges(
  files: ProjectFiles,
  ids: readonly string[] = Object.keys(challenges),
): ChallengeTexts {
  const problems = new Problems();
  const prose = new Prose(files, problems);
  for (const name of files.list(folder)) {
    const [id = ''] = name.split('.');
    if (ids.includes(id)) continue;
    const fact = `"${id}" is no challenge of ${listFile}.`;
    problems.add(
      { file: `${folder}/${name}`, line: 1 },
      fact,
      'List it there, or remove the file.',
    );
  }
  const texts: Record<Language, Record<string, ChallengeText>> = { fr: {}, en: {} };
  for (const id of ids) {
    const goal = readJson(files, `${folder}/${id}.json`, goalSchema);
    checkGoal(goal, problems);
    const counts = languages.map((language) => {
      const json = readJson(files, `${folder}/${id}.${language}.json`, textSchema);
      checkWhy(goal.content, json, problems);
      texts[language][id] = setText(json, language, prose);
      return json.content.hints.length;
    });
    if (new Set(counts).size > 1) {
      const fact = `there are ${counts.join(' hints here and ')} in the other language.`;
      const file = `${folder}/${id}.${languages[0]}.json`;
      problems.add({ file, line: 1 }, fact, 'Give both the same.');
    }
  }
  problems.stop();
  return texts;
}

/** Those of the project itself. */
export const challengeTexts = (): ChallengeTexts => readChallenges(new ProjectFiles());

function checkGoal({ content, placeOf }: JsonFile<Goal>, problems: Problems): void {
  const { start, reference, nearMiss, choose, goal } = content;
  for (const [part, given] of Object.entries({ start, reference, nearMiss })) {
    for (const name of runFieldNames) {
      const value = given[name];
      if (value === undefined) continue;
      const place = placeOf([part, name]);
      if (!fits(runFields[name], value)) {
        problems.add(place, `no run has ${name} = ${String(value)}.`, 'Correct it.');
      }
      if (part === 'start' || choose.includes(name)) continue;
      problems.add(place, `"${name}" is not the learner's to set.`, 'Add it to choose.');
    }
  }
  if (choose.includes('seed')) {
    problems.add(placeOf(['choose']), 'the seed is always to be chosen.', 'Leave it out.');
  }
  const { cell = runFields.cell.default } = { ...start, ...reference };
  if (!goal.cells.some((each) => each === cell)) {
    const fact = `the reference is a ${String(cell)}, which the goal does not allow.`;
    problems.add(placeOf(['reference']), fact, 'Correct one of them.');
  }
}

/** A clause that can fail says why it does, and no other. */
function checkWhy(
  { goal }: Goal,
  { content, placeOf }: JsonFile<z.infer<typeof textSchema>>,
  problems: Problems,
): void {
  const counted = goal.maxParameters !== null;
  if (counted === (content.why.parameters !== undefined)) return;
  const fact = counted
    ? 'the goal counts parameters; nothing says why that fails.'
    : 'the goal does not count parameters.';
  problems.add(placeOf(['why']), fact, counted ? 'Add "parameters".' : 'Remove "parameters".');
}

function setText(
  { content, placeOf }: JsonFile<z.infer<typeof textSchema>>,
  language: Language,
  prose: Prose,
): ChallengeText {
  const set = (source: string, ...path: (string | number)[]): string =>
    prose.set(source, language, placeOf(path));
  const why = Object.entries(content.why).map(([kind, reason = '']) => [
    kind,
    set(reason, 'why', kind),
  ]);
  return {
    title: set(content.title, 'title'),
    task: set(content.task, 'task'),
    hints: content.hints.map((hint, index) => set(hint, 'hints', index)),
    why: Object.fromEntries(why) as ChallengeText['why'],
  };
}
