import { describe, expect, it } from 'vitest';
import type { FeatureName, RunSettings } from '../../web/shared/protocol';
import { featureNamed, valuesOf } from '../../web/worker/feature';
import type { Model } from '../../web/worker/model';
import { Inquiry, questionSeed, sampled } from '../../web/worker/question';
import { Random } from '../../web/worker/random';
import { Run } from '../../web/worker/run';
import { Correlations, dealtAnew, strongest, SurveyQuestion } from '../../web/worker/survey';
import { FakeHost } from './fake-host';
import { advanceTo, freshEngine, smallSettings } from './real-engine';
import { smallDataset } from './small-data';

const dataset = smallDataset(true, { validation: 301 });

async function trained(settings: Partial<RunSettings> = {}, examples = 2048): Promise<Run> {
  const run = new Run(await freshEngine(), dataset, { ...smallSettings, ...settings });
  advanceTo(run, examples);
  return run;
}

const surveyed = async (run: Run, tensor: string, feature: FeatureName) =>
  (await Inquiry.begin(
    run.snapshot(),
    (model) => new SurveyQuestion(model, dataset, tensor, feature, run.weightsStep),
  ).answer(new FakeHost())) ?? expect.fail('stopped');

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** As the formula has it, in two passes. */
function pearson(x: readonly number[], y: readonly number[]): number {
  const [mx, my] = [mean(x), mean(y)];
  const product = (a: readonly number[], ma: number, b: readonly number[], mb: number): number =>
    mean(a.map((value, i) => (value - ma) * (b[i]! - mb)));
  return product(x, mx, y, my) / Math.sqrt(product(x, mx, x, mx) * product(y, my, y, my));
}

/** The survey, one word at a time through `look`. */
function naive(run: Run, tensor: string, feature: FeatureName) {
  const fromEnd = tensor.includes('.reverse.');
  const named = featureNamed(feature, dataset);
  const halves = [0, 1].map((half) => {
    const words = sampled(dataset.validation).filter((_, i) => i % 2 === half);
    const values = words.map((word) => valuesOf(named, word, fromEnd));
    const dealt = dealtAnew(values, named.of, new Random(questionSeed, 1, half));
    const steps = words.flatMap((word) => {
      const { shape, values } = run.look(dataset.textOf(word), [tensor]).tensors[0]!;
      const width = shape[2]!;
      return word.tokens.reduce<number[][]>(
        (rows, _, t) => [...rows, [...values.subarray(t * width, (t + 1) * width)]],
        [],
      );
    });
    const correlate = (labels: readonly number[]): number[] =>
      steps[0]!.map((_, unit) =>
        pearson(
          steps.map((step) => step[unit]!),
          labels,
        ),
      );
    return { places: steps.length, of: correlate(values.flat()), chance: correlate(dealt.flat()) };
  });
  const [a, b] = halves;
  const best = (values: readonly number[]): number =>
    values.indexOf(values.reduce((most, r) => (Math.abs(r) > Math.abs(most) ? r : most)));
  const unit = best(a!.of);
  return {
    unit,
    units: a!.of,
    chosen: a!.of[unit]!,
    measured: b!.of[unit]!,
    shuffled: b!.chance[best(a!.chance)]!,
    places: a!.places + b!.places,
  };
}

describe('a survey', () => {
  it.each<[string, FeatureName, Partial<RunSettings>]>([
    ['layer0.h', 'class:feminine', {}],
    ['layer0.c', 'vowel', {}],
    ['layer0.f', 'seen:a', {}],
    ['layer0.reverse.h', 'seen:a', { direction: 'both', cell: 'gru' }],
    ['layer1.h', 'position', { layers: 2, cell: 'rnn' }],
    ['output', 'token:s', { direction: 'both' }],
    ['output', 'token:e', { cell: 'bag' }],
  ])('of %s for %s is what a naive computation gives: %o', async (tensor, feature, settings) => {
    const run = await trained(settings, 512);
    const survey = await surveyed(run, tensor, feature);
    const expected = naive(run, tensor, feature);
    expect(survey).toMatchObject({ tensor, feature, unit: expected.unit, step: 16 });
    expect(survey.places).toBe(expected.places);
    expect(survey.sign).toBe(Math.sign(expected.chosen));
    for (const key of ['chosen', 'measured', 'shuffled'] as const) {
      expect(survey[key], key).toBeCloseTo(expected[key], 10);
    }
    survey.units.forEach((value, unit) => expect(value).toBeCloseTo(expected.units[unit]!, 10));
  });

  it('finds a unit where there is one, and none where labels are shuffled', async () => {
    const run = await trained({}, 4096);
    const { measured, shuffled, chosen, sign } = await surveyed(run, 'layer0.h', 'vowel');
    expect(Math.abs(measured)).toBeGreaterThan(0.5);
    expect(Math.abs(shuffled)).toBeLessThan(0.15);
    expect(Math.sign(measured)).toBe(Math.sign(chosen));
    expect(sign).toBe(Math.sign(chosen));
  });

  it('is the same each time', async () => {
    const run = await trained();
    const once = await surveyed(run, 'layer0.h', 'class:feminine');
    expect(await surveyed(run, 'layer0.h', 'class:feminine')).toEqual(once);
  });

  it('of a feature that never changes finds nothing', async () => {
    const run = await trained({}, 64);
    const alike = smallDataset(true, { validation: 40 });
    const question = new SurveyQuestion(
      run.snapshot(),
      { ...alike, info: alike.info, alphabet: alike.alphabet, validation: [] } as never,
      'layer0.h',
      'position',
      2,
    );
    expect(question.done).toBe(true);
    expect(question.answer()).toMatchObject({ unit: 0, chosen: 0, measured: 0, places: 0 });
    const never = await surveyed(run, 'layer0.h', 'token:a');
    expect(Number.isFinite(never.measured)).toBe(true);
  });
});

