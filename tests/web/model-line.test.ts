import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { modelLineWords } from '../../web/app/i18n/model-line';
import { modelInWords, progressInWords } from '../../web/app/workbench/model-facts';
import ModelLine from '../../web/app/workbench/ModelLine.svelte';
import type { RunSession } from '../../web/app/workbench/run-session.svelte';
import { initialState, next, type Happening } from '../../web/app/workbench/run-state';
import { datasets } from '../../web/app/i18n/datasets-en';
import { defaultSettings } from '../../web/shared/settings';
import type { RunSettings } from '../../web/shared/protocol';
import { failure, progress, recorded, run as words, stopped } from '../support/run-happenings';

const settings: RunSettings = { ...defaultSettings, dataset: 'first-names' };
const run = { ...words, settings };
const opened: Happening = { type: 'opened', run };
const after = (...happenings: readonly Happening[]) =>
  happenings.reduce(next, initialState(settings, null));
const page = (...happenings: readonly Happening[]): string => {
  const session = { id: 'main', state: after(...happenings) } as unknown as RunSession;
  const { body } = render(ModelLine, { props: { session, language: 'en' as const } });
  return body;
};
const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();

it('names every data set shortly, in both languages', () => {
  const names = Object.keys(datasets).sort();
  expect(Object.keys(modelLineWords.fr.datasets).sort()).toEqual(names);
  expect(Object.keys(modelLineWords.en.datasets).sort()).toEqual(names);
});

describe('what decides the model', () => {
  const of = (change: Partial<RunSettings>, language: 'fr' | 'en' = 'en') =>
    modelInWords(initialState({ ...settings, ...change }, null), language);

  it.each<[Partial<RunSettings>, string]>([
    [{}, 'LSTM, 32 units'],
    [{ cell: 'gru', layers: 2, direction: 'both' }, 'GRU both ways, 32 units, 2\u00a0layers'],
    [{ cell: 'rnn', nonlinearity: 'relu' }, 'RNN relu, 32 units'],
    [{ cell: 'lstm', nonlinearity: 'relu' }, 'LSTM, 32 units'],
    [{ cell: 'bag', layers: 2 }, 'Bag'],
  ])('%o is %s', (change, model) => {
    expect(of(change)).toEqual([model, 'first names']);
  });

  it('is said in French on a French page', () => {
    expect(of({ direction: 'both' }, 'fr')).toEqual([
      'LSTM dans les deux sens, 32 unités',
      'prénoms',
    ]);
  });
});

describe('how far the model has come', () => {
  it('is not said of a recording, which is no model to look into', () => {
    const state = initialState(settings, { ...recorded, settings });
    expect(state.stage.kind).toBe('recorded');
    expect(progressInWords(state, 'en')).toEqual([]);
  });

  it('is the seed before anything is learnt, then examples and accuracy', () => {
    expect(progressInWords(after(opened), 'fr')).toEqual([
      'rien n’est encore appris\u202f: poids tirés au sort, graine\u00a01',
    ]);
    expect(progressInWords(after(opened, progress(1024)), 'fr')).toEqual([
      '1\u202f024\u00a0prénoms vus',
    ]);
    const measured = progress(4096, {
      validations: [{ examples: 4096, loss: 0.5, accuracy: 0.745 }],
    });
    expect(progressInWords(after(opened, measured), 'en')).toEqual([
      '4,096\u00a0names seen',
      'validation accuracy 74.5%',
    ]);
    const since = after(opened, measured, progress(4128));
    expect(progressInWords(since, 'en')[1]).toBe('validation accuracy 74.5% (after 4,096)');
  });
});

describe('the line on a page', () => {
  it('stands without a script or a style, with verbs that wait', () => {
    const html = page();
    expect(html).not.toMatch(/\sstyle=/u);
    expect(html.match(/<button[^>]*disabled/gu)).toHaveLength(3);
    expect(html).not.toContain('class="primary');
    expect(plain(html)).toBe('LSTM, 32 units · first names Train Step Reset');
  });

  it('says why there is no model, in the words of the lab and of the engine', () => {
    const text = plain(page({ type: 'failed', failure }));
    expect(text).toContain(failure.message);
    expect(text).toContain('Run again');
    expect(plain(page({ type: 'unsupported', missing: ['WebAssembly'] }))).toContain('WebAssembly');
  });

  it('says that a run has ended, and says nothing more of one under way', () => {
    const end = stopped({ phase: 'finished', ended: 'max-examples', examples: 1024 });
    expect(plain(page(opened, progress(1024), end))).toContain('1,024 names seen, the most');
    const training: Happening = { type: 'training', retracing: false };
    expect(page(opened, training)).not.toContain('class="message');
    expect(page(opened, training, { type: 'loading', what: 'rest' })).toContain('class="message');
  });
});
