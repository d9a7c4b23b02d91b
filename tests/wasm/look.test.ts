import { describe, expect, it } from 'vitest';
import type { NamedTensor, RunSettings } from '../../web/shared/protocol';
import { Dataset } from '../../web/worker/dataset';
import type { Model } from '../../web/worker/model';
import { Inquiry } from '../../web/worker/question';
import { Run } from '../../web/worker/run';
import { SurveyQuestion } from '../../web/worker/survey';
import { FakeHost, opened } from './fake-host';
import { advanceTo, freshEngine, smallSettings, weightBits } from './real-engine';
import { smallDataset } from './small-data';

async function smallRun(settings: Partial<RunSettings> = {}): Promise<Run> {
  return new Run(await freshEngine(), smallDataset(true), { ...smallSettings, ...settings });
}

const named = (tensors: readonly NamedTensor[], name: string): NamedTensor =>
  tensors.find((tensor) => tensor.name === name) ?? expect.fail(`no ${name}`);

describe('a look', () => {
  it('gives the tensors that were asked for, in that order, one row wide', async () => {
    const run = await smallRun({ layers: 2, direction: 'both' });
    advanceTo(run, 256);
    const names = ['layer1.h', 'layer0.reverse.c', 'layer0.x', 'probabilities', 'head.weight'];
    const look = run.look('  SaLMOé ', names);
    expect(look.tokens.join('')).toBe('salmoé');
    expect(look.known).toEqual([true, true, true, true, true, false]);
    expect({ cut: look.cut, step: look.step }).toEqual({ cut: 0, step: 8 });
    expect(look.tensors.map(({ name, shape }) => [name, shape])).toEqual([
      ['layer1.h', [6, 1, 8]],
      ['layer0.reverse.c', [6, 1, 8]],
      ['layer0.x', [6, 1, 16]],
      ['probabilities', [1, 2]],
      ['head.weight', [2, 16]],
    ]);
  });

  it('is one pass: what a reading says of the whole word, and of each prefix its states', async () => {
    const run = await smallRun();
    advanceTo(run, 512);
    const { tensors } = run.look('morales', ['layer0.h', 'probabilities']);
    const [h, answer] = [named(tensors, 'layer0.h'), named(tensors, 'probabilities')];
    expect([...answer.values]).toEqual(run.read('morales').probabilities.at(-1));
    const prefix = run.look('mora', ['layer0.h']).tensors[0];
    expect([...(prefix?.values ?? [])]).toEqual([...h.values.subarray(0, 4 * 8)]);
  });

  it('of no text has no tensors, but still refuses a name that is none', async () => {
    const run = await smallRun();
    expect(run.look('  ', ['layer0.h'])).toEqual({
      tokens: [],
      known: [],
      cut: 0,
      step: 0,
      tensors: [],
    });
    for (const text of ['', 'a']) {
      expect(() => run.look(text, ['layer0.h', 'layer9.q'])).toThrow(/layer9\.q/);
    }
  });

  it('of a text that is too long says how much was cut', async () => {
    const look = (await smallRun()).look('a'.repeat(50), ['layer0.h']);
    expect(look).toMatchObject({ cut: 10, tensors: [{ shape: [40, 1, 8] }] });
  });

  it('of a model that diverged is one of its last good weights', async () => {
    const run = await smallRun({ learningRate: 1e6 });
    advanceTo(run, Infinity);
    const look = run.look('lama', ['layer0.h']);
    expect(look.step).toBe(run.status.keptStep);
    expect(look.tensors[0]?.values.every(Number.isFinite)).toBe(true);
  });

  it.each<Partial<RunSettings>>([
    {},
    { cell: 'bag' },
    { cell: 'gru', layers: 2, direction: 'both', summary: 'mean', dropout: 0.2, batch: 16 },
    { cell: 'rnn', nonlinearity: 'relu', truncate: 3, optimizer: 'sgd' },
  ])('at every moment changes no bit of the run: %o', async (settings) => {
    const [whole, disturbed] = [await smallRun(settings), await smallRun(settings)];
    advanceTo(whole, 1024);
    while (disturbed.isDue(1024)) {
      disturbed.advance();
      disturbed.look('lama', ['probabilities', 'embedding.weight']);
      disturbed.read('lame');
    }
    const outcome = (run: Run): object => ({
      status: run.status,
      losses: run.losses,
      validations: run.validations,
      weights: weightBits(run, ['embedding.weight', 'head.weight', 'head.bias']),
    });
    expect(outcome(disturbed)).toEqual(outcome(whole));
  });

  it('is answered while the run trains, by the model as it is', async () => {
    const host = await opened(100);
    const train = host.train(1024);
    const looks: number[] = [];
    for (const text of ['l', 'la', 'lam', 'lama']) {
      const { step, tokens } = await host.ask('look', { run: 'main', text, tensors: ['layer0.h'] });
      expect(tokens.join('')).toBe(text);
      looks.push(step);
    }
    expect(looks).toEqual(looks.toSorted((a, b) => a - b));
    expect(await train).toMatchObject({ examples: 1024 });
    const undisturbed = await smallRun();
    advanceTo(undisturbed, 1024);
    const { losses, validations } = undisturbed;
    expect(host.curve()).toEqual({ losses, validations });
  });

  it.each([
    [{ text: 7, tensors: [] }, /text is 7/],
    [{ text: 'a', tensors: 'layer0.h' }, /tensors is "layer0.h".*list/],
    [{ text: 'a', tensors: [1] }, /One of tensors is 1/],
    [{ text: 'a', tensors: Array(65).fill('c0') }, /length of tensors is 65.*64/],
  ])('that asks %j is refused with both facts', async (question, fact) => {
    const host = await opened();
    const asked = host.ask('look', { run: 'main', ...question } as never);
    await expect(asked).rejects.toMatchObject({
      code: 'argument',
      message: expect.stringMatching(fact),
    });
  });
});

