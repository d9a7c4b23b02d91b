import { describe, expect, it } from 'vitest';
import { clampedLook } from '../../web/worker/clamped-look';
import type { Clamp } from '../../web/shared/clamped-look';
import type { RunSettings } from '../../web/shared/protocol';
import type { Model } from '../../web/worker/model';
import { Run } from '../../web/worker/run';
import { tokenize } from '../../web/worker/tokenizer';
import { opened } from './fake-host';
import { advanceTo, freshEngine, smallSettings, weightBits } from './real-engine';
import { smallDataset } from './small-data';

async function trained(settings: Partial<RunSettings> = {}, examples = 512): Promise<Run> {
  const run = new Run(await freshEngine(), smallDataset(true), { ...smallSettings, ...settings });
  advanceTo(run, examples);
  return run;
}

const all = { from: 0, end: 8 };
const shut = (changes: Partial<Clamp> = {}): Clamp => ({
  layer: 0,
  reverse: false,
  gate: 'f',
  units: all,
  steps: { from: 2, end: 3 },
  value: 0,
  ...changes,
});

const text = 'morales';
const places = ['layer0.', 'layer0.reverse.', 'layer1.', 'layer1.reverse.'];

/** The engine itself, told line by line what to hold. */
function byHand(run: Run, lines: readonly number[][], values: readonly number[]) {
  const model: Model = run.snapshot();
  const pad = (list: readonly number[], length: number): number[] =>
    Array.from({ length }, (_, at) => list[at] ?? 0);
  model.setTensor('clamp.where', pad(lines.flat(), 64));
  model.setTensor('clamp.value', pad(values, 8));
  const { tokens } = tokenize(text, run.dataset.alphabet, 40);
  return {
    read(count: number) {
      model.setBatch([tokens.subarray(0, count)]);
      model.forward();
    },
    bits: (name: string) => Buffer.from(model.tensor(name).values.buffer).toString('base64'),
    probabilities: () => [...model.tensor('probabilities').values],
    free: () => model.destroy(),
  };
}

const base64 = ({ values }: { readonly values: Float32Array }): string =>
  Buffer.from(values.buffer).toString('base64');

