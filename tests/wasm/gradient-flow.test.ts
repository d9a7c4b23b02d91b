import { describe, expect, it } from 'vitest';
import type { GradientQuestion } from '../../web/shared/gradient-flow';
import type { RunSettings } from '../../web/shared/protocol';
import { recurrentCells } from '../../web/shared/run-settings';
import { Run } from '../../web/worker/run';
import { gradientOf } from '../../web/worker/run-gradient';
import { DoubleModel, gradientNorm } from '../support/double-cells';
import { opened } from './fake-host';
import { advanceTo, freshEngine, smallSettings, weightBits } from './real-engine';
import { smallDataset } from './small-data';

async function smallRun(settings: Partial<RunSettings> = {}): Promise<Run> {
  return new Run(await freshEngine(), smallDataset(true), { ...smallSettings, ...settings });
}
const ask = (more: Partial<GradientQuestion> = {}): GradientQuestion => ({
  text: 'salmonier',
  example: 0,
  label: 1,
  position: 99,
  output: null,
  ...more,
});

const near = (one: readonly number[], other: readonly number[]): void => {
  const scale = Math.max(...other);
  expect(one).toHaveLength(other.length);
  one.forEach((value, t) => {
    expect(Math.abs(value - other[t]!) / scale).toBeLessThan(1e-5);
  });
};

const cases = [
  ...recurrentCells.map((cell) => ({ cell, nonlinearity: 'tanh' as const })),
  { cell: 'rnn' as const, nonlinearity: 'relu' as const },
];

describe.each(cases)('the gradient of a $cell ($nonlinearity) along its tokens', (settings) => {
  it('is that of double precision, by central differences', async () => {
    const run = await smallRun(settings);
    advanceTo(run, 512);
    const flow = gradientOf(run, ask({ position: 6, output: 0 }));
    const model = new DoubleModel((name) => run.tensor(name), settings.cell, settings.nonlinearity);
    const tokens = flow.tokens.map((letter) => run.dataset.alphabet.tokenOf(letter));
    const inputs = model.embedded(tokens).slice(0, 7);
    const states = model.states(inputs);
    const rest = (t: number) => inputs.slice(t + 1);
    const zeros = flow.tokens.slice(7).map(() => 0);
    const along = (norm: (t: number) => number): number[] => [
      ...inputs.map((_, t) => norm(t)),
      ...zeros,
    ];

    expect(flow.loss).toBeCloseTo(model.loss(states.at(-1)!, [], 1), 5);
    near(
      flow.h,
      along((t) => gradientNorm(states[t]!.h, (h) => model.loss({ ...states[t]!, h }, rest(t), 1))),
    );
    if (settings.cell === 'lstm') {
      // h_t follows c_t: what c_t moves by way of o ⊙ tanh(c) counts, too.
      const o = states.map(({ h, c }) => h.map((value, n) => value / Math.tanh(c[n]!)));
      near(
        flow.c!,
        along((t) =>
          gradientNorm(states[t]!.c, (c) => {
            const h = c.map((value, n) => o[t]![n]! * Math.tanh(value));
            return model.loss({ h, c }, rest(t), 1);
          }),
        ),
      );
    } else expect(flow.c).toBeNull();
    near(
      flow.moved,
      along((t) =>
        gradientNorm(inputs[t]!, (x) => {
          const moved = inputs.map((own, k) => (k === t ? x : own));
          return model.scores(model.states(moved).at(-1)!, [])[0]!;
        }),
      ),
    );
  });
});

describe('what is predicted', () => {
  it.each(['tanh', 'relu'] as const)(
    'of an rnn is a power of ρ(H) times the mean slope of its %s',
    async (nonlinearity) => {
      const wide = { recurrentInit: 'orthogonal', recurrentScale: 1.5 } as const;
      const run = await smallRun({ cell: 'rnn', nonlinearity, ...wide });
      const { h, predicted, factor, radii, text } = gradientOf(run, ask());
      expect(radii[0]).toBeCloseTo(1.5, 5);
      const states = [...run.look(text, ['layer0.h']).tensors[0]!.values];
      const slopes = states.map((value) =>
        nonlinearity === 'tanh' ? 1 - value ** 2 : value > 0 ? 1 : 0,
      );
      const square = slopes.reduce((sum, slope) => sum + slope ** 2, 0) / slopes.length;
      expect(factor! / radii[0]!).toBeCloseTo(Math.sqrt(square), 6);
      expect(predicted![8]).toBe(h[8]);
      expect(predicted![2]! / h[8]!).toBeCloseTo(factor! ** 6, 6);
    },
  );

  it('of an lstm is the share that the biases of its forget gates keep', async () => {
    const run = await smallRun({ cell: 'lstm', forgetBias: 3 });
    const { c, predicted } = gradientOf(run, ask());
    const kept = 1 / (1 + Math.exp(-3));
    c!.forEach((_, t) => expect(predicted![t]! / c![8]!).toBeCloseTo(kept ** (8 - t), 5));
  });

  it('of a gru is nothing', async () => {
    expect(gradientOf(await smallRun({ cell: 'gru' }), ask()).predicted).toBeNull();
  });

  it('of an lstm with drawn biases follows each unit', async () => {
    const run = await smallRun({ cell: 'lstm', hidden: 4 });
    const { predicted } = gradientOf(run, ask());
    const b = [0, 1, 2, 3].map(
      (n) =>
        run.tensor('rnn.bias_ih_l0').values[4 + n]! + run.tensor('rnn.bias_hh_l0').values[4 + n]!,
    );
    const ratio = predicted![7]! / predicted![8]!;
    const shares = b.map((value) => 1 / (1 + Math.exp(-value)));
    expect(ratio).toBeGreaterThan(Math.min(...shares));
    expect(ratio).toBeLessThan(Math.max(...shares));
  });
});

