import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FeatureName } from '../../web/shared/protocol';
import { Run } from '../../web/worker/run';
import { advanceTo, freshEngine, smallSettings } from './real-engine';
import { until, workbench } from './served-worker';
import { smallDataset } from './small-data';

// Node has no Worker, and a run says so where it is shown.
beforeEach(() => vi.stubGlobal('Worker', () => undefined));
afterEach(() => vi.unstubAllGlobals());

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('the workbench', () => {
  it('gives one session for a name, and makes one worker when something is asked', async () => {
    const { run, workers } = workbench();
    const main = run('main');
    expect(run('main', { cell: 'gru' })).toBe(main);
    expect(main.state.settings.cell).toBe('lstm');
    const other = run('race-1.a', { cell: 'gru' });
    expect(workers).toHaveLength(0);
    await Promise.all([main.train(256), other.train(256)]);
    expect(workers).toHaveLength(1);
    expect(main.state).toMatchObject({ stage: { kind: 'paused' }, status: { examples: 256 } });
    expect(other.state.opened?.settings.cell).toBe('gru');
  });

  it('tells reports to their own runs', async () => {
    const { run } = workbench();
    const [main, other] = [run('main'), run('other', { seed: 2 })];
    await Promise.all([main.train(1024), other.train(512)]);
    const alone = new Run(await freshEngine(), smallDataset(true), smallSettings);
    advanceTo(alone, 1024);
    expect(main.state.curve).toEqual({ losses: alone.losses, validations: alone.validations });
    expect(other.state.curve.losses).toHaveLength(2);
  });

  it('tells what is loading to the runs of these data alone', async () => {
    const { run } = workbench();
    const loads = { main: [] as string[], elsewhere: [] as string[] };
    const [main, elsewhere] = [run('main'), run('elsewhere', { dataset: 'another' })];
    vi.spyOn(main, 'load').mockImplementation((what) => void loads.main.push(what));
    vi.spyOn(elsewhere, 'load').mockImplementation((what) => void loads.elsewhere.push(what));
    await main.train(32);
    expect(loads).toEqual({ main: ['first', 'none'], elsewhere: [] });
  });

  it('tells a dead worker to all runs that held a model there, and starts another', async () => {
    const { run, workers } = workbench();
    const [main, other, unused] = [run('main'), run('other'), run('unused')];
    await other.step();
    const training = main.train();
    await until(() => main.state.status.examples >= 512);
    workers[0]?.trap();
    await training;
    expect(main.state).toMatchObject({ stage: { kind: 'lost' }, opened: null });
    expect(other.state.stage).toMatchObject({ kind: 'lost', failure: { code: 'internal' } });
    expect(unused.state.stage.kind).toBe('paused');
    expect(await other.look('lama', ['layer0.h'])).toBeNull();

    await main.train(64);
    expect(workers).toHaveLength(2);
    expect(main.state).toMatchObject({ stage: { kind: 'paused' }, status: { examples: 64 } });
    expect(other.state.stage.kind).toBe('lost');
    await other.step();
    expect(other.state.status.step).toBe(1);
  });

  it('ends its worker with the page, and asks nothing any more', async () => {
    const { bench, run, workers } = workbench();
    const main = run('main');
    const training = main.train();
    await until(() => main.state.stage.kind === 'training');
    bench.dispose();
    await training;
    expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
    const { asked } = workers[0]!;
    const before = asked.length;
    await main.train();
    expect(asked).toHaveLength(before);
    expect(workers).toHaveLength(1);
  });
});

describe('a run that is shown', () => {
  it('is closed when the last that shows it has gone', async () => {
    const { run, workers } = workbench();
    const main = run('main');
    const [one, other] = [main.show(), main.show()];
    await main.step();
    one();
    one();
    await turn();
    expect(run('main')).toBe(main);
    other();
    await turn();
    expect(workers[0]?.asked.at(-1)).toBe('close main');
    expect(run('main')).not.toBe(main);
    await run('main').step();
    expect(run('main').state.status.step).toBe(1);
  });

  it('stays when another takes its place at once', async () => {
    const { run, workers } = workbench();
    const main = run('main');
    const leave = main.show();
    await main.step();
    leave();
    run('main').show();
    await turn();
    expect(run('main')).toBe(main);
    expect(workers[0]?.asked).not.toContain('close main');
  });

  it('says what the browser lacks, and asks nothing', async () => {
    vi.unstubAllGlobals();
    const { run, workers } = workbench();
    const main = run('main');
    main.show();
    expect(main.state.stage).toEqual({ kind: 'unsupported', missing: ['Worker'] });
    expect(await main.look('a', ['layer0.h'])).toBeNull();
    await main.train();
    expect(workers).toHaveLength(0);
  });
});