describe('runs of a request', () => {
  it.each([
    ['none', [], /runs is \[\].*at least one/],
    ['one twice', ['main', 'main'], /runs is \["main","main"\].*differ/],
    ['no list', 'main', /runs is "main".*list/],
    ['an endless name', ['m'.repeat(101)], /101.*100/],
  ])('cannot be %s', async (_, runs, fact) => {
    const host = new FakeHost();
    await host.open();
    await expect(host.ask('pause', { runs } as never)).rejects.toMatchObject({
      code: 'argument',
      message: expect.stringMatching(fact),
    });
  });
});

describe('data of three classes', () => {
  const dataset = Dataset.fromFirst(
    {
      id: 'thirds',
      classes: ['low', 'middle', 'high'],
      alphabet: 'abc',
      counts: { training: { low: 2, middle: 1, high: 2 }, validation: { low: 1, high: 2 } },
      firstTraining: 5,
      largestClass: 2 / 3,
    },
    '# validation low\naab\n# validation high\nccb\nbcc\n' +
      '# training low\naa\nab\n# training middle\nbb\n# training high\ncc\ncb\n',
  );

  it('have three answers in every question', async () => {
    const run = new Run(await freshEngine(), dataset, { ...smallSettings, batch: 5 });
    advanceTo(run, 200);
    expect(run.read('abc').probabilities.map(({ length }) => length)).toEqual([3, 3, 3]);
    expect(run.look('abc', ['probabilities']).tensors[0]?.shape).toEqual([1, 3]);
    expect(run.validations.at(-1)?.accuracy).toBeGreaterThanOrEqual(0);
    const ask = (model: Model): SurveyQuestion =>
      new SurveyQuestion(model, dataset, 'layer0.h', 'class:high', 0);
    const survey = await Inquiry.begin(run.snapshot(), ask).answer(new FakeHost());
    expect(survey).toMatchObject({ places: 9, units: { length: 8 } });
  });
});
