import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../web/worker/rnn';
import { learn, type Recipe } from './grammar-training';
import { builtDataset, freshEngine } from './real-engine';

let engine: Engine;
beforeAll(async () => {
  engine = await freshEngine();
});

const seed = 1;
const learningRate = 0.005;
const accuracyOf = async (id: string, recipe: Omit<Recipe, 'seed'>): Promise<number> =>
  learn(engine, await builtDataset(id), { seed, learningRate, ...recipe }).accuracy;

describe.each(['order-fr', 'order-en', 'brackets'])('%s', (id) => {
  it('leaves a bag of embeddings at exactly one half', async () => {
    expect(await accuracyOf(id, { cell: 'bag', steps: 300 })).toBe(0.5);
  });
});

describe.each(['order-fr', 'order-en'])('%s', (id) => {
  it.each(['rnn', 'lstm'] as const)('is learnt by a state: %s', async (cell) => {
    expect(await accuracyOf(id, { cell, steps: 600, until: 0.98 })).toBeGreaterThanOrEqual(0.98);
  });
});

describe.each(['negation-fr', 'negation-en'])('%s', (id) => {
  it('is learnt by an LSTM, and not by a bag', async () => {
    expect(await accuracyOf(id, { cell: 'lstm', steps: 400, until: 0.98 })).toBeGreaterThan(0.97);
    expect(await accuracyOf(id, { cell: 'bag', steps: 400 })).toBeLessThan(0.75);
  });
});

describe.each(['flags-fr', 'flags-en'])('%s', (id) => {
  it('is learnt by an LSTM that forgets little from the start', async () => {
    const recipe = { cell: 'lstm', forgetBias: 1, steps: 600, until: 0.98 } as const;
    expect(await accuracyOf(id, recipe)).toBeGreaterThanOrEqual(0.98);
  });
});

describe.each(['look-ahead-fr', 'look-ahead-en'])('%s', (id) => {
  it('leaves a model that reads forward at exactly one half, and is learnt both ways', async () => {
    const forward = { cell: 'gru', steps: 300 } as const;
    expect(await accuracyOf(id, forward)).toBe(0.5);
    const both = { ...forward, direction: 'both', until: 0.98 } as const;
    expect(await accuracyOf(id, both)).toBeGreaterThanOrEqual(0.98);
  });
});

describe('recall', () => {
  it('of the first of ten symbols is learnt by an LSTM', async () => {
    const recipe = { cell: 'lstm', steps: 500, until: 0.98 } as const;
    expect(await accuracyOf('recall-10', recipe)).toBeGreaterThanOrEqual(0.98);
  });

  it('of the first of forty is learnt with a forget bias of 4, and not with the default', async () => {
    const recipe = { cell: 'lstm', steps: 120, until: 0.98, learningRate: 0.01 } as const;
    expect(await accuracyOf('recall-40', { ...recipe, forgetBias: 4 })).toBeGreaterThan(0.97);
    expect(await accuracyOf('recall-40', recipe)).toBeLessThan(0.6);
  });
});
