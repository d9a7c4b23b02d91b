import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { ContentError } from '../../web/content/problems';

export type Changes = Readonly<Record<string, string | null>>;

/** What is wrong, the files that make it so, and how the message begins and goes on. */
export type Refused = readonly [string, Changes, string, RegExp];

const item = {
  kind: 'one',
  id: 'why',
  concept: 'state',
  prompt: 'Say why.',
  hints: ['Look up.', 'Look down.'],
  options: [
    { id: 'a', text: 'Because of it', right: false, feedback: 'No.' },
    { id: 'b', text: 'Because of us', right: true, feedback: 'Yes.' },
    { id: 'c', text: 'Because of me', right: false, feedback: 'No.' },
  ],
};

export const sampleQuiz = { id: 'toy', title: 'Toy', intro: 'Try.', items: [item] };

const lesson = (language: string): string =>
  [
    '# Toy',
    '',
    language === 'fr' ? 'Ici, on essaie.' : 'Here one tries.',
    '',
    language === 'fr' ? '## Le calcul {#sum}' : '## The sum {#sum}',
    '',
    '$$',
    'h_t = \\tanh(a_t) \\tag{toy.1}',
    '$$',
    '',
    '::code{tag="toy.1"}',
    '',
    `::quiz{file="quiz.${language}.json"}`,
    '',
  ].join('\n');

const side = (term: string, ...refused: string[]) => ({ term, refused });

/** A whole small course, valid as it is: path → content. */
export const sampleCourse: Readonly<Record<string, string>> = {
  'lessons/course.json': JSON.stringify(
    {
      chapters: [
        {
          id: 'toy',
          number: 1,
          slug: { fr: 'jouet', en: 'toy' },
          title: { fr: 'Le jouet', en: 'The toy' },
          minutes: 3,
        },
      ],
    },
    null,
    2,
  ),
  'lessons/glossary.json': JSON.stringify({
    terms: [
      { id: 'forget-gate', fr: side('porte d’oubli', 'porte d’oublier'), en: side('forget gate') },
      {
        id: 'gru',
        fr: side('unité récurrente à portes', 'gâtée'),
        en: side('gated', 'relay unit'),
      },
    ],
  }),
  'lessons/01-toy/fr.md': lesson('fr'),
  'lessons/01-toy/en.md': lesson('en'),
  'lessons/01-toy/quiz.fr.json': JSON.stringify(sampleQuiz, null, 2),
  'lessons/01-toy/quiz.en.json': JSON.stringify(sampleQuiz, null, 2),
  'lessons/01-toy/example.json': JSON.stringify({ sum: { a: [0.5, -0.25], long: 0.123456789 } }),
  'src/rnn/toy.cpp': [
    'namespace rnn {',
    'void forward(',
    '    int at) {',
    '  // excerpt: inner',
    '  h[at] = tanh(',
    '      a[at]);  // (toy.1)',
    '  // end: inner',
    '}',
    'void backward(int at) {',
    "  da[at] = dh[at];  // (toy.1')",
    '}',
    '}  // namespace rnn',
    '',
  ].join('\n'),
};

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

/** Writes the sample course with these files changed (null: left out); returns its root. */
export function writeCourse(changes: Changes = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'course-'));
  folders.push(root);
  for (const [path, content] of Object.entries({ ...sampleCourse, ...changes })) {
    if (content === null) continue;
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** The sample's English lesson with lines put behind its lead: they begin on line 5. */
export function englishWith(...lines: string[]): Record<string, string> {
  const [title, blank, lead, ...rest] = lesson('en').split('\n');
  return {
    'lessons/01-toy/en.md': [title, blank, lead, '', ...lines, ...rest].join('\n'),
  };
}

export function frenchWith(...lines: string[]): Record<string, string> {
  const [title, blank, lead, ...rest] = lesson('fr').split('\n');
  return {
    'lessons/01-toy/fr.md': [title, blank, lead, '', ...lines, ...rest].join('\n'),
  };
}

/** The message with which the content is refused. */
export function messageOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    expect(error).toBeInstanceOf(ContentError);
    return (error as Error).message;
  }
  return 'nothing was refused';
}

/** Expects a line of the message to state the fact, and to begin with the place. */
export function expectRefusal(act: () => unknown, place: string, fact: RegExp): void {
  const message = messageOf(act);
  const line = message.split('\n').find((each) => fact.test(each)) ?? message;
  expect(line).toMatch(fact);
  expect(line.slice(0, place.length + 1)).toBe(`${place}:`);
}
