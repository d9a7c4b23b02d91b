import { describe, expect, it } from 'vitest';
import { loadLesson } from '../../web/content/load';
import { concepts, forms } from '../../web/shared/course-quiz';
import { languages } from '../../web/shared/lesson';
import { expectRefusal, sampleCourse, writeCourse, type Refused } from './sample-course';

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
