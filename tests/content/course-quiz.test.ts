import { describe, expect, it } from 'vitest';
import { loadConcepts, loadLesson } from '../../web/content/load';
import { concepts, forms, sittings, type ConceptQuiz } from '../../web/shared/course-quiz';
import { languages, type Language } from '../../web/shared/lesson';
import {
  blankAnswer,
  plainText,
  type Answer,
  type Item,
  type Option,
  type RichText,
} from '../../web/shared/quiz';
import { grade } from '../../web/shared/quiz-grade';
import { expectRefusal, sampleCourse, writeCourse, type Refused } from './sample-course';

const slugs = { fr: { before: 'avant', after: 'apres' }, en: { before: 'before', after: 'after' } };

function quizOf(language: Language): readonly ConceptQuiz[] {
  const asked = sittings.map((sitting) => {
    const lesson = loadLesson(language, slugs[language][sitting]);
    const block = lesson.blocks.find((each) => each.kind === 'course-quiz');
    if (block?.kind !== 'course-quiz' || block.sitting !== sitting) {
      throw new Error(`${lesson.slug} does not ask ${sitting} the course.`);
    }
    return block.quiz.concepts;
  });
  expect(asked[0]).toEqual(asked[1]);
  return asked[0]!;
}
const quizzes = Object.fromEntries(
  languages.map((language) => [language, quizOf(language)]),
) as Record<Language, readonly ConceptQuiz[]>;
const poolOf = (language: Language): readonly Item[] =>
  quizzes[language].flatMap(({ forms: { A, B } }) => [...A, ...B]);

/** Someone who knows nothing of the subject: which of several things would they take? */
type Pick = (things: readonly { readonly text: RichText }[]) => number;
const longest = (things: readonly { readonly text: RichText }[], sign = 1): number => {
  const lengths = things.map(({ text }) => sign * plainText(text).length);
  return lengths.indexOf(Math.max(...lengths));
};
const guessers: readonly (readonly [string, Pick])[] = [
  ['first', () => 0],
  ['longest', (things) => longest(things)],
  ['last', (things) => things.length - 1],
  ['second', () => 1],
  ['third', () => 2],
  ['shortest', (things) => longest(things, -1)],
];

