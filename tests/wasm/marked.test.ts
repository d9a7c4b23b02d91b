import { beforeAll, describe, expect, it } from 'vitest';
import type { RunSettings } from '../../web/shared/protocol';
import type { Dataset } from '../../web/worker/dataset';
import type { Engine } from '../../web/worker/rnn';
import { Run } from '../../web/worker/run';
import { advanceTo, builtDataset, freshEngine, smallSettings } from './real-engine';

let engine: Engine;
let dataset: Dataset;
beforeAll(async () => {
  engine = await freshEngine();
  dataset = await builtDataset('look-ahead-en');
});

const runWith = (settings: Partial<RunSettings>): Run =>
  new Run(engine, dataset, { ...smallSettings, dataset: 'look-ahead-en', hidden: 16, ...settings });

describe('a run on data whose labels belong to one token', () => {
  it('measures the answer at that token, and nothing else', () => {
    const run = runWith({ direction: 'both' });
    advanceTo(run, 1024);
    const right = dataset.validation.map(({ tokens, label, place }) => {
      const { probabilities } = run.read(dataset.textOf({ tokens, label }));
      return probabilities[place ?? -1]?.[label] ?? NaN;
    });
    const { loss, accuracy } = run.validations.at(-1)!;
    const mean = (values: number[]): number => values.reduce((a, b) => a + b) / values.length;
    expect(loss).toBeCloseTo(mean(right.map((p) => -Math.log(p))), 4);
    expect(accuracy).toBeCloseTo(mean(right.map((p) => (p > 0.5 ? 1 : 0))), 10);
    run.close();
  });

  it('learns them by reading both ways, and never by reading forward', () => {
    const both = runWith({ direction: 'both' });
    while (both.isDue(16_384) && (both.validations.at(-1)?.accuracy ?? 0) < 0.98) both.advance();
    expect(both.validations.at(-1)?.accuracy).toBeGreaterThanOrEqual(0.98);
    const forward = runWith({ direction: 'forward' });
    advanceTo(forward, 4096);
    expect(forward.validations.at(-1)?.accuracy).toBe(0.5);
    both.close();
    forward.close();
  });

  it.each<[string, Partial<RunSettings>]>([
    ['a bag', { cell: 'bag' }],
    ['two layers', { cell: 'gru', layers: 2, direction: 'both' }],
    ['the mean over the steps', { summary: 'mean' }],
  ])('trains with %s too', (_, settings) => {
    const run = runWith(settings);
    advanceTo(run, 512);
    expect(run.losses.at(-1)?.examples).toBe(512);
    expect(run.read('the old man the boats').probabilities).toHaveLength(5);
    run.close();
  });

  it('answers at each token once the whole is read, as one pass has it', () => {
    const run = runWith({ direction: 'both' });
    advanceTo(run, 2048);
    const text = 'the old man the boats';
    const [answer] = run.look(text, ['probabilities']).tensors;
    expect(answer?.shape).toEqual([5, 1, 2]);
    expect(run.read(text).probabilities.flat()).toEqual([...answer!.values]);
    expect(run.read(text).probabilities[2]).not.toEqual(
      run.read('the old man sleeps').probabilities[2],
    );
    expect(run.read('').probabilities).toEqual([]);
    run.close();
  });

  it.each<[string, number | null]>([
    ['the old man the boats', 2],
    ['The old *man the boats', 2],
    ['the *old man the boats', 1],
    ['the old man the *', 2],
    ['*the *old man', 2],
    ['sings in the kitchen', null],
    ['', null],
  ])('takes the answer to "%s" at token %s', (text, place) => {
    const run = runWith({});
    expect(run.read(text).place).toBe(place);
    run.close();
  });
});

it('elsewhere the answer stands at the last token', async () => {
  const words = await builtDataset('order-en');
  const run = new Run(engine, words, { ...smallSettings, dataset: 'order-en' });
  expect(run.read('the fox helps the *nurse now').place).toBe(5);
  expect(run.read('').place).toBe(null);
  run.close();
});