describe('a look with gates held', () => {
  it.each<[string, Partial<RunSettings>, readonly Clamp[], number[][], readonly string[]]>([
    ['a forget gate', {}, [shut()], [[1, 0, 0, 1, 0, 8, 2, 3]], ['c', 'h', 'i', 'f', 'g', 'o']],
    [
      'an update gate and a candidate',
      { cell: 'gru' },
      [
        shut({ gate: 'z', value: 1, steps: { from: 1, end: 7 } }),
        shut({ gate: 'n', value: -0.5, units: { from: 2, end: 5 } }),
      ],
      [
        [1, 0, 0, 1, 0, 8, 1, 7],
        [1, 0, 0, 2, 2, 5, 2, 3],
      ],
      ['h', 'r', 'z', 'n'],
    ],
    [
      'gates of two layers, read both ways',
      { layers: 2, direction: 'both' },
      [
        shut({ layer: 1, reverse: true, gate: 'o', value: 0.25 }),
        shut({ gate: 'i', units: { from: 0, end: 1 }, value: 1 }),
      ],
      [
        [1, 1, 1, 3, 0, 8, 2, 3],
        [1, 0, 0, 0, 0, 1, 2, 3],
      ],
      ['c', 'h', 'i', 'f', 'g', 'o'],
    ],
  ])(
    'of %s is the engine’s clamped run, tensor by tensor',
    async (_, settings, clamps, lines, letters) => {
      const run = await trained(settings);
      const both = settings.direction === 'both' ? places : places.slice(0, 1);
      const names = both.flatMap((place) => letters.map((letter) => place + letter));
      const look = clampedLook(run, text, [...names, 'probabilities'], clamps);
      expect(look.tokens.join('')).toBe(text);

      const hand = byHand(
        run,
        lines,
        clamps.map(({ value }) => value),
      );
      look.held!.probabilities.forEach((shares, step) => {
        hand.read(step + 1);
        expect(shares, `after ${step + 1}`).toEqual(hand.probabilities());
      });
      look.held!.tensors.forEach((tensor) => {
        expect(base64(tensor), tensor.name).toBe(hand.bits(tensor.name));
      });
      hand.free();

      expect(look.free!.probabilities).toEqual(run.read(text).probabilities);
      expect(look.free!.tensors).toEqual(run.look(text, [...names, 'probabilities']).tensors);
      expect(look.held!.tensors.map(base64)).not.toEqual(look.free!.tensors.map(base64));
    },
  );

  it('shows the gate at its value there, and nothing before it changed', async () => {
    const run = await trained();
    const clamps = [shut({ units: { from: 3, end: 5 }, value: 0.5 })];
    const { free, held } = clampedLook(run, text, ['layer0.f', 'layer0.c'], clamps);
    const [before, f] = [free!.tensors[0]!.values, held!.tensors[0]!.values];
    for (let step = 0; step < 3; step += 1) {
      for (let unit = 0; unit < 8; unit += 1) {
        const at = step * 8 + unit;
        expect(f[at]).toBe(step === 2 && unit >= 3 && unit < 5 ? 0.5 : before[at]);
      }
    }
    const c = held!.tensors[1]!.values;
    expect([...c.subarray(0, 16)]).toEqual([...free!.tensors[1]!.values.subarray(0, 16)]);
    expect(held!.probabilities.slice(0, 2)).toEqual(free!.probabilities.slice(0, 2));
  });

  it('without clamps is read once, and without tokens not at all', async () => {
    const run = await trained();
    expect(clampedLook(run, text, ['layer0.h'], []).held).toBeNull();
    expect(clampedLook(run, ' ', ['layer0.h'], [shut()])).toMatchObject({ free: null, held: null });
  });

  it.each<Partial<RunSettings>>([{}, { cell: 'gru', layers: 2, dropout: 0.2 }])(
    'leaves no trace: the training goes on to the bit: %o',
    async (settings) => {
      const [whole, disturbed] = [await trained(settings, 0), await trained(settings, 0)];
      const gate = settings.cell === 'gru' ? 'z' : 'f';
      while (disturbed.isDue(1024)) {
        disturbed.advance();
        clampedLook(disturbed, text, ['layer0.h'], [shut({ gate })]);
        const refused = () => clampedLook(disturbed, text, ['layer9.q'], [shut({ gate })]);
        expect(refused).toThrow(/layer9\.q/);
      }
      advanceTo(whole, 1024);
      const names = ['embedding.weight', 'rnn.weight_ih_l0', 'rnn.weight_hh_l0', 'head.weight'];
      const outcome = (run: Run): object => ({
        losses: run.losses,
        validations: run.validations,
        weights: weightBits(run, names),
        held: base64(run.tensor('clamp.value')),
      });
      expect(outcome(disturbed)).toEqual(outcome(whole));
    },
  );

  it('is answered by the service while the run trains', async () => {
    const host = await opened(100);
    const train = host.train(1024);
    const ask = () =>
      host.ask('clamped', { run: 'main', text, tensors: ['layer0.c'], clamps: [shut()] });
    const looks = [await ask(), await ask()];
    expect(looks[1]!.step).toBeGreaterThanOrEqual(looks[0]!.step);
    expect(looks[0]!.held!.tensors[0]!.shape).toEqual([7, 1, 8]);
    expect(await train).toMatchObject({ examples: 1024 });
    const { losses, validations } = await trained({}, 1024);
    expect(host.curve()).toEqual({ losses, validations });
  });

  it.each([
    [{ clamps: 'f' }, /clamps is "f".*list/],
    [{ clamps: Array(9).fill(shut()) }, /length of clamps is 9.*8/],
    [{ clamps: [7] }, /One of clamps is 7.*object/],
    [{ clamps: [shut({ gate: 'z' })] }, /gate is "z".*lstm.*i, f, g, o/],
    [{ clamps: [shut({ value: NaN })] }, /value is NaN.*finite/],
    [{ clamps: [{ ...shut(), reverse: 1 }] }, /reverse is 1.*true or false/],
    [{ clamps: [shut({ layer: 3 })] }, /clamp\.where has layer 3/],
    [{ clamps: [shut({ units: { from: 0, end: 9 } })] }, /clamp\.where has end of units 9/],
    [{ clamps: [shut({ steps: { from: 0.5, end: 2 } })] }, /steps\.from is 0\.5.*whole/],
  ])('that asks %j is refused with both facts', async (question, fact) => {
    const host = await opened();
    const asked = { run: 'main', text, tensors: ['layer0.h'], ...question };
    await expect(host.ask('clamped', asked as never)).rejects.toThrow(fact);
    // And what was refused holds nothing.
    const { free } = await host.ask('clamped', { ...asked, clamps: [] });
    expect(free!.probabilities).toEqual(
      (await host.ask('read', { run: 'main', text })).probabilities,
    );
  });

  it('of a cell without gates is refused', async () => {
    const run = await trained({ cell: 'rnn' }, 0);
    expect(() => clampedLook(run, text, [], [shut()])).toThrow(/rnn.*no gate/);
  });
});
