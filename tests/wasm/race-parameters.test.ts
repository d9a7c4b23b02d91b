import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  fit,
  fittedHidden,
  parameterCount,
  sizesOf,
} from '../../web/app/instruments/race/parameters';
import { raceData } from '../../web/app/instruments/race/schema';
import { raceWords } from '../../web/app/i18n/race';
import { languages } from '../../web/shared/lesson';
import type { RunSettings } from '../../web/shared/protocol';
import { cells, directions, summaries } from '../../web/shared/run-settings';
import { defaultSettings } from '../../web/shared/settings';
import { Run } from '../../web/worker/run';
import { builtDataset, freshEngine } from './real-engine';

const engine = await freshEngine();
const words = await builtDataset('order-fr');
const marked = await builtDataset('look-ahead-fr');
const characters = await builtDataset('french-nouns');

const settings = (more: Partial<RunSettings> = {}): RunSettings => ({
  ...defaultSettings,
  dataset: 'order-fr',
  ...more,
});

describe('the count of parameters', () => {
  it.each(cells)('of a %s is the engine’s', (cell) => {
    for (const dataset of [words, marked, characters]) {
      for (const direction of directions) {
        for (const summary of summaries) {
          for (const [layers, embedding, hidden] of [
            [1, 16, 32],
            [2, 3, 5],
            [4, 7, 2],
          ] as const) {
            const shape = settings({ cell, direction, summary, layers, embedding, hidden });
            const run = new Run(engine, dataset, shape);
            expect(parameterCount(shape, sizesOf(run.opened.data)), JSON.stringify(shape)).toBe(
              run.opened.parameters,
            );
            run.close();
          }
        }
      }
    }
  });
});

describe('equal parameters', () => {
  const sizes = sizesOf(words.info);

  it('are those of the smallest model with units, as close as units allow', () => {
    const models = [
      settings({ cell: 'bag' }),
      settings({ cell: 'rnn' }),
      settings({ cell: 'lstm' }),
      settings({ cell: 'gru', layers: 2, direction: 'both' }),
    ];
    const { to, hidden } = fit(models, sizes)!;
    expect(to).toBe(1);
    expect(hidden.slice(0, 2)).toEqual([null, null]);
    const goal = parameterCount(models[1]!, sizes);
    for (const index of [2, 3]) {
      const off = (units: number): number =>
        Math.abs(parameterCount({ ...models[index]!, hidden: units }, sizes) - goal);
      const best = hidden[index]!;
      expect(off(best)).toBeLessThanOrEqual(Math.min(off(best - 1), off(best + 1)));
    }
  });

  it('are out of reach where fewer than two models have units, and stop at the most units', () => {
    expect(fit([settings({ cell: 'bag' }), settings()], sizes)).toBeNull();
    expect(fittedHidden(settings({ cell: 'rnn' }), sizes, 1e9)).toBe(64);
    expect(fittedHidden(settings({ cell: 'rnn' }), sizes, 0)).toBe(1);
  });
});

it('a race offers every data set that was built, and has a name for each', () => {
  const built = readdirSync(new URL('../../build/data/', import.meta.url));
  expect([...raceData].sort()).toEqual(built.sort());
  for (const language of languages) {
    expect(Object.keys(raceWords[language].datasets)).toEqual([...raceData]);
  }
});
