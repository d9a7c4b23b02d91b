import { describe, expect, it } from 'vitest';
import {
  goalOf,
  settingsOf,
  startOf,
  challenges,
} from '../../web/app/instruments/challenge/challenges';
import type { ChallengeGoal, RunSettings } from '../../web/shared/protocol';
import { readFresh } from '../../web/worker/fresh';
import { Run } from '../../web/worker/run';
import { checked } from './challenge-tries';
import { opened, type FakeHost } from './fake-host';
import { advanceTo, freshEngine, smallSettings } from './real-engine';
import { smallData, smallDataset } from './small-data';

const dataset = smallDataset(true);
const fresh = readFresh(dataset, smallData().fresh);

const goal = (more: Partial<ChallengeGoal> = {}): ChallengeGoal => ({
  dataset: 'endings',
  cells: ['rnn', 'lstm'],
  maxParameters: 10_000,
  maxExamples: 2048,
  share: 0.5,
  sequences: fresh.length,
  fixed: { summary: 'last', batch: 32 },
  ...more,
});

async function trained(settings: Partial<RunSettings> = {}, examples = 1024): Promise<Run> {
  const run = new Run(await freshEngine(), dataset, { ...smallSettings, ...settings });
  advanceTo(run, examples);
  return run;
}

const unmet = ({ clauses }: ReturnType<typeof checked>): string[] =>
  clauses.filter(({ met }) => met !== true).map(({ kind }) => kind);

describe('the check of a challenge', () => {
  it('counts right answers on the fresh words, as reading them one by one does', async () => {
    for (const [settings, examples] of [
      [{}, 1024],
      [{ cell: 'rnn', seed: 5 }, 256],
    ] as const) {
      const run = await trained(settings, examples);
      const right = fresh.filter((example) => {
        const [...answer] = run.read(dataset.textOf(example)).probabilities.at(-1)!;
        return answer.indexOf(Math.max(...answer)) === example.label;
      });
      const { accuracy, sequences } = checked(run, goal(), fresh);
      expect(sequences).toBe(100);
      expect(accuracy).toBe(right.length / 100);
      expect(accuracy).not.toBe(run.validations.at(-1)!.accuracy);
    }
  });

  it('draws as many as the goal asks for, and tells how many are measured', async () => {
    const run = await trained();
    const heard: number[] = [];
    const result = checked(run, goal({ sequences: 70 }), fresh, (n) => heard.push(n));
    expect(result.sequences).toBe(70);
    expect(heard).toEqual([32, 64, 70]);
    expect(checked(run, goal({ sequences: 70 }), fresh)).toEqual(result);
    expect(() => checked(run, goal({ sequences: 101 }), fresh)).toThrow(/101.*100 fresh/);
  });

  it('asks the run itself what it is', async () => {
    const run = await trained();
    expect(checked(run, goal(), fresh)).toMatchObject({
      settings: run.opened.settings,
      parameters: run.opened.parameters,
      examples: 1024,
      met: true,
    });
    const { parameters } = run.opened;
    expect(unmet(checked(run, goal({ maxParameters: parameters }), fresh))).toEqual([]);
    expect(unmet(checked(run, goal({ maxParameters: parameters - 1 }), fresh))).toEqual([
      'parameters',
    ]);
    expect(unmet(checked(run, goal({ maxExamples: 1024 }), fresh))).toEqual([]);
    expect(unmet(checked(run, goal({ maxExamples: 1023 }), fresh))).toEqual(['examples']);
    expect(unmet(checked(run, goal({ cells: ['gru'] }), fresh))).toEqual(['cell']);
    const { accuracy } = checked(run, goal(), fresh);
    expect(unmet(checked(run, goal({ share: accuracy }), fresh))).toEqual([]);
    expect(unmet(checked(run, goal({ share: accuracy + 1e-6 }), fresh))).toEqual(['share']);
  });

  it('names every setting that was not the learner’s to change', async () => {
    const run = await trained({ summary: 'mean', direction: 'both' });
    const { met, clauses } = checked(
      run,
      goal({ dataset: 'order-fr', fixed: { summary: 'last', direction: 'forward', batch: 32 } }),
      fresh,
    );
    expect(met).toBe(false);
    expect(clauses.at(-1)).toMatchObject({
      kind: 'fixed',
      met: false,
      value: ['dataset', 'direction', 'summary'],
    });
  });

  it('of a shipped challenge fixes all that it does not let choose', () => {
    const challenge = challenges['recall-40'];
    const sly = { ...startOf(challenge), summary: 'mean', direction: 'both', hidden: 9 };
    const settings = settingsOf(challenge, sly, 'en');
    expect(settings).toMatchObject({ summary: 'last', direction: 'forward', hidden: 9 });
    expect(Object.keys(goalOf(challenge, 'en').fixed)).toEqual(
      expect.arrayContaining(['summary', 'direction', 'layers', 'truncate', 'batch']),
    );
    expect(Object.keys(goalOf(challenge, 'en').fixed)).not.toContain('seed');
  });
});

