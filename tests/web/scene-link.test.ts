import { describe, expect, it } from 'vitest';
import { tellProblem } from '../../web/app/i18n/link';
import { readValue, writeValue, type LinkProblem } from '../../web/app/scene/codec';
import { longestLink, readLink } from '../../web/app/scene/link';
import { runSchema } from '../../web/app/scene/run-schema';
import {
  defaultsOf,
  flag,
  optional,
  part,
  text,
  under,
  type Field,
  type SceneValue,
  type SceneValues,
} from '../../web/app/scene/schema';
import { languages } from '../../web/shared/lesson';
import { made, page, race } from '../support/scene-page';

const kinds = (hash: string): string[] => readLink(hash, page).problems.map(({ kind }) => kind);

describe('a link', () => {
  it('is read with its section, scenes, versions, and what it hides', () => {
    const link = readLink(
      '#eq-lstm.5&v=1&data=0123abcd&engine=deadbeef&race-1=a.cell:gru,b.hidden:16,word:a%2Cb%3Ac&cell-1=unit:-2&only=race-1&hide=race-1.settings,cell-1.menu',
      page,
    );
    expect(link.problems).toEqual([]);
    expect(link.section).toBe('eq-lstm.5');
    expect(link.scenes).toEqual(
      new Map<string, SceneValues>([
        ['race-1', { 'a.cell': 'gru', 'b.hidden': 16, word: 'a,b:c' }],
        ['cell-1', { unit: -2 }],
      ]),
    );
    expect(link.only).toBe('race-1');
    expect(link.hidden).toEqual(
      new Map([
        ['race-1', new Set(['settings'])],
        ['cell-1', new Set(['menu'])],
      ]),
    );
    expect(link.made).toEqual(made);
  });

  it.each([
    ['', null],
    ['#', null],
    ['#cell', 'cell'],
    ['#%C3%A9', 'é'],
    ['#race-1=', null],
    ['#cell&v=1', 'cell'],
  ])('%s names the section %s and nothing wrong', (hash, section) => {
    expect(readLink(hash, page)).toMatchObject({ section, problems: [] });
  });

  it.each<[string, LinkProblem['kind']]>([
    ['#%E0%A4%A', 'malformed'],
    ['#x&', 'malformed'],
    ['#x&only', 'malformed'],
    ['#=1', 'malformed'],
    ['#v=2&race-1=a.cell:gru', 'version'],
    ['#v=', 'version'],
    ['#data=xyz', 'malformed'],
    ['#engine=DEADBEEF', 'malformed'],
    ['#utm_source=mail', 'key'],
    ['#race-9=a.cell:gru', 'instrument'],
    ['#only=race-9', 'instrument'],
    ['#hide=race-9.settings', 'instrument'],
    ['#hide=race-1.everything', 'control'],
    ['#hide=race-1', 'malformed'],
    ['#race-1=a.cells:gru', 'field'],
    ['#race-1=a.cell', 'malformed'],
    ['#race-1=a.cell:GRU', 'value'],
    ['#race-1=a.cell:', 'value'],
    ['#race-1=a.hidden:65', 'value'],
    ['#race-1=a.hidden:1.5', 'value'],
    ['#race-1=a.hidden:0x10', 'value'],
    ['#race-1=a.hidden: 8', 'value'],
    ['#race-1=a.learningRate:Infinity', 'value'],
    ['#race-1=a.learningRate:NaN', 'value'],
    ['#race-1=a.learningRate:1e999', 'value'],
    ['#race-1=a.forgetBias:null', 'value'],
    ['#race-1=smooth:true', 'value'],
    ['#race-1=smooth:constructor', 'value'],
    [`#race-1=word:${'x'.repeat(61)}`, 'value'],
    ['#race-1=word:%E0%A4%A', 'value'],
    ['#race-1=a.cell:gru,a.cell:rnn', 'twice'],
    ['#race-1=a.cell:gru&race-1=a.cell:rnn', 'twice'],
    ['#race-1=__proto__:1', 'field'],
    ['#race-1=constructor:1', 'field'],
    ['#race-1=a.__proto__:gru', 'field'],
    ['#__proto__=a.cell:gru', 'key'],
    ['#hide=__proto__.menu', 'instrument'],
    ['#hide=race-1.__proto__', 'control'],
    ['#race-1=word:<img src=x onerror=alert(1)>,x', 'malformed'],
  ])('%s is refused as %s, in words', (hash, kind) => {
    expect(kinds(hash)).toEqual([kind]);
    for (const language of languages) {
      const [problem] = readLink(hash, page).problems;
      const { fact, remedy } = tellProblem[language](problem!);
      expect(fact).toMatch(/\.$/u);
      expect(remedy).toMatch(/\.$/u);
    }
  });

  it('keeps what is right beside what is wrong', () => {
    const { scenes, problems } = readLink('#race-1=a.cell:gru,a.size:3,b.hidden:8', page);
    expect(scenes.get('race-1')).toEqual({ 'a.cell': 'gru', 'b.hidden': 8 });
    expect(problems).toHaveLength(1);
  });

  it('of another version sets nothing, and keeps its section', () => {
    const { section, scenes, only } = readLink('#sum&v=2&race-1=a.cell:gru&only=race-1', page);
    expect({ section, size: scenes.size, only }).toEqual({ section: 'sum', size: 0, only: null });
  });

  it('leaves prototypes as they are', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const { scenes } = readLink('#race-1=__proto__:1,word:__proto__&__proto__=a:b', page);
    expect(Object.getPrototypeOf(scenes.get('race-1'))).toBe(Object.prototype);
    expect(scenes.get('race-1')).toEqual({ word: '__proto__' });
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });

  it('is read up to its limit, and refused from there on, a megabyte of it too', () => {
    const full = `#race-1=word:${'x'.repeat(longestLink - 12)}`;
    expect(full).toHaveLength(longestLink + 1);
    expect(kinds(full)).toEqual(['value']);
    expect(kinds(`${full}x`)).toEqual(['long']);
    const junk = `#${'race-1=a.cell:gru&'.repeat(60_000)}`;
    const { problems, ...rest } = readLink(junk, page);
    expect(problems).toEqual([{ kind: 'long', length: junk.length - 1, most: longestLink }]);
    expect(rest).toMatchObject({ section: null, only: null, scenes: new Map() });
  });

  it('quotes no more of a stranger’s text than forty characters', () => {
    const [problem] = readLink(`#race-1=a.cell:${'y'.repeat(3000)}`, page).problems;
    expect(problem).toMatchObject({ given: `${'y'.repeat(39)}…` });
  });
});

