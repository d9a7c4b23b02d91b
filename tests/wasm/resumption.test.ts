import { describe, expect, it } from 'vitest';
import type { GradientQuestion } from '../../web/shared/gradient-flow';
import type { RunSettings } from '../../web/shared/protocol';
import { Run } from '../../web/worker/run';
import { FakeHost } from './fake-host';
import { advanceTo, freshEngine, smallSettings, weightBits } from './real-engine';
import { smallDataset } from './small-data';

async function smallRun(settings: Partial<RunSettings> = {}): Promise<Run> {
  return new Run(await freshEngine(), smallDataset(true), { ...smallSettings, ...settings });
}
const question: GradientQuestion = {
  text: 'salmonier',
  example: 0,
  label: 1,
  position: 99,
  output: null,
};

describe('a run that diverges', () => {
  const wild = { cell: 'rnn', nonlinearity: 'relu', recurrentScale: 2, learningRate: 3 } as const;

  it('shows the gradient of the weights kept, and goes on from them', async () => {
    const host = new FakeHost();
    await host.open({ ...wild, clipNorm: 0 });
    const status = await host.train(8192);
    expect(status.phase).toBe('diverged');
    const kept = status.keptStep!;
    const before = await host.ask('gradient', { run: 'main', ...question });
    expect(before.step).toBe(kept);
    expect(before.norms.first + before.norms.values.length).toBe(status.divergedAt);
    expect(before.h.every(Number.isFinite)).toBe(true);

    const settings = { ...smallSettings, ...wild, clipNorm: 1, learningRate: 0.001 };
    await host.ask('resume', { run: 'main', settings });
    expect(await host.pause()).toMatchObject({ phase: 'paused', step: kept, examples: 32 * kept });
    const after = await host.ask('gradient', { run: 'main', ...question });
    expect([after.h, after.loss, after.step]).toEqual([before.h, before.loss, kept]);
    expect(await host.step()).toMatchObject({ phase: 'paused', step: kept + 1 });
    const { norms } = await host.ask('gradient', { run: 'main', ...question });
    expect(norms.first + norms.values.length).toBe(kept + 1);
  });

  it('goes on to the bit where its optimiser has nothing to remember', async () => {
    const [cut, whole] = await Promise.all([
      smallRun({ optimizer: 'sgd' }),
      smallRun({ optimizer: 'sgd' }),
    ]);
    advanceTo(cut, 640);
    const again = cut.resumed(cut.opened.settings);
    advanceTo(again, 2048);
    advanceTo(whole, 2048);
    const names = ['embedding.weight', 'rnn.weight_hh_l0', 'head.weight'];
    expect(weightBits(again, names)).toBe(weightBits(whole, names));
    expect(again.validations).toEqual(whole.validations);
  });

  it('keeps the points before, and takes another rate or ceiling alone', async () => {
    const first = await smallRun();
    advanceTo(first, 1088);
    const again = first.resumed({ ...first.opened.settings, learningRate: 0.001 });
    expect(again.losses).toEqual(first.losses);
    expect(again.validations).toEqual(first.validations);
    expect(again.status).toEqual(first.status);
    advanceTo(again, 2048);
    expect(again.losses.map(({ examples }) => examples).slice(-2)).toEqual([1792, 2048]);
    expect(again.validations.at(-1)?.examples).toBe(2048);
    expect(() => first.resumed({ ...first.opened.settings, hidden: 9 })).toThrow(
      /hidden was 8 and is to be 9/,
    );
  });
});
