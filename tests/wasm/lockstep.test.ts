import { describe, expect, it } from 'vitest';
import type { RunId, RunSettings } from '../../web/shared/protocol';
import { Run } from '../../web/worker/run';
import { FakeHost } from './fake-host';
import { advanceTo, freshEngine, smallSettings } from './real-engine';
import { smallDataset } from './small-data';

const models: Readonly<Record<RunId, Partial<RunSettings>>> = {
  'race-1.a': { cell: 'gru' },
  'race-1.b': { cell: 'lstm', batch: 64 },
  'race-1.c': { cell: 'bag' },
};
const runs = Object.keys(models);

/** A host in which the models of a race are open; every slice is one batch. */
async function race(tick = 100): Promise<FakeHost> {
  const host = new FakeHost();
  host.tick = tick;
  await Promise.all(runs.map((run) => host.open(models[run], run)));
  return host;
}

async function alone(settings: Partial<RunSettings>, examples: number): Promise<object> {
  const run = new Run(await freshEngine(), smallDataset(true), { ...smallSettings, ...settings });
  advanceTo(run, examples);
  return { losses: run.losses, validations: run.validations };
}

/** Resolves when a report fits. */
const reported = (
  host: FakeHost,
  fits: (report: FakeHost['progress'][number]) => boolean,
): Promise<void> =>
  new Promise((resolve) => {
    host.onBreath = () => {
      if (host.progress.some(fits)) resolve();
    };
  });

describe('several runs', () => {
  it('are opened at once with each file fetched once', async () => {
    const host = await race();
    expect(host.fetched.toSorted()).toEqual(['engine', 'first']);
  });

  it.each([0.001, 100])(
    'trained together give the bits of each alone, whatever the slices (%d)',
    async (tick) => {
      const host = await race(tick);
      const statuses = await host.ask('train', { runs, examples: 2048 });
      expect(statuses.map(({ examples }) => examples)).toEqual([2048, 2048, 2048]);
      for (const run of runs) {
        expect(host.curve(run), run).toEqual(await alone(models[run] ?? {}, 2048));
      }
      expect(host.fetched.filter((file) => file === 'rest')).toHaveLength(1);
    },
  );

  it('stay side by side: never further apart than a batch', async () => {
    const host = await race();
    const seen = new Map<RunId, number>(runs.map((run) => [run, 0]));
    const apart: number[] = [];
    host.onReport = ({ run, status }) => {
      seen.set(run, status.examples);
      if (run === runs.at(-1)) apart.push(Math.max(...seen.values()) - Math.min(...seen.values()));
    };
    await host.ask('train', { runs, examples: 2048 });
    expect(apart.length).toBeGreaterThan(20);
    expect(Math.max(...apart)).toBeLessThanOrEqual(64);
  });

  it('that are behind catch up first', async () => {
    const host = await race();
    await host.train(1024, 'race-1.a');
    const train = host.ask('train', { runs, examples: 2048 });
    await reported(host, ({ run, status }) => run === 'race-1.c' && status.examples >= 512);
    expect((await host.pause('race-1.a')).examples).toBe(1024);
    await host.ask('pause', { runs });
    await train;
  });

  it('step by one batch each', async () => {
    const host = await race();
    expect(await host.ask('step', { runs })).toEqual([
      { phase: 'paused', step: 1, examples: 32 },
      { phase: 'paused', step: 1, examples: 64 },
      { phase: 'paused', step: 1, examples: 32 },
    ]);
  });

  it('go on when one of them diverges, which is told at once', async () => {
    const host = await race();
    await host.open({ learningRate: 1e6 }, 'race-1.b');
    const train = host.ask('train', { runs, examples: 2048 });
    await reported(host, ({ status }) => status.phase === 'diverged');
    expect((await host.pause('race-1.b')).phase).toBe('diverged');
    const [a, b, c] = await train;
    expect([a?.examples, c?.examples]).toEqual([2048, 2048]);
    expect(b).toMatchObject({ phase: 'diverged' });
    expect(host.curve('race-1.a')).toEqual(await alone({ cell: 'gru' }, 2048));
  });

  it('go on when one of them is paused, opened anew or closed', async () => {
    const host = await race();
    const train = host.ask('train', { runs, examples: 2048 });
    await reported(host, ({ status }) => status.examples >= 256);
    const paused = await host.pause('race-1.a');
    expect(paused).toMatchObject({ phase: 'paused' });
    await host.open({ cell: 'rnn' }, 'race-1.b');
    const [a, b, c] = await train;
    expect(a).toEqual(paused);
    expect(b?.examples).toBeLessThan(2048);
    expect(c?.examples).toBe(2048);
    expect(await host.pause('race-1.b')).toMatchObject({ step: 0 });

    const again = host.ask('train', { runs, examples: 4096 });
    await reported(host, ({ status }) => status.examples > 2048);
    await host.ask('close', { run: 'race-1.c' });
    expect((await again).map(({ examples }) => examples >= 4096)).toEqual([true, true, false]);
    await expect(host.pause('race-1.c')).rejects.toMatchObject({ code: 'state' });
    await host.ask('close', { run: 'race-1.c' });
  });
});

describe('two groups', () => {
  it('share the worker slice by slice, and pausing one does not stop the other', async () => {
    const host = await race();
    await host.open();
    const group = host.ask('train', { runs, examples: 4096 });
    const main = host.train(1024);
    const order: RunId[] = [];
    host.onReport = ({ run }) => order.push(run);
    await reported(host, ({ run, status }) => run === 'main' && status.examples >= 512);
    const turns = order.filter((run, i) => (run === 'main') !== (order[i - 1] === 'main'));
    expect(turns.length).toBeGreaterThan(10);
    const paused = await host.ask('pause', { runs });
    expect(await group).toEqual(paused);
    expect(await main).toMatchObject({ examples: 1024 });
    expect(host.curve()).toEqual(await alone({}, 1024));
  });

  it('do not wait for each other, nor for the network of another', async () => {
    const host = await race();
    await host.train(512, 'race-1.a');
    let arrive: () => void = () => undefined;
    host.network = new Promise((resolve) => (arrive = resolve));
    const waiting = host.step('race-1.a');
    expect(await host.step('race-1.c')).toMatchObject({ step: 1 });
    expect(host.fetched).toContain('rest');
    arrive();
    expect(await waiting).toMatchObject({ step: 17 });
  });
});
