import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { instrument, needed } from '../../web/app/instruments/schema';
import { schemas } from '../../web/app/instruments/schemas';
import { placedOf } from '../../web/app/instruments/placed';
import { runSchema } from '../../web/app/scene/run-schema';
import { choice, integer, prefixed } from '../../web/app/scene/schema';
import { loadLesson } from '../../web/content/load';
import { languages } from '../../web/shared/lesson';
import { englishWith, expectRefusal, frenchWith, writeCourse, type Refused } from './sample-course';

const race = instrument({
  title: { fr: 'Course', en: 'Race' },
  lead: { fr: 'Pour voir.', en: 'To see.' },
  props: { task: needed(choice(['copy', 'add'], 'copy')), lanes: integer(1, 4, 2) },
  scene: prefixed('a', runSchema()),
  controls: ['settings'],
  height: { wide: 20, narrow: 30 },
  workshop: { fr: { task: 'copy' }, en: { task: 'copy' } },
});
const known = { race };
const en = 'lessons/01-toy/en.md';
const placed = '::instrument{name="race" task="copy"}';
const load = (...lines: string[]) => {
  const root = writeCourse({ ...englishWith(...lines), ...frenchWith(...lines) });
  return loadLesson('en', 'toy', root, known);
};

describe('an instrument of a lesson', () => {
  it('has a place of its own, its attributes, and where its scene starts', () => {
    const lesson = load(
      placed,
      '',
      '::instrument{name="race" task="add" lanes="3" scene="a.cell:gru,a.hidden:16" hide="settings menu"}',
    );
    const blocks = lesson.blocks.filter(({ kind }) => kind === 'instrument');
    expect(blocks).toEqual([
      {
        kind: 'instrument',
        name: 'race',
        id: 'race-1',
        props: { task: 'copy' },
        scene: '',
        hide: [],
      },
      {
        kind: 'instrument',
        name: 'race',
        id: 'race-2',
        props: { task: 'add', lanes: '3' },
        scene: 'a.cell:gru,a.hidden:16',
        hide: ['settings', 'menu'],
      },
    ]);
  });

  it('is set by links of the text, which stay as they are written', () => {
    const lesson = load(
      'See [it](#race-1), [set](#race-1=a.cell:gru,a.learningRate:1e-3), and [there](#sum&race-1=a.seed:2).',
      '',
      placed,
    );
    const html = lesson.blocks.map((block) => ('html' in block ? block.html : '')).join('');
    expect(html).toContain('<a href="#race-1=a.cell:gru,a.learningRate:1e-3">set</a>');
    expect(html).toContain('<a href="#sum&#x26;race-1=a.seed:2">there</a>');
  });

  const refused: readonly Refused[] = [
    [
      'attribute that it lacks',
      englishWith('::instrument{name="race"}'),
      `${en}:5:1`,
      /"race" does not take task="".*Use one of: copy, add/,
    ],
    [
      'attribute outside its limits',
      englishWith('::instrument{name="race" task="copy" lanes="5"}'),
      `${en}:5:1`,
      /does not take lanes="5".*whole number from 1 to 4/,
    ],
    [
      'attribute that nobody knows',
      englishWith('::instrument{name="race" task="copy" constructor="x"}'),
      `${en}:5:1`,
      /does not take constructor="x".*task, lanes, scene, hide/,
    ],
    [
      'scene outside its schema',
      englishWith('::instrument{name="race" task="copy" scene="a.cell:lstm2"}'),
      `${en}:5:1`,
      /“lstm2” does not suit the setting “a.cell” of “race-1”. Use one of: bag, rnn, lstm, gru/,
    ],
    [
      'control that it does not have',
      englishWith('::instrument{name="race" task="copy" hide="all"}'),
      `${en}:5:1`,
      /“race-1” has nothing to hide called “all”. Use one of: settings, menu/,
    ],
    [
      'link to an instrument that is not there',
      englishWith(placed, '', 'One [two](#race-2=a.cell:gru).'),
      `${en}:7:5`,
      /no instrument “race-2”. Use one of: race-1/,
    ],
    [
      'link with a field that is not there, on the line of the link',
      englishWith(placed, '', 'One', '[two](#race-1=cell:gru).'),
      `${en}:8:1`,
      /“race-1” has no setting “cell”. Use one of: a.cell/,
    ],
    [
      'link with a value outside its limits',
      englishWith(placed, '', '[two](#race-1=a.hidden:65).'),
      `${en}:7:1`,
      /“65” does not suit.*whole number from 1 to 64/,
    ],
    [
      'link with a section that is not there',
      englishWith(placed, '', '[two](#nowhere&race-1=a.hidden:6).'),
      `${en}:7:1`,
      /id "nowhere".*#sum.*#race-1/,
    ],
    [
      'link whose signs cannot be read',
      englishWith('[two](#%E0%A4%A).'),
      `${en}:5:1`,
      /“%E0%A4%A” cannot be read/,
    ],
    [
      'heading with an instrument’s id',
      englishWith(placed, '', '## Race {#race-1}'),
      `${en}:5:1`,
      /"race-1" of this instrument is a heading's too/,
    ],
  ];
  it.each(refused)('%s', (_, changes, place, fact) => {
    expectRefusal(() => loadLesson('en', 'toy', writeCourse(changes), known), place, fact);
  });
});

/** The workshop's own questions, as the sample chapter's. */
const questions = Object.fromEntries(
  languages.map((code) => [
    `lessons/01-toy/predict.${code}.json`,
    readFileSync(`lessons/workshop/predict.${code}.json`, 'utf8'),
  ]),
);

describe.each(Object.entries(schemas))('the schema of %s', (name, schema) => {
  it('names what a link can name', () => {
    expect(name).toMatch(/^[a-z]+$/u);
    for (const key of [...Object.keys(schema.scene), ...schema.controls]) {
      expect(key).toMatch(/^[A-Za-z][A-Za-z0-9]*(?:\.[A-Za-z][A-Za-z0-9]*)?$/u);
    }
  });

  it.each(languages)('has in %s a title, a sentence, and attributes for the workshop', (code) => {
    expect(schema.title[code]).not.toBe('');
    expect(schema.lead[code]).toMatch(/\.$/u);
    const lines = Object.entries(schema.workshop[code]).map(([key, value]) => `${key}="${value}"`);
    const line = `::instrument{name="${name}" ${lines.join(' ')}}`;
    const root = writeCourse({ ...englishWith(line), ...frenchWith(line), ...questions });
    expect(loadLesson('en', 'toy', root).blocks[0]).toMatchObject({ id: `${name}-1` });
    expect(placedOf('x-1', schema, { props: {}, scene: '', hide: [] }).controls).toContain('menu');
  });
});
