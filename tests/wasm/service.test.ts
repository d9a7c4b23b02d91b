import { describe, expect, it } from 'vitest';
import type { RunStatus } from '../../web/shared/protocol';
import { Run } from '../../web/worker/run';
import { FakeHost, opened } from './fake-host';
import { advanceTo, freshEngine, smallSettings } from './real-engine';
import { smallDataset } from './small-data';

async function referenceCurve(examples: number): Promise<object> {
  const run = new Run(await freshEngine(), smallDataset(true), smallSettings);
  advanceTo(run, examples);
  return { losses: run.losses, validations: run.validations };
}

/** Resolves when the service has listened so many times. */
const breaths = (host: FakeHost, count: number): Promise<void> =>
  new Promise((resolve) => {
    let left = count;
    host.onBreath = () => {
      left -= 1;
      if (left <= 0) resolve();
    };
  });

/** Lets everything happen that needs nothing from outside. */
async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('opening', () => {
  it('needs the engine and the first slice only, and says that it loads', async () => {
    const host = await opened();
    expect(host.fetched.toSorted()).toEqual(['engine', 'first']);
    expect(host.events('loading')).toEqual([
      { dataset: 'endings', what: 'first' },
      { dataset: 'endings', what: 'none' },
    ]);
  });

  it('tells what was opened', async () => {
    const host = new FakeHost();
    const run = await host.open();
    expect(run).toMatchObject({ settings: smallSettings, batch: 32 });
    expect(run.data).toMatchObject({ id: 'endings', training: 1536, validation: 96 });
  });

  it('fetches nothing twice', async () => {
    const host = await opened();
    await host.open({ cell: 'gru' });
    expect(host.fetched.toSorted()).toEqual(['engine', 'first']);
  });

  it.each(['engine', 'first'] as const)(
    'fails without %s, and works when it is back',
    async (file) => {
      const host = new FakeHost();
      host.missing.add(file);
      await expect(host.open()).rejects.toMatchObject({ code: 'network' });
      host.missing.clear();
      await expect(host.open()).resolves.toMatchObject({ batch: 32 });
    },
  );

  it('starts afresh: the new run is at step 0, its curve begins again', async () => {
    const host = await opened();
    await host.train(512);
    await host.open();
    host.messages.length = 0;
    expect(await host.train(512)).toMatchObject({ examples: 512 });
    expect(host.curve()).toEqual(await referenceCurve(512));
  });
});

describe('opening again', () => {
  it('can be done as often as one likes: the model before is freed', async () => {
    const host = await opened();
    for (let times = 0; times < 200; times += 1) {
      await expect(host.open()).resolves.toMatchObject({ batch: 32 });
    }
  });
});

