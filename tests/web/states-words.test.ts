/** What the instrument chooses and says: tensors, features, verdicts, tables. */
import { describe, expect, it } from 'vitest';
import { Wording } from '../../web/app/instruments/states/in-words';
import { drawSurvey, picture, toX } from '../../web/app/instruments/states/feature-picture';
import { featureOf, featuresFor } from '../../web/app/instruments/states/feature-choice';
import { mapFile, mapTable } from '../../web/app/instruments/states/map-table';
import { matchPieces } from '../../web/app/instruments/states/match-pieces';
import { tensorChoice } from '../../web/app/instruments/states/tensor-choice';
import { finds, verdictOf } from '../../web/app/instruments/states/verdict';
import { activationsOf, extremeOf, valuesOf } from '../../web/app/instruments/states/activations';
import { languages } from '../../web/shared/lesson';
import type { RunSettings, Survey } from '../../web/shared/protocol';
import { defaultSettings } from '../../web/shared/settings';

const settings = (part: Partial<RunSettings>): RunSettings => ({
  ...defaultSettings,
  dataset: 'first-names',
  ...part,
});
const wish = { symbol: 'h', layer: 1, backward: false } as const;

describe('the tensor that is shown', () => {
  it.each([
    [{}, wish, 'layer0.h'],
    [{}, { ...wish, symbol: 'f' }, 'layer0.f'],
    [{ cell: 'gru' }, { ...wish, symbol: 'f' }, 'layer0.h'],
    [{ cell: 'gru' }, { ...wish, symbol: 'z' }, 'layer0.z'],
    [{ cell: 'rnn' }, { ...wish, symbol: 'c' }, 'layer0.h'],
    [{ layers: 3 }, { ...wish, layer: 2 }, 'layer1.h'],
    [{ layers: 3 }, { ...wish, layer: 4 }, 'layer2.h'],
    [{ direction: 'both' }, { ...wish, backward: true }, 'layer0.reverse.h'],
    [{ direction: 'both' }, wish, 'layer0.h'],
    [{ direction: 'backward' }, wish, 'layer0.reverse.h'],
    [{ direction: 'forward' }, { ...wish, backward: true }, 'layer0.h'],
  ] as const)('of %o for %o is %s', (part, wanted, name) => {
    expect(tensorChoice(settings(part), wanted)?.name).toBe(name);
  });

  it('is none in a bag', () => {
    expect(tensorChoice(settings({ cell: 'bag' }), wish)).toBeNull();
  });

  it('is named in words, with layer and direction where there are several', () => {
    const en = new Wording('en');
    const named = (part: Partial<RunSettings>) => en.tensor(tensorChoice(settings(part), wish)!);
    expect(named({})).toBe('Hidden state h');
    expect(named({ layers: 2, direction: 'both' })).toBe(
      'Hidden state h, layer 1, read from left to right',
    );
    expect(named({ direction: 'backward' })).toBe('Hidden state h, read from right to left');
  });
});

describe('features', () => {
  const letters = { classes: ['one', 'two'], unit: 'character', alphabet: 'abemu' } as const;

  it('are those of the data and of the text', () => {
    expect(featuresFor(letters, ['b', 'a', 'b', '?']).map(({ name }) => name)).toEqual([
      'class:one',
      'class:two',
      'seen:b',
      'seen:a',
      'token:b',
      'token:a',
      'vowel',
      'position',
    ]);
    const words = { classes: ['she'], unit: 'word', alphabet: ['a', 'not'] } as const;
    const names = featuresFor(words, ['not']).map(({ name }) => name);
    expect(names).toEqual(['class:she', 'seen:not', 'token:not', 'position']);
  });

  it('are read from a link, and nothing else is', () => {
    expect(featureOf('seen:a:b')).toEqual({ name: 'seen:a:b', kind: 'seen', of: 'a:b' });
    expect(featureOf('vowel')).toMatchObject({ kind: 'vowel' });
    for (const wrong of ['', 'seen:', 'class', 'colour', 'vowel:x']) {
      expect(featureOf(wrong)).toBeNull();
    }
  });
});