describe('a value', () => {
  const wide: Field = { kind: 'number', min: -Number.MAX_VALUE, max: Number.MAX_VALUE, default: 0 };
  it.each<[Field, SceneValue, string]>([
    [wide, 1e21, '1e21'],
    [wide, 1e-7, '1e-7'],
    [wide, 0.1 + 0.2, '0.30000000000000004'],
    [wide, Number.MIN_VALUE, '5e-324'],
    [wide, Number.MAX_VALUE, '1.7976931348623157e308'],
    [optional(0, 1, 0), null, 'none'],
    [flag(false), true, 'yes'],
    [text(9), 'a,b:c&d=', 'a%2Cb%3Ac%26d%3D'],
    [text(9), 'é 😀', '%C3%A9%20%F0%9F%98%80'],
    [text(9), '', ''],
  ])('%o: %s is written %s, and read back', (field, value, written) => {
    expect(writeValue(value)).toBe(written);
    expect(readValue(field, written)).toEqual(value);
  });

  it('reads no minus zero, which would not equal zero in every place', () => {
    expect(Object.is(readValue(wide, '-0'), 0)).toBe(true);
  });
});

it('gives one model’s values among several, and takes its changes', () => {
  const fields = runSchema();
  const scene = { ...defaultsOf(race), 'b.hidden': 9 };
  expect(part(scene, 'b', fields)).toMatchObject({ cell: 'rnn', hidden: 9, forgetBias: null });
  expect(under('b', { hidden: 3 })).toEqual({ 'b.hidden': 3 });
});
