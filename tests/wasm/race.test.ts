import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { phaseOf } from '../../web/app/instruments/race/lanes';
import { Race } from '../../web/app/instruments/race/race.svelte';
import type { Pace } from '../../web/app/instruments/race/schema';
import type { RunSettings } from '../../web/shared/protocol';
import { Run } from '../../web/worker/run';
import { advanceTo, freshEngine, smallSettings } from './real-engine';
import { until, workbench, type Bench } from './served-worker';
import { smallDataset } from './small-data';

// Node has no Worker, and a run says so where it is shown.
beforeEach(() => vi.stubGlobal('Worker', () => undefined));
afterEach(() => vi.unstubAllGlobals());

const three = (['bag', 'rnn', 'lstm'] as const).map((cell): RunSettings => ({
  ...smallSettings,
  cell,
}));
const full = (): Pace => 'full';

function raced(wanted = three): Bench & { readonly race: Race } {
  const made = workbench();
  const race = new Race('race-1', made.bench);
  race.follow(wanted);
  return { ...made, race };
}
const seen = (race: Race): number[] => race.lanes.map(({ examples }) => examples);
const phase = (race: Race): string => phaseOf(race.lanes, race.running);

async function alone(settings: RunSettings): Promise<object> {
  const run = new Run(await freshEngine(), smallDataset(true), settings);
  advanceTo(run, Infinity);
  return { losses: run.losses, validations: run.validations };
}

describe('a race', () => {
  it('runs to the end of every model, at either pace, with the bits of each alone', async () => {
    const { race, workers } = raced();
    let pace: Pace = 'full';
    const turned = (to: Pace): void => {
      pace = to;
      race.turnTo();
    };
    const trainings = (): number =>
      workers[0]?.asked.filter((call) => call.startsWith('train')).length ?? 0;
    const course = race.start(() => pace);
    expect(phase(race)).toBe('running');
    await until(() => seen(race).every((examples) => examples >= 512));
    expect(trainings()).toBe(1);
    turned('watch');
    await until(() => seen(race).every((examples) => examples >= 1280));
    expect(trainings()).toBeGreaterThan(2);
    turned('full');
    await course;
    expect(race.running).toBe(false);
    expect(phase(race)).toBe('over');
    for (const lane of race.lanes) {
      expect(lane.curve).toEqual(await alone(lane.settings));
      expect(lane.seconds).toBeGreaterThan(0);
    }
  });

  it('has its models made before it starts, so that their sizes are known', async () => {
    const { race } = raced();
    race.open();
    await until(() => race.lanes.every(({ parameters }) => parameters !== null));
    expect(phase(race)).toBe('ready');
  });

  it('pauses, and starts again at once', async () => {
    const { race } = raced();
    const first = race.start(full);
    await until(() => seen(race).every((examples) => examples >= 256));
    race.pause();
    expect(race.running).toBe(false);
    const order: string[] = [];
    const second = race.start(() => {
      order.push('begins');
      return 'full';
    });
    void first.then(() => order.push('rests'));
    await first;
    expect(race.running).toBe(true);
    await until(() => seen(race).every((examples) => examples >= 2048));
    expect(order[0]).toBe('rests');
    race.pause();
    await second;
    expect(phase(race)).toBe('paused');
    const [most, least] = [Math.max(...seen(race)), Math.min(...seen(race))];
    expect(most - least).toBeLessThanOrEqual(32);
    await race.step();
    expect(Math.max(...seen(race))).toBeGreaterThan(most);
  });

  it('ends when one thing is changed, and waits with its ghosts for a fresh start', async () => {
    const { race } = raced();
    const course = race.start(full);
    await until(() => seen(race).every((examples) => examples >= 1024));
    race.follow([three[0]!, { ...three[1]!, cell: 'gru' }, three[2]!]);
    await course;
    expect(race.running).toBe(false);
    expect(race.restarted).toBe(true);
    expect(seen(race)).toEqual([0, 0, 0]);
    expect(phase(race)).toBe('ready');
    expect(race.lanes.map(({ ghost }) => ghost?.settings.cell)).toEqual(['bag', 'rnn', 'lstm']);
    const again = race.start(full);
    expect(race.restarted).toBe(false);
    await until(() => seen(race).every((examples) => examples >= 512));
    race.reset();
    await again;
    expect(seen(race)).toEqual([0, 0, 0]);
    expect(race.lanes[1]?.ghost?.settings.cell).toBe('gru');
  });

  it('goes on from the weights in force under another rate', async () => {
    const { race, workers } = raced();
    const course = race.start(full);
    await until(() => seen(race).every((examples) => examples >= 1024));
    const slower = three.map((settings) => ({ ...settings, learningRate: 0.0001 }));
    const resumed = race.resume(slower);
    // Those settings are in force at once: who follows them begins nothing anew.
    race.follow(slower);
    expect(race.restarted).toBe(false);
    await course;
    await resumed;
    expect(Math.min(...seen(race))).toBeGreaterThanOrEqual(1024);
    expect(phase(race)).toBe('paused');
    const before = seen(race);
    await race.step();
    expect(seen(race)).toEqual(before.map((examples) => examples + 32));
    // What was measured before is told again, by the run that goes on.
    expect(race.lanes.every(({ curve }) => curve.validations[0]?.examples === 0)).toBe(true);
    const opens = workers[0]!.asked.filter((call) => call.startsWith('open'));
    expect(opens).toHaveLength(3);
  });

  it('takes in another model, and lets one go', async () => {
    const { race, workers } = raced();
    race.open();
    await until(() => race.lanes.every(({ parameters }) => parameters !== null));
    race.follow([...three, { ...smallSettings, cell: 'gru' }]);
    expect(race.restarted).toBe(false);
    race.open();
    await until(() => race.lanes.every(({ parameters }) => parameters !== null));
    expect(race.lanes).toHaveLength(4);
    race.follow(three.slice(0, 2));
    const closed = (): string[] =>
      workers[0]?.asked.filter((call) => call.startsWith('close')) ?? [];
    await until(() => closed().length === 2);
    expect(closed()).toEqual(['close race-1.c', 'close race-1.d']);
    await race.start(full);
    expect(phase(race)).toBe('over');
    race.leave();
    await until(() => closed().length === 4);
  });

  it('stops where the engine dies, and starts again from zero', async () => {
    const { race, workers } = raced();
    const course = race.start(full);
    await until(() => seen(race).every((examples) => examples >= 256));
    workers[0]?.trap();
    await course;
    expect(phase(race)).toBe('failed');
    expect(race.running).toBe(false);
    await race.start(full);
    expect(phase(race)).toBe('over');
  });
});
