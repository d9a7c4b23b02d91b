import { describe, expect, it } from 'vitest';
import type { Calls, FeatureName } from '../../web/shared/protocol';
import { classifier } from '../../web/shared/settings';
import { Batches } from '../../web/worker/question';
import { FakeHost, opened } from './fake-host';
import { smallSettings } from './real-engine';

const run = 'main';
const survey = { run, tensor: 'layer0.h', feature: 'class:feminine' } as const;
const search = { run, tensor: 'layer0.h', text: 'lama', from: 1, to: 3 };

const questions: ['survey' | 'search', Calls['survey'][0] | Calls['search'][0]][] = [
  ['survey', survey],
  ['search', search],
];

/** Resolves when the service has listened. */
const heard = (host: FakeHost): Promise<void> =>
  new Promise((resolve) => {
    host.onBreath = resolve;
  });

describe.each(questions)('a %s', (call, params) => {
  it('changes no bit of the run, whenever it is asked', async () => {
    const [alone, asked] = [await opened(100), await opened(100)];
    await alone.train(1024);
    for (const target of [32, 512, 544, 1024]) {
      const train = asked.train(target);
      expect(await asked.ask(call, params as never)).not.toBeNull();
      await train;
    }
    expect(asked.curve()).toEqual(alone.curve());
    const weights = { run, name: 'rnn.weight_hh_l0' };
    expect(await asked.ask('tensor', weights)).toEqual(await alone.ask('tensor', weights));
  });

  it('is answered by the model that was asked, though it trains on', async () => {
    const host = await opened(100);
    await host.train(256);
    const still = await host.ask(call, params as never);
    await host.train(1024);
    const later = await host.ask(call, params as never);
    expect(later).not.toEqual(still);

    const other = await opened(100);
    await other.train(256);
    const asked = other.ask(call, params as never);
    await heard(other);
    await other.train(1024);
    expect(await asked).toEqual(still);
  });

  it.each(questions)('gives way to a newer %s of the same run', async (newer, newParams) => {
    const host = await opened(100);
    const older = host.ask(call, params as never);
    await heard(host);
    const younger = host.ask(newer, newParams as never);
    expect(await older).toBeNull();
    expect(await younger).not.toBeNull();
  });

  it('gives way to a newer one even before it has begun', async () => {
    const host = new FakeHost();
    const open = host.open();
    const older = host.ask(call, params as never);
    const younger = host.ask(call, params as never);
    await open;
    expect(await older).toBeNull();
    expect(await younger).not.toBeNull();
  });

  it('ends when it is cancelled, and works no more', async () => {
    const host = await opened(100);
    const asked = host.ask(call, params as never);
    await heard(host);
    expect(await host.ask('cancel', { run })).toBeNull();
    expect(await asked).toBeNull();
    const told = host.events('inquiry').length;
    expect(await host.step()).toMatchObject({ step: 1 });
    expect(host.events('inquiry')).toHaveLength(told);
    expect(await host.ask(call, params as never)).not.toBeNull();
  });

  it('ends when it is cancelled before it has begun', async () => {
    const host = new FakeHost();
    const open = host.open();
    const asked = host.ask(call, params as never);
    const cancelled = host.ask('cancel', { run });
    await open;
    expect(await asked).toBeNull();
    expect(await cancelled).toBeNull();
  });

  it('goes on when that of another run is cancelled', async () => {
    const host = await opened(100);
    await host.open({ cell: 'gru' }, 'other');
    const asked = host.ask(call, params as never);
    await heard(host);
    await host.ask('cancel', { run: 'other' });
    expect(await asked).not.toBeNull();
  });

  it('tells the share that is done, of its own run, and never that it is whole', async () => {
    const host = await opened(200);
    await host.open({}, 'other');
    await host.ask(call, { ...params, run: 'other' } as never);
    const told = host.events('inquiry');
    expect(new Set(told.map((each) => each.run))).toEqual(new Set(['other']));
    const shares = told.map(({ share }) => share);
    expect(shares.length).toBeGreaterThan(1);
    expect(shares).toEqual([...new Set(shares)].toSorted((one, other) => one - other));
    expect(shares.every((share) => share > 0 && share < 1)).toBe(true);
  });

  it('tells nothing when it is answered at once', async () => {
    const host = await opened(1);
    await host.ask(call, params as never);
    expect(host.events('inquiry')).toEqual([]);
  });

  it('does not give way to that of another run', async () => {
    const host = await opened(100);
    await host.open({ cell: 'gru' }, 'other');
    const mine = host.ask(call, params as never);
    await heard(host);
    expect(await host.ask(call, { ...params, run: 'other' } as never)).not.toBeNull();
    expect(await mine).not.toBeNull();
  });

  it.each(['open', 'close'] as const)('gives way when its run is to %s', async (end) => {
    const host = await opened(100);
    const asked = host.ask(call, params as never);
    await heard(host);
    await host.ask(end, { run, settings: smallSettings });
    expect(await asked).toBeNull();
  });

  it('lets other commands be heard between two slices', async () => {
    const host = await opened(100);
    const order: string[] = [];
    const asked = host.ask(call, params as never).then(() => order.push('answered'));
    await heard(host);
    await host.ask('look', { run, text: 'lama', tensors: ['layer0.h'] });
    order.push('looked');
    await asked;
    expect(order).toEqual(['looked', 'answered']);
  });

  it('that is refused leaves the run as it was', async () => {
    const host = await opened(100);
    const wrong = host.ask(call, { ...params, tensor: 'layer9.h' } as never);
    await expect(wrong).rejects.toMatchObject({ code: 'argument' });
    expect(await host.ask(call, params as never)).not.toBeNull();
    expect(await host.step()).toMatchObject({ step: 1 });
  });

  it.each(['h0', 'head.weight', 'probabilities', 'gradient.layer0.h', 'layer9.h', 'layer0.q'])(
    'of %s, which has no value at every step, is refused by its name',
    async (tensor) => {
      const host = await opened();
      await expect(host.ask(call, { ...params, tensor } as never)).rejects.toMatchObject({
        code: 'argument',
        message: expect.stringContaining(`"${tensor}"`),
      });
    },
  );

  it('of a run that is not open says what to do', async () => {
    await expect(new FakeHost().ask(call, params as never)).rejects.toMatchObject({
      code: 'state',
      message: expect.stringMatching(/"main".*Open/),
    });
  });
});

