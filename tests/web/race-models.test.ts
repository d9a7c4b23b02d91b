import { describe, expect, it } from 'vitest';
import { formats } from '../../web/app/format';
import { raceWords } from '../../web/app/i18n/race';
import { runSettingWords } from '../../web/app/i18n/run-settings';
import { differences, settingsOf } from '../../web/app/instruments/race/models';
import {
  differenceSentence,
  ghostSentence,
  namesOf,
  type Texts,
} from '../../web/app/instruments/race/race-text';
import { readSetting } from '../../web/app/instruments/race/read-setting';
import { raceSchema, type RaceScene } from '../../web/app/instruments/race/schema';
import { readScene, writeScene } from '../../web/app/scene/codec';
import { defaultsOf } from '../../web/app/scene/schema';
import { languages, type Language } from '../../web/shared/lesson';
import { runFieldNames, runFields } from '../../web/shared/settings';

const start = defaultsOf(raceSchema.scene);
const race = (changes: Partial<RaceScene> = {}) => settingsOf({ ...start, ...changes });
const textsOf = (language: Language): Texts => ({
  language,
  race: raceWords[language],
  run: runSettingWords[language],
  format: formats(language),
});
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('the models of a race', () => {
  it('are a bag, an RNN and an LSTM on one data set with one seed', () => {
    const models = race({ seed: 7, dataset: 'flags-fr' });
    expect(models.map(({ cell }) => cell)).toEqual(['bag', 'rnn', 'lstm']);
    for (const model of models) expect(model).toMatchObject({ seed: 7, dataset: 'flags-fr' });
    expect(race({ models: 4 })).toHaveLength(4);
  });

  it('are set by a link, which writes only what differs', () => {
    const { changes, problems } = readScene('race-1', raceSchema.scene, 'a.cell:gru,b.hidden:16');
    expect(problems).toEqual([]);
    const models = race(changes as Partial<RaceScene>);
    expect(models[0]?.cell).toBe('gru');
    expect(models[1]?.hidden).toBe(16);
    const scene = { ...start, ...changes };
    expect(writeScene(raceSchema.scene, scene, start)).toBe('a.cell:gru,b.hidden:16');
  });

  it.each<[string, Partial<RaceScene>, string[]]>([
    ['as they begin', {}, ['cell']],
    ['all the same', { models: 2, 'a.cell': 'rnn' }, []],
    ['in what a bag does not have', { 'a.hidden': 8 }, ['cell']],
    [
      'in what a bag does not have, and the others share',
      { 'b.hidden': 8, 'c.hidden': 8 },
      ['cell'],
    ],
    ['in units', { 'b.hidden': 8 }, ['cell', 'hidden']],
    ['in what only the fourth has, which does not run', { 'd.layers': 2 }, ['cell']],
    ['in a setting that only the LSTM has', { 'c.forgetBias': 1 }, ['cell', 'forgetBias']],
    [
      'in its sign alone',
      { models: 2, 'a.cell': 'rnn', 'a.nonlinearity': 'relu' },
      ['nonlinearity'],
    ],
  ])('differ: %s', (_, changes, names) => {
    expect(differences(race(changes))).toEqual(names);
  });
});

describe('in words', () => {
  it.each<[Language, Partial<RaceScene>, string]>([
    ['fr', {}, 'Seule la cellule diffère : A sac, B RNN, C LSTM.'],
    ['en', {}, 'Only the cell differs: A bag, B RNN, C LSTM.'],
    [
      'fr',
      { models: 2, 'a.cell': 'rnn', 'b.learningRate': 0.5 },
      'Seul le taux d’apprentissage diffère : A 0,01, B 0,5.',
    ],
    [
      'en',
      { 'b.hidden': 8, 'c.clipNorm': 0 },
      'The cell, the number of units, and the gradient ceiling differ; everything else is shared.',
    ],
    [
      'fr',
      { models: 2, 'a.cell': 'rnn' },
      'Rien ne diffère : à graine égale, les courbes se confondront, au bit près.',
    ],
  ])('%s, %j', (language, changes, sentence) => {
    expect(plain(differenceSentence(race(changes), textsOf(language)))).toBe(sentence);
  });

  it('each has its letter and what sets it apart', () => {
    const names = (changes: Partial<RaceScene>): string[] =>
      namesOf(race(changes), textsOf('fr')).map(plain);
    expect(names({})).toEqual(['A sac', 'B RNN', 'C LSTM']);
    expect(
      names({
        'a.cell': 'rnn',
        'c.cell': 'rnn',
        models: 3,
        'b.learningRate': 1,
        'c.optimizer': 'sgd',
      }),
    ).toEqual(['A taux 0,01', 'B taux 1', 'C SGD']);
    const lstms = { 'a.cell': 'lstm', 'b.cell': 'lstm' } as const;
    expect(names(lstms)).toEqual(['A', 'B', 'C']);
    expect(names({ ...lstms, 'b.forgetBias': 1 })).toEqual([
      'A oubli tiré au sort',
      'B oubli 1',
      'C oubli tiré au sort',
    ]);
  });

  it('the race before is told by what has changed', () => {
    const tell = (changes: Partial<RaceScene>): string =>
      plain(ghostSentence(race(changes), race(), textsOf('en')));
    expect(tell({})).toBe('Light lines: the race before, with the same settings.');
    expect(tell({ 'b.cell': 'gru', 'c.learningRate': 0.1 })).toBe(
      'Light lines: the race before (B: RNN; C: rate 0.01).',
    );
  });

  it.each(languages)('every setting and every choice has a name in %s', (language) => {
    const { settings, choices } = runSettingWords[language];
    for (const name of runFieldNames) {
      const field = runFields[name];
      expect(settings[name].label, name).not.toBe('');
      expect(settings[name].help, name).toMatch(/[.]$/u);
      if (field.kind !== 'choice') continue;
      const words: Readonly<Record<string, Readonly<Record<string, string>>>> = choices;
      expect(Object.keys(words[name] ?? {}), name).toEqual([...field.of]);
    }
  });
});

describe('what is typed', () => {
  it.each([
    ['hidden', '12', { value: 12 }],
    ['hidden', '1,5', { problem: 'not-integer' }],
    ['hidden', '65', { problem: 'outside' }],
    ['hidden', '', { problem: 'not-number' }],
    ['learningRate', '0,003', { value: 0.003 }],
    ['forgetBias', ' ', { value: null }],
    ['forgetBias', '-1', { value: -1 }],
    ['forgetBias', '11', { problem: 'outside' }],
  ] as const)('%s: "%s"', (name, typed, reading) => {
    expect(readSetting(runFields[name], typed, 'fr')).toEqual(reading);
  });
});
