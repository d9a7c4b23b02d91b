import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { predictSchema } from '../../web/app/instruments/predict/schema';
import { loadLesson } from '../../web/content/load';
import { withWorkshopQuestions } from '../../web/content/question-places';
import { datasets } from '../../web/shared/datasets';
import { languages, type Language } from '../../web/shared/lesson';
import type { Question } from '../../web/shared/prediction';
import { plainText } from '../../web/shared/quiz';
import { defaultSettings } from '../../web/shared/settings';
import { expectRefusal, englishWith, frenchWith, writeCourse, type Changes } from './sample-course';

const file = 'lessons/01-toy/predict.en.json';
const number = {
  kind: 'number',
  id: 'share',
  title: 'The share',
  concept: 'order',
  prompt: 'What *share*?',
  dataset: 'brackets',
  seed: 1,
  examples: 2048,
  runs: [{ id: 'bag', name: 'bag', settings: { cell: 'bag', learningRate: 0.01 } }],
  figure: { of: 'accuracy', run: 'bag' } as Record<string, unknown>,
  min: 0,
  max: 100,
  tolerance: 2,
  feedback: { close: 'So.', high: 'Less.', low: 'More.' } as Record<string, string>,
};
const choice = {
  ...number,
  kind: 'choice',
  id: 'first',
  runs: ['rnn', 'lstm'].map((cell) => ({ id: cell, name: cell, settings: { cell } })),
  figure: { of: 'first-to', goal: 95 },
  options: ['rnn', 'lstm', 'none'].map((id) => ({ id, text: id, right: 'Yes.', wrong: 'No.' })),
  min: undefined,
  max: undefined,
  tolerance: undefined,
  feedback: undefined,
};
const line = '::instrument{name="predict" questions="share"}';
const written = (...questions: object[]) => JSON.stringify({ questions }, null, 2);

/** The sample course with these English questions, and French ones that are right. */
const course = (questions: string, instrument = line): Changes => ({
  ...englishWith(instrument),
  ...frenchWith(line),
  [file]: questions,
  'lessons/01-toy/predict.fr.json': written({ ...number, prompt: 'Quelle part ?' }, choice),
});
const load = (changes: Changes) => loadLesson('en', 'toy', writeCourse(changes));

describe('the questions of a chapter', () => {
  it('stand beside the instrument that names them, in its order', () => {
    const both = '::instrument{name="predict" questions="first share"}';
    const [block] = load(course(written(number, choice), both)).blocks;
    expect(block).toMatchObject({
      kind: 'instrument',
      questions: [{ id: 'toy.first' }, { id: 'toy.share' }],
    });
    const { seed, ...standard } = defaultSettings;
    expect(seed).toBe(1);
    expect(block).toMatchObject({
      questions: [
        {},
        {
          prompt: [{ text: 'What ' }, { kind: 'stress', text: 'share' }, { text: '?' }],
          runs: [{ id: 'bag', settings: { ...standard, cell: 'bag', learningRate: 0.01 } }],
        },
      ],
    });
  });

  const changed = (parts: object): string => written({ ...number, ...parts }, choice);
  const run = (parts: object) => [{ ...number.runs[0], ...parts }];
  const refused: readonly (readonly [string, string, number, RegExp])[] = [
    ['that is not JSON', '{\n"questions": [}', 2, /not JSON/],
    ['of no kind', changed({ kind: 'essay' }), 4, /questions.0.kind/],
    ['with a field too many', changed({ answer: 50 }), 3, /answer/],
    ['that stands twice', written(number, number), 37, /its id stands twice/],
    ['on data that are not there', changed({ dataset: 'novels' }), 9, /no data "novels"/],
    ['that ends between measurements', changed({ examples: 2000 }), 11, /do not end with a mea/],
    ['of too many examples', changed({ examples: 1024 * 99 }), 11, /up to 24576/],
    [
      'of a run that is not there',
      changed({ figure: { of: 'accuracy', run: 'x' } }),
      24,
      /"x".*: bag/,
    ],
    [
      'of a setting that is not there',
      changed({ runs: run({ settings: { gates: 3 } }) }),
      17,
      /no setting "gates"/,
    ],
    ['of a seed of one run', changed({ runs: run({ settings: { seed: 3 } }) }), 17, /share the/],
    [
      'of a value outside',
      changed({ runs: run({ settings: { hidden: 0 } }) }),
      17,
      /does not take 0/,
    ],
    ['of a batch across', changed({ runs: run({ settings: { batch: 48 } }) }), 17, /batch of 48/],
    ['of a run called none', changed({ runs: run({ id: 'none' }) }), 14, /called "none"/],
    ['beyond its scale', changed({ max: 101 }), 27, /from 0 to 101.*at most 100/],
    ['on a scale upside down', changed({ min: 100, max: 0 }), 27, /from 100 to 0/],
    ['that every guess answers', changed({ tolerance: 30 }), 28, /nearly every guess/],
    [
      'that never is reached',
      changed({ figure: { of: 'examples-to', run: 'bag', goal: 95 } }),
      30,
      /never reached.*"never"/,
    ],
    [
      'that always is reached',
      changed({ feedback: { ...number.feedback, never: 'No.' } }),
      29,
      /Remove the feedback "never"/,
    ],
    [
      'without one of its options',
      written(number, { ...choice, options: choice.options.slice(1) }),
      64,
      /rnn, lstm, none/,
    ],
    ['with HTML', changed({ prompt: 'A <b>' }), 8, /"<" or ">"/],
    [
      'that lacks a translation',
      written(number),
      2,
      /predict.fr.json has 2 questions, this file 1/,
    ],
    [
      'of another seed than its translation',
      changed({ seed: 2 }),
      3,
      /the seed 2, and not so in .*fr/,
    ],
    [
      'that its translation has not',
      written(number, choice, { ...number, id: 'more' }),
      85,
      /"more", is missing in/,
    ],
  ];
  it.each(refused)('are refused: one %s', (_, questions, place, fact) => {
    expectRefusal(() => load(course(questions)), `${file}:${place}`, fact);
  });

  it('are there when an instrument names them', () => {
    const wrong = course(written(number, choice), line.replace('share', 'shape'));
    const lesson = 'lessons/01-toy/en.md:5:1';
    expectRefusal(() => load(wrong), lesson, /no question "shape". Name some of: share, first/);
    expectRefusal(() => load({ ...wrong, [file]: null }), lesson, /no questions "lessons.*en.json/);
  });
});

describe.each(languages)('the questions of the workshop, %s', (language: Language) => {
  const props = predictSchema.workshop[language];
  const block = {
    kind: 'instrument',
    name: 'predict',
    id: 'predict-1',
    scene: '',
    hide: [],
  } as const;
  const [placed] = withWorkshopQuestions([{ ...block, props }], language);
  const questions: readonly Question[] = placed?.questions ?? [];

  it('are of every kind, and on data of the course', () => {
    expect(new Set(questions.map(({ kind }) => kind))).toEqual(
      new Set(['number', 'choice', 'curve']),
    );
    for (const { dataset } of questions) expect(datasets).toContain(dataset);
  });

  it('hold no answer, and say why to everyone', () => {
    const raw = readFileSync(`lessons/workshop/predict.${language}.json`, 'utf8');
    expect(raw).not.toMatch(/"(answer|correct|result|measured)"/u);
    for (const question of questions) {
      const texts =
        question.kind === 'choice'
          ? question.options.flatMap(({ right, wrong }) => [right, wrong])
          : Object.values(question.feedback);
      expect(new Set(texts.map(plainText)).size).toBe(texts.length);
    }
  });
});