describe('an inquiry', () => {
  it('frees its model, whether it is answered, stopped or refused', async () => {
    const engine = await freshEngine();
    const run = new Run(engine, dataset, smallSettings);
    const begin = (feature: string) =>
      Inquiry.begin(
        run.snapshot(),
        (model) => new SurveyQuestion(model, dataset, 'layer0.h', feature as FeatureName, 0),
      );
    const cycle = async (): Promise<void> => {
      const stopped = begin('vowel');
      stopped.stop();
      expect(await stopped.answer(new FakeHost())).toBeNull();
      expect(await begin('position').answer(new FakeHost())).not.toBeNull();
      expect(() => begin('colour')).toThrow();
    };
    await cycle();
    const size = engine.memoryBytes;
    for (let times = 0; times < 20; times += 1) await cycle();
    expect(engine.memoryBytes).toBe(size);
  });
});

describe('a stopped inquiry', () => {
  it('works no more', async () => {
    const host = new FakeHost();
    host.tick = 100;
    let worked = 0;
    const endless = {
      done: false,
      share: 0,
      advance: () => (worked += 1),
      answer: () => expect.fail(),
    };
    const model = { destroy: () => undefined } as Model;
    const inquiry = Inquiry.begin(model, () => endless);
    host.onBreath = () => worked === 5 && inquiry.stop();
    expect(await inquiry.answer(host)).toBeNull();
    expect(worked).toBe(5);
  });
});

describe('correlations', () => {
  it('keep their digits far from 0, and are 0 where nothing changes', () => {
    const correlations = new Correlations(3);
    const x = [1, 2, 4, 8, 16].map((value) => 1e6 + value / 4);
    const y = [0, 1, 1, 0, 1];
    x.forEach((value, i) => correlations.add(Float32Array.of(value, 7, -value), y[i]!));
    const exact = pearson([...Float32Array.from(x)], y);
    expect(correlations.of(0)).toBeCloseTo(exact, 9);
    expect(correlations.of(1)).toBe(0);
    expect(correlations.of(2)).toBeCloseTo(-exact, 9);
    expect(new Correlations(1).of(0)).toBe(0);
  });

  it('are strongest far from 0 on either side, the first of equals', () => {
    expect(strongest([0.1, -0.9, 0.5, 0.9])).toBe(1);
    expect(strongest([0, 0])).toBe(0);
    expect(strongest([])).toBe(0);
  });
});

describe('labels dealt anew', () => {
  const rows = [[1, 1, 1], [0, 0], [0], [1, 1, 1, 1], [0, 0]];

  it('stay whole where they belong to sequences', () => {
    const dealt = dealtAnew(rows, 'sequence', new Random(3));
    expect(dealt.map(({ length }) => length)).toEqual([3, 2, 1, 4, 2]);
    for (const row of dealt) expect(new Set(row).size).toBe(1);
    expect(dealt.map(([label]) => label).toSorted()).toEqual([0, 0, 0, 1, 1]);
  });

  it('move step by step where they belong to steps', () => {
    const dealt = dealtAnew([[0, 1, 2, 3], [4], [5, 6]], 'step', new Random(3));
    expect(dealt.map(({ length }) => length)).toEqual([4, 1, 2]);
    expect(dealt.flat().toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(dealt.flat()).not.toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});

describe('the sample', () => {
  it('is all sequences in an order of its own, or as many as fit', () => {
    const all = sampled(dataset.validation);
    expect(new Set(all)).toEqual(new Set(dataset.validation));
    expect(all).not.toEqual(dataset.validation);
    const some = sampled(dataset.validation, 100);
    expect(some).toEqual(all.slice(0, some.length));
    const places = (examples: typeof some): number =>
      examples.reduce((sum, { tokens }) => sum + tokens.length, 0);
    expect(places(some)).toBeLessThanOrEqual(100);
    expect(places(all.slice(0, some.length + 1))).toBeGreaterThan(100);
    expect(sampled(dataset.validation, 1)).toHaveLength(1);
  });
});