function guess(item: Item, pick: Pick): Answer {
  switch (item.kind) {
    case 'one':
    case 'several':
    case 'point':
      return { kind: 'chosen', ids: [item.options[pick(item.options)]!.id] };
    case 'match': {
      const { id } = item.choices[pick(item.choices)]!;
      return { kind: 'matched', choices: Object.fromEntries(item.rows.map((row) => [row.id, id])) };
    }
    case 'number':
      return { kind: 'typed', text: '10' };
    case 'order':
      return blankAnswer(item);
  }
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** The share of all possible answers that is right. */
function chanceOf(item: Item): number {
  switch (item.kind) {
    case 'one':
    case 'point':
      return 1 / item.options.length;
    case 'several':
      return 1 / (2 ** item.options.length - 1);
    case 'match':
      return 1 / item.choices.length ** item.rows.length;
    case 'order':
      return 1 / factorial(item.steps.length);
    case 'number':
      return 0;
  }
}

/** Everything that is said about an item's answers. */
function feedbacksOf(item: Item): readonly RichText[] {
  switch (item.kind) {
    case 'one':
    case 'several':
    case 'point':
      return item.options.map(({ feedback }) => feedback);
    case 'number':
      return [item.feedback, item.otherwise, ...item.slips.map(({ feedback }) => feedback)];
    case 'order':
      return item.steps.map(({ feedback }) => feedback);
    case 'match':
      return item.rows.map(({ feedback }) => feedback);
  }
}

describe.each(languages)('the quiz of the course (%s)', (language) => {
  const quiz = quizzes[language];
  const pool = poolOf(language);

  it('asks about every concept in both forms, in the same ways', () => {
    expect(quiz.map(({ concept }) => concept)).toEqual(concepts);
    for (const { forms: both } of quiz) {
      expect(both.A.map(({ kind }) => kind)).toEqual(both.B.map(({ kind }) => kind));
    }
    expect(loadConcepts(language)).toEqual(
      Object.fromEntries(quiz.map(({ concept, title }) => [concept, title])),
    );
  });

  it('asks in every way that there is', () => {
    const kinds = new Set(pool.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['match', 'number', 'one', 'order', 'point', 'several']);
  });

  it('sends to read where something stands', () => {
    const slugsRead = new Set(quiz.map(({ reading }) => reading.slug));
    const lessons = [...slugsRead].map((slug) => loadLesson(language, slug));
    for (const { reading, concept } of quiz) {
      const lesson = lessons.find(({ slug }) => slug === reading.slug)!;
      const found = lesson.sections.find(({ id }) => id === reading.section);
      expect(found?.title ?? lesson.title, concept).toBe(reading.title);
    }
  });

  it.each(guessers)('is not answered by always taking the %s', (_, pick) => {
    const sittingsOfAll = [pool, ...forms.map((form) => quiz.flatMap((each) => each.forms[form]))];
    for (const items of sittingsOfAll) {
      const chance = items.reduce((sum, item) => sum + chanceOf(item), 0);
      const right = items.filter((item) => grade(item, guess(item, pick), language)?.right);
      expect(right.length / items.length).toBeLessThanOrEqual(chance / items.length + 0.1);
    }
  });

  it('makes no right option longer than 1.3 times the mean of the wrong ones, as printed', () => {
    for (const item of pool) {
      if (item.kind !== 'one' && item.kind !== 'several') continue;
      const lengthOf = (option: Option): number => plainText(option.text).length;
      const wrong = item.options.filter(({ right }) => !right).map(lengthOf);
      const mean = wrong.reduce((sum, each) => sum + each, 0) / wrong.length;
      for (const option of item.options.filter(({ right }) => right)) {
        expect(lengthOf(option), `${item.id}, ${option.id}`).toBeLessThanOrEqual(1.3 * mean);
      }
    }
  });

  it('says something of its own about every answer, and gives two hints', () => {
    for (const item of pool) {
      const said = feedbacksOf(item).map(plainText);
      expect(new Set(said).size, item.id).toBe(said.length);
      for (const each of said) expect(each.length, `${item.id}: ${each}`).toBeGreaterThan(25);
      expect(new Set(item.hints.map(plainText)).size, item.id).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('the keys, computed again', () => {
  const itemOf = (id: string): Item => poolOf('en').find((each) => each.id === id)!;
  const weights = (embedding: number, hidden: number): number =>
    hidden * embedding + hidden * hidden + hidden;

  it.each([
    ['weights-longer-text', weights(16, 32)],
    ['weights-in-drawing', weights(10, 24)],
    ['vanishing-halved', 1 / 0.5 ** 10],
    ['exploding-tripled', 3 ** 6],
  ])('%s', (id, answer) => {
    expect(itemOf(id)).toMatchObject({ kind: 'number', answer });
  });

  const previous = 5;
  const candidate = 0.5;
  it.each([
    ['gates-effects', 'kept', previous],
    ['gates-effects', 'replaced', candidate],
    ['gates-effects', 'added', previous + candidate],
    ['gates-effects', 'erased', 0],
    ['gates-settings', 'hold', previous],
    ['gates-settings', 'latest', candidate],
    ['gates-settings', 'count', previous + candidate],
    ['gates-settings', 'reset', 0],
  ])('%s, %s', (id, what, memory) => {
    const item = itemOf(id);
    const row =
      item.kind === 'match' && item.rows.find((each) => [each.id, each.choice].includes(what));
    if (!row) throw new Error(`${id} says nothing of ${what}.`);
    const [, f, i] = /f(\d)-i(\d)/u.exec(`${row.id} ${row.choice}`)!;
    expect(Number(f) * previous + Number(i) * candidate).toBe(memory);
  });
});

describe('a quiz of the course that must not be published', () => {
  const option = (id: string, right: boolean) => ({ id, text: 'Because', right, feedback: 'So.' });
  const item = (concept: string, form: string, seat: number) => ({
    kind: 'one',
    id: `${concept}-${form.toLowerCase()}`,
    concept,
    prompt: 'Say why.',
    hints: ['Look up.', 'Look down.'],
    options: ['a', 'b', 'c'].map((id, index) => option(id, index === seat)),
  });
  const file = (concept: string, index: number) => ({
    title: 'Toy',
    reading: [{ chapter: 'later' }, { chapter: 'toy', section: 'sum' }] as unknown[],
    forms: { A: [item(concept, 'A', index % 3)], B: [item(concept, 'B', (index + 1) % 3)] },
  });
  type File = ReturnType<typeof file>;
  const json = (content: unknown): string => JSON.stringify(content, null, 2);
  const course = (planned: readonly string[]): string =>
    json({ ...(JSON.parse(sampleCourse['lessons/course.json']!) as object), planned });

  const asks = '\n::course-quiz{sitting="before"}\n';
  const whole: Record<string, string> = {
    'lessons/course.json': course(['later']),
    'lessons/01-toy/en.md': sampleCourse['lessons/01-toy/en.md']! + asks,
    'lessons/01-toy/fr.md': sampleCourse['lessons/01-toy/fr.md']! + asks,
    ...Object.fromEntries(
      concepts.flatMap((concept, index) =>
        languages.map((language) => [
          `lessons/quiz/${concept}.${language}.json`,
          json(file(concept, index)),
        ]),
      ),
    ),
  };
  const load = (changes: Record<string, string | null>) =>
    loadLesson('en', 'toy', writeCourse({ ...whole, ...changes }));

  const gru = 'lessons/quiz/gru.en.json';
  const gruAt = concepts.indexOf('gru');
  const gruWith = (change: (content: File) => void): Record<string, string> => {
    const content = structuredClone(file('gru', gruAt));
    change(content);
    return { [gru]: json(content) };
  };
  const point = (regions: readonly [string, boolean][]) => ({
    kind: 'point',
    figure: 'unrolled',
    regions: regions.map(([id, right]) => ({ id, right, feedback: 'So.' })),
  });
  const unrolled = ['h0', 'h1', 'h2', 'x1', 'x2', 'x3', 'h3'] as const;
  const pointing = (regions: readonly [string, boolean][]) =>
    gruWith(({ forms: both }) => {
      for (const form of forms) {
        const { id, concept, prompt, hints } = both[form][0]!;
        both[form] = [{ id, concept, prompt, hints, ...point(regions) } as never];
      }
    });

  it('is published as it is', () => {
    const block = load({}).blocks.at(-1);
    expect(block).toMatchObject({ kind: 'course-quiz', sitting: 'before' });
    expect(block?.kind === 'course-quiz' && block.quiz.concepts[0]?.reading).toEqual({
      slug: 'toy',
      title: 'The sum',
      section: 'sum',
    });
    const pointed = pointing(unrolled.map((id) => [id, id === 'h2']));
    load({ ...pointed, 'lessons/quiz/gru.fr.json': pointed[gru]! });
  });

  const cases: readonly Refused[] = [
    ['a concept without its file', { [gru]: null }, `${gru}:1`, /does not exist/],
    [
      'a concept without form B',
      gruWith((content) => (content.forms.B = [])),
      `${gru}:45:10`,
      /give the form an item/,
    ],
    [
      'forms of different kinds',
      gruWith(({ forms: both }) => both.B.push({ ...both.B[0]!, id: 'gru-c' })),
      `${gru}:45:10`,
      /form A asks one, and form B one, one/,
    ],
    [
      'an item of another concept',
      gruWith(({ forms: both }) => (both.A[0]!.concept = 'state')),
      `${gru}:17:20`,
      /"gru-a" is of the concept "state"/,
    ],
    [
      'an id of another concept’s item',
      gruWith(({ forms: both }) => (both.B[0]!.id = 'order-a')),
      `${gru}:46:7`,
      /"order-a" stands twice/,
    ],
    [
      'a right option that is too long',
      gruWith(({ forms: both }) => {
        both.A[0]!.options.find(({ right }) => right)!.text = 'Because of so much';
      }),
      `${gru}:14:7`,
      /gives itself away by its length/,
    ],
    [
      'a chapter that is neither written nor planned',
      gruWith((content) => content.reading.push({ chapter: 'never' })),
      `${gru}:11:5`,
      /"never" is no chapter, written or planned/,
    ],
    [
      'a section that is not there',
      gruWith((content) => (content.reading = [{ chapter: 'toy', section: 'nowhere' }])),
      `${gru}:4:5`,
      /has no section "nowhere"/,
    ],
    [
      'nothing to read yet',
      gruWith((content) => (content.reading = [{ chapter: 'later' }])),
      `${gru}:3:14`,
      /none of the places to read exists yet/,
    ],
    [
      'a chapter both written and planned',
      { 'lessons/course.json': course(['later', 'toy']) },
      'lessons/course.json:19:5',
      /"toy" is written, and planned/,
    ],
    [
      'a file of no concept',
      { 'lessons/quiz/magic.en.json': '{}' },
      'lessons/quiz/magic.en.json:1',
      /of no concept/,
    ],
    [
      'a form that differs between languages',
      gruWith(({ forms: both }) => (both.A[0]!.hints = ['One.', 'Two.', 'Three.'])),
      'lessons/01-toy/en.md:1',
      /the item of form A "gru-a" \(one, gru, 3 hints\)/,
    ],
    [
      'a sitting that is not',
      { 'lessons/01-toy/en.md': whole['lessons/01-toy/en.md']!.replace('before', 'during') },
      'lessons/01-toy/en.md:15:1',
      /no sitting "during"/,
    ],
    [
      'a drawing with a region left out',
      pointing(unrolled.slice(1).map((id) => [id, id === 'h2'])),
      `${gru}:14:7`,
      /differ in h0/,
    ],
    [
      'a region that is not drawn',
      pointing([...unrolled.map((id): [string, boolean] => [id, id === 'h2']), ['h9', false]]),
      `${gru}:14:7`,
      /differ in h9/,
    ],
    [
      'two right regions',
      pointing(unrolled.map((id) => [id, id.startsWith('x')])),
      `${gru}:14:7`,
      /3 regions are right/,
    ],
  ];

  it.each(cases)('%s', (_, changes, place, fact) => {
    expectRefusal(() => load({ ...changes }), place, fact);
  });
});
