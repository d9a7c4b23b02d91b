import { describe, expect, it } from 'vitest';
import type { RunSession } from '../../web/app/workbench/run-session.svelte';
import { Run } from '../../web/worker/run';
import { advanceTo, freshEngine, smallSettings } from './real-engine';
import { until, workbench, type Bench } from './served-worker';
import { smallDataset } from './small-data';

function race(prepare?: Parameters<typeof workbench>[1]): Bench & {
  readonly models: readonly [RunSession, RunSession, RunSession];
  readonly group: ReturnType<Bench['bench']['together']>;
} {
  const made = workbench({}, prepare);
  const { run } = made;
  const models = [
    run('race-1.a', { cell: 'gru' }),
    run('race-1.b', { cell: 'lstm' }),
    run('race-1.c', { cell: 'bag' }),
  ] as const;
  return { ...made, models, group: made.bench.together(models) };
}

const kinds = (models: readonly RunSession[]): string[] =>
  models.map(({ state }) => state.stage.kind);
const examples = (models: readonly RunSession[]): number[] =>
  models.map(({ state }) => state.status.examples);

describe('a group', () => {
  it('trains side by side, by one call, with the bits of each alone', async () => {
    const { models, group, workers } = race();
    await group.train(1024);
    expect(kinds(models)).toEqual(['paused', 'paused', 'paused']);
    const { asked } = workers[0]!;
    expect(asked.filter((call) => call.startsWith('train'))).toEqual([
      'train race-1.a race-1.b race-1.c',
    ]);
    for (const { state } of models) {
      const settings = { ...smallSettings, ...state.settings };
      const alone = new Run(await freshEngine(), smallDataset(true), settings);
      advanceTo(alone, 1024);
      expect(state.curve).toEqual({ losses: alone.losses, validations: alone.validations });
    }
  });

  it('trains to its end where nothing is said', async () => {
    const { models, group } = race();
    await group.train();
    expect(kinds(models)).toEqual(['finished', 'finished', 'finished']);
    await group.train();
    expect(kinds(models)).toEqual(['finished', 'finished', 'finished']);
  });

  it('pauses as one, and goes on', async () => {
    const { models, group, workers } = race();
    const training = group.train(4096);
    await until(() => examples(models).every((seen) => seen >= 256));
    expect(kinds(models)).toEqual(['training', 'training', 'training']);
    group.pause();
    await training;
    expect(kinds(models)).toEqual(['paused', 'paused', 'paused']);
    expect(workers[0]?.asked.at(-1)).toBe('pause race-1.a race-1.b race-1.c');
    const seen = examples(models);
    expect(Math.max(...seen) - Math.min(...seen)).toBeLessThanOrEqual(32);
    expect(Math.max(...seen)).toBeLessThan(4096);
    await group.train(4096);
    expect(examples(models)).toEqual([4096, 4096, 4096]);
  });

  it('steps each by one', async () => {
    const { models, group } = race();
    await Promise.all([group.step(), group.step()]);
    expect(models.map(({ state }) => state.status.step)).toEqual([2, 2, 2]);
    expect(kinds(models)).toEqual(['paused', 'paused', 'paused']);
  });

  it('goes on when one diverges, which shows at once', async () => {
    const { models, group } = race();
    models[1].change({ ...models[1].state.settings, learningRate: 1e6 });
    const training = group.train(2048);
    await until(() => models[1].state.stage.kind === 'diverged');
    expect(kinds(models)).toEqual(['training', 'diverged', 'training']);
    await training;
    expect(kinds(models)).toEqual(['paused', 'diverged', 'paused']);
    expect(examples(models)[0]).toBe(2048);
    await group.step();
    expect(models.map(({ state }) => state.status.step > 64)).toEqual([true, false, true]);
  });

  it('goes on when one is paused, and does not tell its end to what that one does since', async () => {
    const { models, group } = race();
    const training = group.train(4096);
    await until(() => examples(models).every((seen) => seen >= 256));
    models[0].pause();
    await until(() => models[0].state.stage.kind === 'paused');
    expect(kinds(models)).toEqual(['paused', 'training', 'training']);
    const own = models[0].train();
    await training;
    expect(kinds(models).slice(1)).toEqual(['paused', 'paused']);
    expect(models[0].state.stage.kind).not.toBe('paused');
    await own;
    expect(models[0].state.stage.kind).toBe('finished');
  });

  it('goes on when one begins anew', async () => {
    const { models, group } = race();
    const training = group.train(2048);
    await until(() => examples(models).every((seen) => seen >= 256));
    models[2].change({ ...models[2].state.settings, cell: 'rnn' });
    await training;
    expect(kinds(models)).toEqual(['paused', 'paused', 'paused']);
    expect(examples(models)).toEqual([2048, 2048, 0]);
    expect(models[2].state.curve.losses).toEqual([]);
  });

  it('begins anew as one', async () => {
    const { models, group } = race();
    await group.train(512);
    group.reset();
    expect(examples(models)).toEqual([0, 0, 0]);
    await group.train(512);
    expect(models.map(({ state }) => state.curve.losses.length)).toEqual([2, 2, 2]);
  });

  it('fails as one, and loses its models with the worker', async () => {
    const { models, group, workers } = race(({ host }) => host.missing.add('rest'));
    await group.train(2048);
    expect(kinds(models)).toEqual(['failed', 'failed', 'failed']);
    expect(examples(models)).toEqual([512, 512, 512]);
    workers[0]?.host.missing.clear();
    const again = group.train(2048);
    await until(() => examples(models).every((seen) => seen > 512));
    workers[0]?.trap();
    await again;
    expect(kinds(models)).toEqual(['lost', 'lost', 'lost']);
    await group.train(64);
    expect(examples(models)).toEqual([64, 64, 64]);
  });

  it('is not stopped by the pause of another run', async () => {
    const { models, group, run } = race();
    const main = run('main');
    const training = group.train(2048);
    const own = main.train(4096);
    await until(() => main.state.status.examples >= 256);
    main.pause();
    await own;
    expect(main.state.stage.kind).toBe('paused');
    expect(kinds(models)).toEqual(['training', 'training', 'training']);
    await training;
    expect(examples(models)).toEqual([2048, 2048, 2048]);
  });
});