describe('truncation', () => {
  it('cuts where the training cuts, and says what was cut off', async () => {
    const [cut, whole] = await Promise.all([smallRun({ truncate: 4 }), smallRun()]);
    const flow = gradientOf(cut, ask());
    const free = gradientOf(whole, ask());
    expect(flow.cuts).toEqual([4, 8]);
    expect(flow.h.slice(0, 8)).toEqual(Array(8).fill(0));
    expect(flow.h[8]).toBe(free.h[8]);
    expect(flow.uncut).toEqual(free.h);
    expect(flow.moved).toEqual(free.moved);
    expect([free.uncut, free.cuts]).toEqual([null, []]);
  });
});

describe('a question', () => {
  it('touches neither the training nor its measures', async () => {
    const [asked, alone] = await Promise.all([smallRun(), smallRun()]);
    for (const run of [asked, alone]) {
      while (run.isDue(1536)) {
        run.advance();
        if (run === asked) gradientOf(run, ask({ text: null, example: run.examples % 7 }));
      }
    }
    expect([asked.losses, asked.validations]).toEqual([alone.losses, alone.validations]);
    const names = ['embedding.weight', 'rnn.weight_hh_l0', 'head.weight'];
    expect(weightBits(asked, names)).toBe(weightBits(alone, names));
  });

  it('of an example is of its text and its class', async () => {
    const run = await smallRun({ cell: 'gru' });
    advanceTo(run, 256);
    const example = run.dataset.validation[3]!;
    const flow = gradientOf(run, ask({ text: null, label: null, example: 3 }));
    expect(flow).toMatchObject({
      text: run.dataset.textOf(example),
      label: example.label,
      output: example.label,
      examples: 96,
      position: example.tokens.length - 1,
      step: 8,
    });
    const { text, label } = flow;
    expect(gradientOf(run, ask({ text, label }))).toEqual(flow);
    const last = gradientOf(run, ask({ text: null, label: null, example: 9999 }));
    expect(last.text).toBe(run.dataset.textOf(run.dataset.validation.at(-1)!));
  });

  it('tells the norms of the last steps, before clipping', async () => {
    const run = await smallRun({ batch: 4, clipNorm: 0.01 });
    advanceTo(run, 640);
    const { norms, step } = gradientOf(run, ask());
    expect(step).toBe(160);
    expect(norms).toMatchObject({ first: 40, values: { length: 120 } });
    expect(Math.max(...norms.values)).toBeGreaterThan(0.01);
  });

  it.each([
    [{ text: '' }, /no token/],
    [{ text: 'sal', label: null }, /label is null/],
    [{ label: 2 }, /label is 2; there are 2 classes/],
    [{ output: 5 }, /output is 5; there are 2 classes/],
    [{ position: -1 }, /position is -1/],
    [{ text: 7 }, /text is 7/],
  ])('with %j is refused with both facts', async (more, fact) => {
    const host = await opened();
    const question = { run: 'main', ...ask(), ...more } as never;
    await expect(host.ask('gradient', question)).rejects.toMatchObject({
      code: 'argument',
      message: expect.stringMatching(fact),
    });
  });

  it.each([{ cell: 'bag' }, { direction: 'both' }, { layers: 2 }, { summary: 'mean' }] as const)(
    'of a model with %j is refused: its gradient takes other ways',
    async (settings) => {
      const run = await smallRun(settings);
      expect(() => gradientOf(run, ask())).toThrow(/one recurrent layer that reads forward/);
      run.close();
    },
  );
});
