import { describe, expect, it } from 'vitest';
import { abilities } from '../../web/app/workbench/abilities';
import { retraceTarget } from '../../web/app/workbench/retrace';
import {
  initialState,
  next,
  type Happening,
  type RecordedState,
  type RunState,
} from '../../web/app/workbench/run-state';
import {
  after,
  failure,
  opened,
  opening,
  progress,
  recorded,
  settings,
  stopped,
  training,
  wholeCurve,
} from '../support/run-happenings';

describe('a run without a recording', () => {
  const bare = (...happenings: readonly Happening[]): RunState =>
    happenings.reduce(next, initialState(settings, null));

  it('begins with nothing, and can be trained', () => {
    const state = bare();
    expect(state).toMatchObject({ stage: { kind: 'paused' }, recorded: null, ghost: null });
    expect(state.curve.losses).toEqual([]);
    expect(abilities(state)).toEqual({ train: true, step: true, reset: false });
    expect(bare(opening).ghost).toBeNull();
  });

  it('leaves its own curve behind as a ghost', () => {
    const state = bare(opening, opened, training(false), wholeCurve, stopped({}), {
      type: 'reset',
    });
    expect(state.ghost).toMatchObject({ settings, recorded: false });
  });

  it('is led to no recording', () => {
    expect(retraceTarget(bare())).toBeNull();
  });
});

describe('a run that begins with other settings than the recorded ones', () => {
  it('has the recording behind it', () => {
    const gru = { ...settings, cell: 'gru' } as const;
    const state = initialState(gru, recorded);
    expect(state).toMatchObject({ stage: { kind: 'paused' }, settings: gru, recorded });
    expect(state.ghost).toMatchObject({ recorded: true, curve: recorded });
    expect(retraceTarget(state)).toBeNull();
  });
});

describe('another data set', () => {
  const elsewhere = { ...settings, dataset: 'names' };
  const trained = after(opening, opened, training(false), wholeCurve, stopped({ examples: 128 }));

  it('leaves nothing of the runs before: they cannot be compared', () => {
    const state = next(trained, { type: 'changed', settings: elsewhere, recorded: null });
    expect(state).toMatchObject({ settings: elsewhere, recorded: null, ghost: null, opened: null });
    expect(state.curve.losses).toEqual([]);
    expect(state.version).toBeGreaterThan(trained.version);
  });

  it('shows its own recording', () => {
    const own = { ...recorded, settings: elsewhere };
    const state = next(trained, { type: 'changed', settings: elsewhere, recorded: own });
    expect(state).toMatchObject({ stage: { kind: 'recorded' }, recorded: own, curve: own });
    expect(retraceTarget(state)).toBe(128);
  });
});

it('a link to other data, before anything was asked, shows their recording too', () => {
  const elsewhere = { ...settings, dataset: 'other' };
  const own = { ...recorded, settings: elsewhere };
  const state = after({ type: 'restored', settings: elsewhere, recorded: own });
  expect(state).toMatchObject({ stage: { kind: 'recorded' }, curve: own, ghost: null });
  expect(state.fresh).toBe(false);
});

describe('the version', () => {
  it('rises when the model may answer otherwise, and not when only the stage changes', () => {
    const happenings: [Happening, boolean][] = [
      [opening, true],
      [opened, true],
      [training(false), false],
      [progress(64), true],
      [{ type: 'loading', what: 'rest' }, false],
      [stopped({ examples: 64 }), true],
      [{ type: 'failed', failure }, false],
      [{ type: 'lost', failure }, true],
      [{ type: 'restored', settings }, false],
      [{ type: 'reset' }, true],
    ];
    let state: RunState = after();
    for (const [happening, rises] of happenings) {
      const { version } = state;
      state = next(state, happening);
      expect(state.version > version, happening.type).toBe(rises);
    }
  });
});

describe('a retracing', () => {
  it.each<[string, RecordedState, number | null]>([
    ['that has not begun', after(), 128],
    ['on its way', after(opening), 128],
    ['paused half-way', after(opening, opened, training(true), stopped({ examples: 64 })), 128],
    ['at its end', after(opening, opened, training(true), stopped({ examples: 128 })), null],
    ['under training', after(opening, opened, training(true)), null],
    ['that failed', after(opening, { type: 'failed', failure }), null],
    ['of other settings', after({ type: 'restored', settings: { ...settings, seed: 8 } }), null],
  ])('%s goes to %s', (_, state, target) => {
    expect(retraceTarget(state)).toBe(target);
  });
});
