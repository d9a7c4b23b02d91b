import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { cellWords, type CellWords } from '../../web/app/i18n/cell';
import type { Seen } from '../../web/app/instruments/cell/inspection.svelte';
import { formulaText, lettersOf, nameText } from '../../web/app/instruments/cell/letters';
import { decimals, tolerance } from '../../web/app/instruments/cell/numbers';
import { stepInWords, summaryOf, textNotes } from '../../web/app/instruments/cell/step-words';
import { taskOf } from '../../web/app/instruments/cell/tasks';
import { unitView, without } from '../../web/app/instruments/cell/unit-view';
import { Workbench } from '../../web/app/workbench/workbench';
import { equations } from '../../web/shared/equations';
import { languages, type Language } from '../../web/shared/lesson';
import { defaultSettings } from '../../web/shared/settings';
import CellPage from '../support/CellPage.svelte';

const never = (): never => {
  throw new Error('nothing is asked while a page is built');
};
const page = (written: Record<string, string>, language: Language = 'en', hide: string[] = []) =>
  render(CellPage, { props: { workbench: new Workbench({}, never), language, written, hide } })
    .body;

describe.each(languages)('the instrument on a page in %s', (language) => {
  const words = cellWords[language];

  it('draws its cell, without numbers, before there is a model, and asks for none yet', () => {
    const html = page({ dataset: 'first-names', cell: 'gru' }, language);
    expect(html).toContain('data-kind="gru"');
    expect(html.match(/<svg viewBox/gu)!.length).toBeGreaterThanOrEqual(2);
    expect(html).toContain(words.coming);
    expect(html).toContain('gru.4');
    expect(html).not.toMatch(/<tspan class="value/u);
  });

  it('says that a bag has no cell, and draws none', () => {
    const html = page({ dataset: 'first-names', cell: 'bag' }, language);
    expect(html).toContain(words.noCell);
    expect(html).not.toContain('role="button"');
    expect(html).not.toContain('type="range"');
  });

  it('speaks as the language is set', () => {
    const sentences = (text: unknown): string[] => {
      if (typeof text === 'string') return [text];
      if (typeof text === 'function') {
        const facts = { token: 'a', step: 'b', steps: 'c', unit: 'd', gates: 'e', moves: 'f' };
        const first = text === words.summary ? facts : 'a';
        return [(text as (...all: unknown[]) => string)(first, 'b', 'c')];
      }
      return Object.values(text as object).flatMap(sentences);
    };
    const all = sentences(words);
    const other: CellWords = cellWords[language === 'fr' ? 'en' : 'fr'];
    expect(all).toHaveLength(sentences(other).length);
    const wrong = language === 'fr' ? /[^\u202f][;:!?]|'/u : /\s[;:!?]|'/u;
    for (const sentence of all) expect(sentence).not.toMatch(wrong);
  });
});

describe('what a lesson gives', () => {
  it('decides the page’s model where nothing else has', () => {
    const html = page({ cell: 'rnn', nonlinearity: 'relu', layers: '2', direction: 'both' });
    expect(html).toContain('data-kind="elman-relu"');
    expect(html).toContain('RNN relu both ways');
    expect(html.match(/<select/gu)).toHaveLength(2);
    expect(page({}).match(/<select/gu)).toBeNull();
  });

  it('can hide every control', () => {
    const html = page({}, 'en', ['model', 'text', 'place', 'code', 'menu']);
    expect(html).not.toContain('<input');
    expect(html).not.toContain('src/rnn/');
    expect(html).not.toMatch(/<button[^>]*class="word/u);
  });
});

const seen: Seen = {
  ...{ kind: 'lstm' as const, text: 'ab c', layer: 0, reverse: false },
  settings: { ...defaultSettings, dataset: 'first-names', hidden: 1 },
  look: {
    ...{ tokens: ['a', ' ', 'c'], known: [true, false, true], cut: 4, step: 0, tensors: [] },
  },
  tensor: (name) => {
    const values: Record<string, number[]> = {
      ...{ 'layer0.x': [1, 2, 3], 'layer0.h': [0.5, -0.25, 0.125] },
      ...{ 'layer0.c': [1, -0.5, 0.25], 'layer0.f': [0.5, 0.6, 0.7] },
    };
    return values[name] && { shape: [3, 1, 1], values: values[name] };
  },
};

describe('a step in words', () => {
  const view = (step: number) => unitView(seen, step, 1)!;

  it('has token, place, state, and whether the model knows the token', () => {
    expect(stepInWords(seen, view(1), null, 0, 'en')).toBe('“a”, step 1 of 3, h = 0.50');
    expect(stepInWords(seen, view(1), null, 1, 'fr')).toBe(
      '«\u202f␣\u202f», pas 2 sur 3, inconnu du modèle, h = −0,25',
    );
    expect(stepInWords(seen, view(1), { symbol: 'h', t: 0 }, 0, 'en')).toBe('“a”, step 1 of 3');
  });

  it('begins at zero, says so, and says that the weights know nothing', () => {
    const first = summaryOf(seen, view(1), view(1).values, 'en');
    expect(first).toContain('h goes from 0.00 to 0.50 and c goes from 0.00 to 1.00.');
    expect(first).toContain('Nothing was read before this step: h = 0.00, c = 0.00.');
    expect(first).toContain(cellWords.en.untrained);
    const later = summaryOf(
      { ...seen, look: { ...seen.look, step: 9 } },
      view(2),
      view(2).values,
      'en',
    );
    expect(later).toContain('h goes from 0.50 to −0.25');
    expect(later).not.toMatch(/Nothing was read|drawn at random/u);
  });

  it('says nothing of a number that is asked for', () => {
    const said = summaryOf(seen, view(2), without(view(2).values, 'c'), 'fr');
    expect(said).toContain('h passe de 0,50 à −0,25.');
    expect(said).not.toMatch(/c passe/u);
  });

  it('names what the model does not read', () => {
    expect(textNotes(seen, null, 'en')).toEqual([
      'Not in the training data: “␣”. The model reads an unknown sign there.',
      'The model reads 3 tokens at most. Left out: 4.',
    ]);
  });
});

describe('the letters of an exercise', () => {
  it.each([
    ['c_prev', 'c t−1'],
    ['h', 'h t'],
    ['Wx_f', 'W f, x t'],
    ['Uh_n', 'U n, h t−1'],
    ['Hh', 'H , h t−1'],
    ['b_f', 'b f'],
    ['b_in', 'b in'],
    ['a_g', 'a g'],
    ['a', 'a t'],
  ] as const)('%s: %s', (name, letters) => {
    expect(
      lettersOf(name)
        .map(({ letter, below }) => `${letter} ${below}`)
        .join(', '),
    ).toBe(letters);
  });

  it('are a formula in a sentence', () => {
    const before = (letter: string): string => `previous ${letter}`;
    const text = (kind: 'lstm' | 'gru', asked: string): string =>
      formulaText(taskOf(kind, asked)!.term, before).replaceAll('\u00a0', ' ');
    expect(text('lstm', 'c')).toBe('f × previous c + i × g');
    expect(text('lstm', 'h')).toBe('o × tanh(c)');
    expect(text('gru', 'h')).toBe('(1 − z) × n + z × previous h');
    expect(nameText('Wx_f', before)).toBe('W\u00a0x');
    expect(equations.gru).toHaveLength(4);
  });
});

it('prints as many decimals as it gives, and never promises more than it keeps', () => {
  expect(decimals('fr', 3)(-0.4)).toBe('−0,400');
  expect(decimals('en', 2)(-0.001)).toBe('0.00');
  expect(tolerance('en', 2, { low: 0.4612, high: 0.5399 }, 0.5)).toBe('0.038');
  expect(tolerance('en', 2, { low: 0.48, high: 0.52 }, 0.5)).toBe('0.020');
});