describe('what may be said of a survey', () => {
  it.each([
    [0, 0, 0, 'still'],
    [0.3, 0.1, 0.01, 'none'],
    [0.6, -0.6, 0.01, 'none'],
    [0.5, 0.3, 0.2, 'none'],
    [0.5, 0.3, -0.16, 'none'],
    [0.4, 0.3, 0.02, 'faint'],
    [-0.6, -0.55, 0.02, 'clear'],
    [0.9, 0.88, 0.02, 'close'],
  ] as const)('chosen at %d, measured %d, shuffled %d: %s', (chosen, measured, shuffled, word) => {
    expect(verdictOf({ chosen, measured, shuffled })).toBe(word);
    expect(finds({ chosen, measured, shuffled })).toBe(!['still', 'none'].includes(word));
  });

  it.each(languages)('is said with its numbers and its limits in %s', (language) => {
    const wording = new Wording(language);
    const survey: Survey = {
      ...{ tensor: 'layer0.h', feature: 'vowel' as const, unit: 4, sign: -1 as const, step: 0 },
      ...{ chosen: -0.71, measured: -0.684, shuffled: 0.031, places: 17831, units: [0, -0.71] },
    };
    const facts = wording.found(survey, 'h', { dataset: 'first-names', batch: 32 });
    const { ask } = wording.words;
    expect(ask.found[verdictOf(survey)](facts)).toContain('5');
    for (const number of [-0.71, -0.684, 0.031]) {
      expect(ask.numbers(facts)).toContain(wording.value(number));
      expect(ask.picture(facts)).toContain(wording.value(number));
    }
    for (const caveat of [ask.caveat(facts), ask.caveatNone(facts)]) {
      expect(caveat).toContain(wording.format.integer(17831));
      expect(caveat).toContain(wording.words.untrained);
    }
  });

  it('is drawn on one axis, inside', () => {
    expect([toX(-1), toX(0), toX(1)]).toEqual([122, 199, 276]);
    const drawing = drawSurvey({ units: [-0.5, 0.9], chosen: 0.9, measured: 0.8, shuffled: 0 });
    expect(drawing.ticks).toEqual([toX(-0.5), drawing.chosen]);
    expect(drawing.shuffled).toBe(toX(0));
    expect(picture.right + 40).toBeLessThanOrEqual(picture.width);
    expect(picture.width).toBeLessThanOrEqual(320);
  });
});

const map = activationsOf({
  name: 'layer0.h',
  shape: [2, 1, 3],
  values: Float32Array.of(0.25, -0.5, 1, 0.125, 0.5, -1),
});

describe('values', () => {
  it('stand at (step, unit), as the engine has them', () => {
    expect([map.units, map.steps]).toEqual([3, 2]);
    expect(valuesOf(map, 1)).toEqual([-0.5, 0.5]);
    expect(extremeOf(map, 'largest')).toEqual({ unit: 2, step: 0, value: 1 });
    expect(extremeOf(map, 'smallest')).toEqual({ unit: 2, step: 1, value: -1 });
  });

  it('are a table in the order of the map, and a file of every value', () => {
    const facts = {
      ...{ tensor: 'layer0.h', tokens: ['a', 'b'], known: [true, false], map, units: [2, 0, 1] },
    };
    const wording = new Wording('fr');
    const table = mapTable(facts, wording, 'maintenant');
    expect(table.columns).toEqual(['unité', '1 a', '2 b']);
    expect(table.rows).toEqual([
      ['3', '1,00', '−1,00'],
      ['1', '0,25', '0,13'],
      ['2', '−0,50', '0,50'],
    ]);
    expect(mapFile(facts, wording).rows).toEqual([
      ['layer0.h', 1, 1, 'a', 1, 0.25],
      ['layer0.h', 1, 2, 'b', 0, 0.125],
      ['layer0.h', 2, 1, 'a', 1, -0.5],
      ['layer0.h', 2, 2, 'b', 0, 0.5],
      ['layer0.h', 3, 1, 'a', 1, 1],
      ['layer0.h', 3, 2, 'b', 0, -1],
    ]);
  });
});

describe('a stretch found elsewhere', () => {
  it('stands out of its sequence', () => {
    const tokens = ['the', 'cat', 'that', 'slept'];
    expect(matchPieces({ tokens, from: 1, to: 3 }, 'word')).toEqual(['the ', 'cat that', ' slept']);
    expect(matchPieces({ tokens: ['a', 'b'], from: 0, to: 2 }, 'character')).toEqual([
      '',
      'ab',
      '',
    ]);
  });
});
