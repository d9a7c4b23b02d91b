import { datasets } from '../shared/datasets';
import { noRun } from '../shared/prediction';
import { classifier, fits, runFields, type RunField } from '../shared/settings';
import type { JsonFile } from './json-file';
import type { Problems } from './problems';
import type { RawQuestion, RawQuestionFile } from './question-file';

type Path = readonly (string | number)[];
type Refuse = (path: Path, fact: string, remedy: string) => void;

/** Most places of a curve: what the browser keeps of one, and a hand can draw. */
const mostPlaces = 25;

/** Reports questions that no run could answer, or that could not be asked. */
export function checkQuestions(
  { content, placeOf }: JsonFile<RawQuestionFile>,
  problems: Problems,
): void {
  const { questions } = content;
  questions.forEach((question, index) => {
    const refuse: Refuse = (path, fact, remedy) =>
      problems.add(
        placeOf(['questions', index, ...path]),
        `question "${question.id}": ${fact}`,
        remedy,
      );
    if (questions.findIndex(({ id }) => id === question.id) !== index) {
      refuse(['id'], 'its id stands twice.', 'Give each its own.');
    }
    checkRuns(question, refuse);
    checkFigure(question, refuse);
    if (question.kind === 'choice') checkOptions(question, refuse);
    else checkScale(question, refuse);
  });
}

function checkRuns({ dataset, examples, runs }: RawQuestion, refuse: Refuse): void {
  const { validateEvery, maxExamples } = classifier;
  if (!datasets.some((each) => each === dataset)) {
    refuse(['dataset'], `there are no data "${dataset}".`, `Use one of: ${datasets.join(', ')}.`);
  }
  if (examples % validateEvery !== 0 || examples > maxExamples) {
    const remedy = `Give a multiple of ${validateEvery}, where the validation part is measured, up to ${maxExamples}.`;
    refuse(['examples'], `${examples} examples do not end with a measurement.`, remedy);
  } else if (examples / validateEvery >= mostPlaces) {
    refuse(['examples'], `${examples} examples are too many places.`, 'Ask of fewer.');
  }
  runs.forEach((run, index) => {
    const path = ['runs', index];
    if (runs.findIndex(({ id }) => id === run.id) !== index) {
      refuse([...path, 'id'], `the run "${run.id}" stands twice.`, 'Give each its own id.');
    }
    if (run.id === noRun) {
      refuse([...path, 'id'], `no run can be called "${noRun}".`, 'Give it another id.');
    }
    for (const [name, value] of Object.entries(run.settings)) {
      const known = name !== 'seed' && Object.hasOwn(runFields, name);
      const field: RunField | null = known ? runFields[name as keyof typeof runFields] : null;
      if (field && fits(field, value)) continue;
      const fact = field
        ? `the setting "${name}" does not take ${JSON.stringify(value)}.`
        : `a run has no setting "${name}".`;
      const names = Object.keys(runFields).filter((each) => each !== 'seed');
      const remedy = field
        ? 'Correct it; web/shared/settings.ts says what it takes.'
        : `Use some of: ${names.join(', ')}. All runs share the question's seed.`;
      refuse([...path, 'settings', name], fact, remedy);
    }
    const { batch } = run.settings;
    if (typeof batch === 'number' && validateEvery % batch !== 0) {
      const fact = `a batch of ${batch} passes over the places of measurement.`;
      refuse([...path, 'settings', 'batch'], fact, `Use a divisor of ${validateEvery}.`);
    }
  });
}

function checkFigure({ figure, runs }: RawQuestion, refuse: Refuse): void {
  if (!('run' in figure) || runs.some(({ id }) => id === figure.run)) return;
  const names = runs.map(({ id }) => id).join(', ');
  refuse(['figure', 'run'], `it has no run "${figure.run}".`, `Name one of: ${names}.`);
}

function checkOptions(
  { runs, options }: Extract<RawQuestion, { kind: 'choice' }>,
  refuse: Refuse,
): void {
  const expected = [...runs.map(({ id }) => id), noRun];
  const given = options.map(({ id }) => id);
  if (runs.length < 2) refuse(['runs'], 'one run leaves no choice.', 'Let two or more answer.');
  if (expected.join() === given.join()) return;
  const fact = `its options are ${given.join(', ')}.`;
  refuse(
    ['options'],
    fact,
    `Give one a run, and one for none, in this order: ${expected.join(', ')}.`,
  );
}

function checkScale(question: Exclude<RawQuestion, { kind: 'choice' }>, refuse: Refuse): void {
  const { kind, figure, min, max, tolerance, examples } = question;
  const ofExamples = figure.of === 'examples-to';
  const most = ofExamples ? examples : figure.of === 'loss-curve' ? Infinity : 100;
  if (!(min >= 0 && min < max && max <= most)) {
    const limit = most === Infinity ? '' : ` and at most ${most}`;
    refuse(['max'], `its scale goes from ${min} to ${max}.`, `Let it rise from 0 or more${limit}.`);
  } else if (tolerance > (max - min) / 4) {
    const fact = `within ${tolerance} nearly every guess of its scale is close.`;
    refuse(['tolerance'], fact, 'Ask for more.');
  }
  if (kind === 'number' && ofExamples !== (question.feedback.never !== undefined)) {
    const [fact, remedy] = ofExamples
      ? ['it says nothing of a goal that is never reached.', 'Add feedback "never".']
      : ['an accuracy is always measured.', 'Remove the feedback "never".'];
    refuse(['feedback'], fact, remedy);
  }
}

/** What every language must share of a question, in words. */
export function outlineOf(question: RawQuestion): readonly string[] {
  const { id, kind, concept, seed, examples, runs, figure } = question;
  const told = (name: string, value: unknown): string => `the ${name} ${JSON.stringify(value)}`;
  return [
    told('id', id),
    told('kind', kind),
    told('concept', concept),
    told('seed', seed),
    told('examples', examples),
    told('figure', figure),
    ...runs.map((run) => told('run', [run.id, run.settings])),
    ...(question.kind === 'choice'
      ? []
      : [told('scale', [question.min, question.max, question.tolerance])]),
  ];
}