describe('a question', () => {
  it('opens the run when it is the first thing asked', async () => {
    const { run } = workbench();
    const main = run('main');
    const look = await main.look('lama', ['layer0.h']);
    expect(look?.tensors[0]?.shape).toEqual([4, 1, 8]);
    expect(main.state.opened).not.toBeNull();
    expect((await main.read('lama'))?.probabilities).toHaveLength(4);
    expect((await main.tensor('head.bias'))?.shape).toEqual([2]);
    expect((await main.survey('layer0.h', 'vowel'))?.places).toBeGreaterThan(100);
    const search = { tensor: 'layer0.h', text: 'lama', from: 0, to: 2 };
    expect(await main.search(search)).toHaveLength(10);
  });

  it('that is wrong is refused to the one who asks, and is no failure of the run', async () => {
    const { run } = workbench();
    const main = run('main');
    await main.step();
    const wrong = [
      main.look('a', ['layer9.q']),
      main.survey('layer0.h', 'class:neuter' as FeatureName),
      main.search({ tensor: 'layer0.h', text: 'a', from: 0, to: 2 }),
    ];
    for (const question of wrong)
      await expect(question).rejects.toMatchObject({ code: 'argument' });
    expect(main.state.stage.kind).toBe('paused');
  });

  it.each([true, false])(
    'of a model that is no more has no answer, was it already asked (%s) or not',
    async (asked) => {
      const { run, workers } = workbench();
      const main = run('main');
      await main.step();
      const survey = main.survey('layer0.h', 'vowel');
      if (asked) await until(() => workers[0]?.asked.at(-1) === 'survey main');
      main.reset();
      expect(await survey).toBeNull();
      expect(main.state.stage.kind).toBe('paused');
    },
  );

  it('can be cancelled, and tells how far it has come', async () => {
    const { run, workers } = workbench();
    const [main, other] = [run('main'), run('other', { seed: 2 })];
    void main.questions.cancel();
    expect(workers).toHaveLength(0);
    await Promise.all([main.step(), other.step()]);
    const { host } = workers[0]!;
    host.tick = 200;
    const told: (number | null)[] = [];
    const { onMessage } = host;
    host.onMessage = (message) => {
      onMessage(message);
      if ('event' in message && message.event === 'inquiry') {
        setImmediate(() => told.push(main.questions.share, other.questions.share));
      }
    };
    expect(await main.survey('layer0.h', 'vowel')).not.toBeNull();
    expect(told.filter((share) => share !== null).every((share) => share > 0 && share < 1)).toBe(
      true,
    );
    expect(main.questions.share).toBeGreaterThan(0);
    expect(other.questions.share).toBeNull();

    const { asked } = workers[0]!;
    const before = asked.length;
    for (const sent of [false, true]) {
      const survey = main.survey('layer0.h', 'vowel');
      expect(main.questions.share).toBeNull();
      if (sent) await until(() => asked.at(-1) === 'survey main' && asked.length > before + 1);
      void main.questions.cancel();
      expect(await survey).toBeNull();
    }
    // The first was cancelled before it had left.
    expect(asked.slice(before)).toEqual(['cancel main', 'survey main', 'cancel main']);
    expect(main.state.stage.kind).toBe('paused');
    expect(await main.survey('layer0.h', 'vowel')).not.toBeNull();
  });

  it('that gives way to another lends it no share', async () => {
    const { run } = workbench();
    const main = run('main');
    await main.step();
    const older = main.survey('layer0.h', 'vowel');
    const younger = main.search({ tensor: 'layer0.h', text: 'lama', from: 0, to: 2 });
    await until(() => main.questions.share === null);
    main.questions.hear(0.9);
    expect(main.questions.share).toBeNull();
    expect(await older).toBeNull();
    main.questions.hear(0.1);
    expect(main.questions.share).toBe(0.1);
    expect(await younger).not.toBeNull();
  });

  it('without network fails in the one place that the page shows', async () => {
    const { run, workers } = workbench({}, ({ host }) => host.missing.add('engine'));
    const main = run('main');
    expect(await main.look('a', ['layer0.h'])).toBeNull();
    expect(main.state.stage).toMatchObject({ kind: 'failed', failure: { code: 'network' } });
    workers[0]?.host.missing.clear();
    expect(await main.look('a', ['layer0.h'])).toBeNull();
    await main.step();
    expect(await main.look('a', ['layer0.h'])).not.toBeNull();
  });
});

describe('a version', () => {
  it('rises with every report, and with every fresh run', async () => {
    const { run } = workbench();
    const main = run('main');
    const versions = [main.version];
    const note = (): void => void versions.push(main.version);
    await main.step();
    note();
    await main.step();
    note();
    main.reset();
    note();
    main.change({ ...smallSettings, cell: 'gru' });
    note();
    const rising = versions.every((version, i) => i === 0 || version > versions[i - 1]!);
    expect({ versions, rising }).toMatchObject({ rising: true });
  });
});