describe('training', () => {
  it('goes to its target and gives the reference curve, whatever the slices', async () => {
    const reference = await referenceCurve(2048);
    for (const tick of [0.001, 1, 100]) {
      const host = await opened(tick);
      expect(await host.train(2048)).toEqual({
        phase: 'paused',
        step: 64,
        examples: 2048,
      });
      expect(host.curve(), `tick ${tick}`).toEqual(reference);
    }
  });

  it('reports while it trains, and at its end', async () => {
    const host = await opened(100);
    await host.train(1024);
    const phases = host.progress.map(({ status }) => status.phase);
    expect(phases.at(-1)).toBe('paused');
    expect(phases.slice(0, -1).length).toBeGreaterThan(3);
    expect(new Set(phases.slice(0, -1))).toEqual(new Set(['training']));
    expect(host.progress.at(-1)?.examplesPerSecond).toBeGreaterThan(0);
    // Each batch took one tick of the clock: 32 of training, twice 3 of validation.
    const worked = host.progress.map(({ milliseconds }) => milliseconds);
    expect(worked.at(-1)).toBe(100 * (1024 / 32 + 2 * 3));
    expect(worked).toEqual(worked.toSorted((one, other) => one - other));
  });

  it('stays with the first slice while it suffices, and fetches the rest once beyond', async () => {
    const host = await opened();
    await host.train(512);
    expect(host.fetched).not.toContain('rest');
    await host.train(4096);
    expect(host.fetched.filter((file) => file === 'rest')).toHaveLength(1);
    expect(host.events('loading').slice(-2)).toMatchObject([{ what: 'rest' }, { what: 'none' }]);
    expect(host.curve()).toEqual(await referenceCurve(4096));
  });

  it('without the rest fails at its first word, keeps the run, and goes on when it is back', async () => {
    const host = await opened();
    host.missing.add('rest');
    await expect(host.train(2048)).rejects.toMatchObject({ code: 'network' });
    expect(await host.pause()).toMatchObject({ phase: 'paused', examples: 512 });
    expect(await host.ask('read', { run: 'main', text: 'lama' })).toMatchObject({ step: 16 });
    host.missing.clear();
    await host.train(2048);
    expect(host.curve()).toEqual(await referenceCurve(2048));
  });

  it('hears pause between two slices and goes on later, with the same bits', async () => {
    const host = await opened(100);
    const paused: RunStatus[] = [];
    while ((paused.at(-1)?.examples ?? 0) < 1024) {
      const heard = breaths(host, 7);
      const train = host.train(1024);
      await Promise.race([heard, train]);
      paused.push(await host.pause());
      expect(await train).toEqual(paused.at(-1));
    }
    expect(paused.length).toBeGreaterThan(4);
    await host.train(1024);
    expect(host.curve()).toEqual(await referenceCurve(1024));
  });

  it.each(['train', 'step'] as const)(
    'hears pause while %s waits for the network',
    async (call) => {
      const host = await opened(100);
      await host.train(512);
      let arrive: () => void = () => undefined;
      host.network = new Promise((resolve) => (arrive = resolve));
      const waiting = call === 'train' ? host.train(2048) : host.step();
      await turns(20);
      expect(host.fetched.at(-1)).toBe('rest');
      expect(await host.pause()).toMatchObject({ phase: 'paused', examples: 512 });
      expect(await waiting).toMatchObject({ examples: 512 });
      arrive();
      await host.train(2048);
      expect(host.curve()).toEqual(await referenceCurve(2048));
    },
  );

  it('answers readings and tensors while it trains', async () => {
    const host = await opened(100);
    const train = host.train(1024);
    await breaths(host, 20);
    const reading = await host.ask('read', { run: 'main', text: 'lama' });
    const tensor = await host.ask('tensor', { run: 'main', name: 'head.bias' });
    expect(reading.step).toBeGreaterThan(0);
    expect(reading.step).toBeLessThan(32);
    expect(tensor.shape).toEqual([2]);
    await train;
    expect(host.curve()).toEqual(await referenceCurve(1024));
  });

  it('gives way to another training, which goes on from there', async () => {
    const host = await opened(100);
    const short = host.train(512);
    await breaths(host, 5);
    const long = host.train(1024);
    expect((await short).examples).toBeLessThan(512);
    expect(await long).toMatchObject({ examples: 1024 });
    expect(host.curve()).toEqual(await referenceCurve(1024));
  });

  it('gives way to a new run', async () => {
    const host = await opened(100);
    const train = host.train(4096);
    await breaths(host, 5);
    await host.open({ cell: 'rnn' });
    expect((await train).examples).toBeLessThan(512);
    expect(await host.pause()).toEqual({ phase: 'paused', step: 0, examples: 0 });
  });

  it('ends every one of many trainings and pauses that were asked at once', async () => {
    const host = await opened(100);
    const calls = [
      host.train(4096),
      host.train(4096),
      host.pause(),
      host.train(4096),
      host.pause(),
    ];
    for (const { phase, examples } of await Promise.all(calls)) {
      expect(phase).toBe('paused');
      expect(examples).toBeLessThan(4096);
    }
  });

  it('that diverges resolves with the step, and a new run works', async () => {
    const host = new FakeHost();
    await host.open({ learningRate: 1e6 });
    const status = await host.train(24_576);
    expect(status).toMatchObject({ phase: 'diverged', divergedAt: expect.any(Number) });
    await host.open();
    expect(await host.step()).toMatchObject({ phase: 'paused', step: 1 });
  });
});

describe('a single step', () => {
  it('is one optimiser step, and measures where a point is due', async () => {
    const host = await opened();
    for (let step = 1; step <= 33; step += 1) {
      expect(await host.step()).toEqual({ phase: 'paused', step, examples: 32 * step });
    }
    const reference = await referenceCurve(33 * 32);
    expect(host.curve()).toEqual(reference);
  });
});
