import { describe, expect, it } from 'vitest';
import { loadCourse, loadLesson } from '../../web/content/load';
import {
  englishWith,
  expectRefusal,
  frenchWith,
  messageOf,
  sampleCourse,
  writeCourse,
  type Refused,
} from './sample-course';

const en = 'lessons/01-toy/en.md';

describe('a lesson that must not be published', () => {
  const cases: readonly Refused[] = [
    [
      'unknown text directive',
      englishWith('See :foo[x].'),
      `${en}:5:5`,
      /no directive ":foo".*Use :sym or :value/,
    ],
    [
      'unknown leaf directive',
      englishWith('::video{}'),
      `${en}:5:1`,
      /no directive "::video".*::instrument/,
    ],
    [
      'unknown container',
      englishWith(':::box', 'text', ':::'),
      `${en}:5:1`,
      /no directive ":::box"/,
    ],
    [
      'unknown attribute',
      englishWith('::code{tag="toy.1" colour="red"}'),
      `${en}:5:1`,
      /no attribute "colour".*tag, file, anchor/,
    ],
    ['missing attribute', englishWith('::quiz{}'), `${en}:5:1`, /lacks its attribute "file"/],
    [
      'unknown instrument',
      englishWith('::instrument{name="piano"}'),
      `${en}:5:1`,
      /no instrument "piano".*lab/,
    ],
    [
      'unknown instrument value',
      englishWith('::instrument{name="lab" dataset="cats"}'),
      `${en}:5:1`,
      /does not take dataset="cats".*french-nouns, first-names/,
    ],
    [
      'unknown instrument attribute',
      englishWith('::instrument{name="lab" dataset="first-names" size="2"}'),
      `${en}:5:1`,
      /does not take size="2".*Remove/,
    ],
    [
      'missing instrument attribute',
      englishWith('::instrument{name="lab"}'),
      `${en}:5:1`,
      /dataset=""/,
    ],
    [
      'directive inside another block',
      englishWith('- ::code{tag="toy.1"}'),
      `${en}:5:3`,
      /inside another block/,
    ],
    [
      'quiz of another language',
      englishWith('::quiz{file="quiz.fr.json"}'),
      `${en}:5:1`,
      /another language/,
    ],
    [
      'quiz that is not there',
      englishWith('::quiz{file="lost.en.json"}'),
      `${en}:5:1`,
      /no quiz "lessons\/01-toy\/lost.en.json"/,
    ],
    ['unknown symbol', englishWith('See :sym[q].'), `${en}:5:5`, /"q" is not a symbol/],
    [
      'number that is not there',
      englishWith('See :value[sum.a.9].'),
      `${en}:5:5`,
      /no number stands at "sum.a.9"/,
    ],
    [
      'number in a formula that is not there',
      englishWith('$\\value{sum.b}$'),
      `${en}:5:1`,
      /no number stands at "sum.b".*example.json/,
    ],
    [
      'formula that is not TeX',
      englishWith('Text', '', '$$', '\\frac{1', '$$'),
      `${en}:7:1`,
      /not TeX/,
    ],
    [
      'tag without code',
      englishWith('$$', 'c = f \\tag{toy.9}', '$$'),
      `${en}:5:1`,
      /src\/rnn carries the tag of this formula, "toy.9"/,
    ],
    [
      'tag twice',
      englishWith('$$', 'c = f \\tag{toy.1}', '$$'),
      `${en}:11:1`,
      /tag "toy.1" stands twice/,
    ],
    [
      'tag whose code is not shown',
      { [en]: sampleCourse[en]!.replace('::code{tag="toy.1"}\n\n', '') },
      `${en}:7:1`,
      /does not show the code of "toy.1"/,
    ],
    [
      'code of no tag',
      englishWith('::code{tag="toy.7"}'),
      `${en}:5:1`,
      /no one function of src\/rnn carries "\/\/ \(toy.7\)"/,
    ],
    [
      'code of two functions',
      englishWith('::code{tag="toy.1 toy.1\'"}'),
      `${en}:5:1`,
      /no one function/,
    ],
    [
      'code of no anchor',
      englishWith('::code{file="src/rnn/toy.cpp" anchor="outer"}'),
      `${en}:5:1`,
      /no lines are marked "outer"/,
    ],
    ['dead anchor', englishWith('See [there](#nowhere).'), `${en}:5:5`, /id "nowhere".*#sum/],
    ['dead link', englishWith('See [there](other.md).'), `${en}:5:5`, /leads nowhere/],
    [
      'skipped heading level',
      englishWith('### Deep {#deep}'),
      `${en}:5:1`,
      /level 3 follows one of level 1/,
    ],
    ['heading without id', englishWith('## Bare'), `${en}:5:1`, /has no id/],
    ['heading id twice', englishWith('## Again {#sum}'), `${en}:7:1`, /"sum" stands twice/],
    ['second title', englishWith('# Again'), `${en}:5:1`, /second title/],
    ['no title', { [en]: 'Text.\n' }, `${en}:1`, /no title/],
    [
      'no lead',
      { [en]: '# Toy\n\n## The sum {#sum}\n' },
      `${en}:3:1`,
      /no paragraph stands under the title/,
    ],
    ['HTML block', englishWith('<div>x</div>'), `${en}:5:1`, /no HTML/],
    ['HTML in a line', englishWith('a <b>x</b>'), `${en}:5:3`, /no HTML/],
    ['HTML comment', englishWith('<!-- later -->'), `${en}:5:1`, /no HTML/],
    ['code in the lesson', englishWith('```', 'h = 1', '```'), `${en}:5:1`, /no code/],
    ['picture', englishWith('![a](b.png)'), `${en}:5:1`, /no pictures/],
    [
      'refused English word',
      englishWith('one', 'A relay', 'unit here.'),
      `${en}:6`,
      /"relay unit".*Write "gated"/,
    ],
    [
      'refused French word, its apostrophe typed either way',
      frenchWith("La porte d'oublier."),
      'lessons/01-toy/fr.md:5',
      /Write "porte d’oubli"/,
    ],
    [
      'refused French word',
      frenchWith('Une unité gâtée.'),
      'lessons/01-toy/fr.md:5',
      /"gâtée".*portes/,
    ],
    ['answer without label', englishWith(':::answer', 'x', ':::'), `${en}:5:1`, /has no label/],
    [
      'parity of ids',
      englishWith('## More {#more}'),
      `${en}:1`,
      /part 1 is the id "more", and the id "sum" in lessons\/01-toy\/fr.md/,
    ],
    ['parity of notes', englishWith(':::margin', 'Note.', ':::'), `${en}:1`, /a margin note/],
  ];

  it.each(cases)('%s', (_, changes, place, fact) => {
    expectRefusal(() => loadLesson('en', 'toy', writeCourse(changes)), place, fact);
  });

  it('tells all that is wrong at once', () => {
    const root = writeCourse(englishWith('See :foo[x].', '', '<b>'));
    expect(messageOf(() => loadLesson('en', 'toy', root)).split('\n')).toHaveLength(2);
  });
});

describe('a course that must not be published', () => {
  const cases: readonly Refused[] = [
    [
      'missing translation',
      { [en]: null },
      'lessons/course.json:3:5',
      /no translation lessons\/01-toy\/en.md/,
    ],
    [
      'lesson outside the course',
      { 'lessons/09-lost/fr.md': '# x' },
      'lessons/course.json:1',
      /lessons\/09-lost is no chapter/,
    ],
    [
      'bad field',
      { 'lessons/course.json': '{\n "chapters": [\n  {"id": "Toy"}\n ]\n}' },
      'lessons/course.json:3:10',
      /chapters.0.id/,
    ],
    ['no course', { 'lessons/course.json': null }, 'lessons/course.json:1', /does not exist/],
    ['no glossary', { 'lessons/glossary.json': null }, 'lessons/glossary.json:1', /does not exist/],
  ];

  it.each(cases)('%s', (_, changes, place, fact) => {
    expectRefusal(() => loadCourse(writeCourse(changes)), place, fact);
  });

  it('names the slugs there are when asked for another', () => {
    const message = messageOf(() => loadLesson('en', 'jouet', writeCourse()));
    expect(message).toMatch(/no chapter has the en slug "jouet". Use one of: toy/);
  });
});
