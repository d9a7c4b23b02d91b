import { describe, expect, it } from 'vitest';
import { toCsv } from '../../web/app/figure/table';
import {
  printNorm,
  stepInWords,
  summaryOf,
  tableOf,
} from '../../web/app/instruments/gradient/in-words';
import { labelOf, settingsOf } from '../../web/app/instruments/gradient/models';
import {
  gradientSchema,
  presetChanges,
  presetNames,
  type GradientScene,
} from '../../web/app/instruments/gradient/schema';
import { accepts, defaultsOf, type SceneSchema } from '../../web/app/scene/schema';
import { languages } from '../../web/shared/lesson';
import { flow, three } from '../support/gradient-flows';

const classes = ['a', 'b', 'c', 'd'];
const scene = (preset: (typeof presetNames)[number] = 'vanish'): GradientScene =>
  defaultsOf(gradientSchema.sceneWith!({ preset })) as GradientScene;

it.each([
  [0, 'fr', '0'],
  [0.0123, 'fr', '0,012'],
  [4217, 'en', '4200'],
  [2.94e-11, 'fr', '2,9E−11'],
  [2e-5, 'en', '2.0E−5'],
  [1.25e12, 'en', '1.3E12'],
  [Infinity, 'fr', '∞'],
  [Number.NaN, 'en', 'NaN'],
] as const)('a norm of %s is printed in %s as %s', (value, language, printed) => {
  expect(printNorm(value, language)).toBe(printed);
});

describe('the figure in words', () => {
  it('compares the first step with the answer, and what was predicted with both', () => {
    expect(summaryOf(three(), { language: 'en', classes })).toBe(
      'String auvw, right answer “a”, loss taken at step\u00a04. From there back to the first ' +
        'step, the norm is multiplied by: RNN h\u00a01.0E−3; LSTM h\u00a01.0E−3; LSTM c\u00a01.0E−3; ' +
        'GRU h\u00a02.0E−3. Predicted: RNN h\u00a02.0E−3; LSTM c\u00a00.13. Spectral radius of H: ' +
        '0.25; with the root mean square slope of the activation, predicted factor a step: 0.2. ' +
        'The letter that moves the score most: RNN “w” (step\u00a04); LSTM “w” (step\u00a04); ' +
        'GRU “a” (step\u00a01).',
    );
  });

  it('says in both languages where truncation cuts, and waits for its models', () => {
    const cut = three().map((each) => ({ ...each, cuts: [1, 2], uncut: each.h, h: [0, 0, 1, 1] }));
    expect(summaryOf(cut, { language: 'en', classes })).toContain('off before step\u00a03.');
    expect(summaryOf(cut, { language: 'fr', classes })).toContain('avant le pas\u00a03.');
    for (const language of languages) {
      expect(summaryOf([], { language, classes })).toMatch(/(?:modèles|models)/);
    }
  });

  it('reads every curve at a step, and none after the answer', () => {
    expect(stepInWords(three(), 1, 'fr')).toBe(
      'Pas\u00a02, «\u202fu\u202f»\u202f: RNN h\u00a01,0E−3\u202f; LSTM h\u00a01,0E−3\u202f; LSTM c\u00a01,0E−3\u202f; GRU h\u00a02,0E−3.',
    );
    expect(stepInWords([flow({ position: 1 })], 2, 'en')).toContain('nothing depends on it');
  });

  it('is a table of what is printed, and a file of raw numbers', () => {
    const [rnn, ...others] = three();
    const flows = [{ ...rnn!, h: [Infinity, 1e-3, 1e-2, 0.1] }, ...others];
    const table = tableOf(flows, 'fr', 2048, false);
    expect(table.columns).toHaveLength(2 + 4 + 2 + 3);
    expect(table.rows[0]!.slice(0, 4)).toEqual(['1', 'a', '∞', '2,0E−4']);
    expect(table.at).toContain('2\u202f048');
    const csv = toCsv(tableOf(flows, 'en', 0, true)).split('\r\n');
    expect(csv[1]).toMatch(/^1,a,∞,0\.0002,0\.0001,/);
    expect(csv[2]).toMatch(/^2,u,0\.001,0\.002,/);
  });
});

describe('the models', () => {
  it('differ in their cell, and each knob turns one of them', () => {
    const [rnn, lstm, gru] = settingsOf({
      ...scene(),
      recurrentScale: 3,
      nonlinearity: 'relu',
      forgetBias: 4,
      clipNorm: 2,
    });
    expect(rnn).toMatchObject({
      cell: 'rnn',
      recurrentScale: 3,
      nonlinearity: 'relu',
      clipNorm: 2,
    });
    expect(lstm).toMatchObject({ cell: 'lstm', recurrentScale: 1, forgetBias: 4, clipNorm: 2 });
    expect(gru).toMatchObject({ cell: 'gru', recurrentScale: 1, forgetBias: null, clipNorm: 2 });
    expect([rnn, lstm, gru].every((each) => each?.learningRate === 0.005)).toBe(true);
  });

  it.each(presetNames)('of the preset %s are those of the lesson that names it', (name) => {
    const changes = presetChanges(name);
    expect(scene(name)).toMatchObject(changes);
    const fields: SceneSchema = gradientSchema.scene;
    for (const [key, value] of Object.entries(changes)) {
      expect(accepts(fields[key]!, value), key).toBe(true);
    }
    // From whatever was set before, a preset is itself.
    expect({ ...scene('explode'), ...changes }).toEqual(scene(name));
  });

  it('take the first letter of a text for its answer', () => {
    expect([' Cuv', 'duu', 'xuu', ''].map((text) => labelOf(text, classes))).toEqual([
      2,
      3,
      null,
      null,
    ]);
  });
});