describe('a survey', () => {
  it('for a feature that the data do not have is refused with both facts', async () => {
    const host = await opened();
    const feature = 'class:neuter' as FeatureName;
    await expect(host.ask('survey', { ...survey, feature })).rejects.toMatchObject({
      code: 'argument',
      message: expect.stringMatching(/class:neuter.*feminine/),
    });
  });
});

describe('a cancelling', () => {
  it('without a question under way is no mistake, nor of a run that is not open', async () => {
    const host = await opened();
    expect(await host.ask('cancel', { run })).toBeNull();
    expect(await host.ask('cancel', { run: 'elsewhere' })).toBeNull();
  });

  it('leaves the training alone', async () => {
    const host = await opened(100);
    const train = host.train(512);
    await heard(host);
    await host.ask('cancel', { run });
    expect(await train).toMatchObject({ examples: 512 });
  });
});

describe('batches', () => {
  it('weigh what is done by the steps that a pass takes', () => {
    const rows = (count: number, length: number) =>
      Array.from({ length: count }, () => ({ tokens: new Uint16Array(length) }));
    const { measuredTogether } = classifier;
    const batches = new Batches([...rows(measuredTogether, 3), ...rows(measuredTogether, 1)]);
    expect([batches.share, batches.done]).toEqual([0, false]);
    expect(batches.take()[0]?.tokens).toHaveLength(1);
    expect(batches.share).toBe(0.25);
    batches.take();
    expect([batches.share, batches.done]).toEqual([1, true]);
    expect(new Batches([])).toMatchObject({ share: 1, done: true });
  });
});