describe('fresh words', () => {
  it('are refused where a run could know one', () => {
    const known = dataset.textOf(dataset.example(1500));
    const held = dataset.textOf(dataset.validation[7]!);
    for (const word of [known, held]) {
      const lines = smallData().fresh.split('\n');
      lines[1] = word;
      expect(() => readFresh(dataset, lines.join('\n'))).toThrow(`"${word}", which runs know`);
    }
  });

  it('are refused where there are fewer than info.json says, or the rest is not here', () => {
    const lines = smallData().fresh.split('\n').toSpliced(1, 1);
    expect(() => readFresh(dataset, lines.join('\n'))).toThrow('holds 99 examples');
    expect(() => readFresh(smallDataset(false), smallData().fresh)).toThrow('not here');
  });
});

describe('the worker’s check', () => {
  const ask = (host: FakeHost, more: Partial<ChallengeGoal> = {}) =>
    host.ask('challenge', { run: 'main', goal: goal(more) });

  async function ready(): Promise<FakeHost> {
    const host = await opened();
    await host.train(1024);
    return host;
  }

  it('fetches the fresh words once, and never for a training', async () => {
    const host = await ready();
    expect(host.fetched).not.toContain('fresh');
    const once = await ask(host);
    expect(await ask(host)).toEqual(once);
    expect(once).toMatchObject({ examples: 1024, met: true });
    expect(host.fetched.filter((file) => file === 'fresh')).toHaveLength(1);
    const told = host.events('challenging').map(({ measured }) => measured);
    expect(told).toEqual([32, 64, 96, 100, 32, 64, 96, 100]);
  });

  it('speaks of the model as it was when it was asked, though that trains on', async () => {
    const host = await ready();
    const alone = await ask(host);
    host.tick = 100;
    const [result] = await Promise.all([ask(host), host.train(1536)]);
    expect(result).toEqual(alone);
  });

  it('is null when it is cancelled, or another model takes its place', async () => {
    const host = await ready();
    host.tick = 100;
    const cancelled = ask(host);
    const once = host.onBreath;
    host.onBreath = () => {
      host.onBreath = once;
      void host.ask('cancel', { run: 'main' });
    };
    expect(await cancelled).toBeNull();
    const replaced = ask(host);
    const taking = host.open({ seed: 2 });
    expect(await replaced).toBeNull();
    await taking;
    expect(host.deaths).toEqual([]);
  });

  it('is null when it is cancelled before the words have come', async () => {
    const host = await ready();
    let arrive: () => void = () => undefined;
    host.network = new Promise((resolve) => (arrive = resolve));
    const cancelled = ask(host);
    await host.ask('cancel', { run: 'main' });
    arrive();
    expect(await cancelled).toBeNull();
    expect(host.events('challenging')).toEqual([]);
  });

  it('can be asked again when the words did not come', async () => {
    const host = await ready();
    host.missing.add('fresh');
    await expect(ask(host)).rejects.toMatchObject({ code: 'network' });
    host.missing.clear();
    expect(await ask(host)).toMatchObject({ met: true });
  });

  it.each<[string, Partial<Record<keyof ChallengeGoal, unknown>>, RegExp]>([
    ['a share beyond 1', { share: 1.5 }, /share is 1\.5/],
    ['no sequences', { sequences: 0 }, /sequences is 0/],
    ['more sequences than there are', { sequences: 101 }, /101.*100 fresh/],
    ['an unknown cell', { cells: ['cnn'] }, /cnn.*bag, rnn/],
    ['unknown data', { dataset: 'x' }, /"x".*endings/],
    ['a fixed setting that is none', { fixed: { colour: 'red' } }, /colour/],
    ['a fixed value that is none', { fixed: { layers: 9 } }, /layers is 9/],
    ['a bound that is none', { maxParameters: -1 }, /maxParameters is -1/],
  ])('refuses a goal with %s', async (_, more, fact) => {
    const host = await ready();
    await expect(ask(host, more as Partial<ChallengeGoal>)).rejects.toMatchObject({
      code: 'argument',
      message: expect.stringMatching(fact),
    });
    expect(host.deaths).toEqual([]);
  });

  it('refuses data that have no fresh words, and lives on', async () => {
    const host = await opened();
    host.data.info = { ...(host.data.info as object), id: 'other', fresh: undefined };
    host.datasets.push('other');
    await host.open({ dataset: 'other' });
    await expect(ask(host)).rejects.toMatchObject({
      code: 'argument',
      message: expect.stringContaining('no fresh'),
    });
    expect(host.deaths).toEqual([]);
  });
});
