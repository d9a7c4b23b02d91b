import { describe, expect, it } from 'vitest';
import type { RunStatus } from '../../web/shared/protocol';
import {
  latestLoss,
  latestValidation,
  retraceOutcome,
  retraces,
  rightCount,
  secondsLeft,
} from '../../web/app/lab/readouts';
import { abilities } from '../../web/app/workbench/abilities';
import { next, type Happening, type RunState } from '../../web/app/workbench/run-state';
import {
  after,
  failure,
  opened,
  opening,
  progress,
  recorded,
  run,
  settings,
  status,
  stopped,
  training,
  wholeCurve,
} from '../support/run-happenings';

describe('what is drawn before any model is here', () => {
  it('is the recording, with its numbers', () => {
    const state = after();
    expect(state.stage.kind).toBe('recorded');
    expect(state.ghost).toBeNull();
    expect(latestLoss(state)?.loss).toBe(0.5);
    expect(latestValidation(state)?.accuracy).toBe(0.745);
    expect(rightCount(state)).toBe(149);
    expect(state.status).toEqual({ phase: 'paused', step: 4, examples: 128 });
  });
});

describe('the run that begins by itself', () => {
  it('starts from nothing, before the recording as a ghost', () => {
    const state = after(opening);
    expect(state.curve.losses).toEqual([]);
    expect(state.ghost).toMatchObject({ recorded: true, settings, curve: recorded });
  });

  it.each<[string, Happening, 'same' | 'different']>([
    ['the recorded bits', wholeCurve, 'same'],
    [
      'one bit that differs',
      progress(128, {
        losses: [recorded.losses[0], { examples: 128, loss: 0.5 + 2 ** -53 }],
        validations: recorded.validations,
      }),
      'different',
    ],
    [
      'another accuracy',
      progress(128, {
        losses: recorded.losses,
        validations: [recorded.validations[0], { examples: 128, loss: 0.5, accuracy: 0.75 }],
      }),
      'different',
    ],
  ])('is compared with it when it ends: %s', (_, report, outcome) => {
    const running = after(opening, opened, training(true), report);
    expect(retraceOutcome(running)).toBeNull();
    const ended = { ...next(running, stopped({ examples: 128 })), recorded };
    expect(retraceOutcome(ended)).toBe(outcome);
  });

  it('says nothing when it was paused half-way, or when the reader trained', () => {
    const half = progress(64, { losses: [recorded.losses[0]] });
    expect(retraceOutcome(after(opening, opened, training(true), half, stopped({})))).toBeNull();
    const own = after(opening, opened, training(false), wholeCurve, stopped({}));
    expect(retraceOutcome(own)).toBeNull();
    expect(retraces(recorded, { losses: [], validations: [] })).toBe(false);
  });

  it('says nothing, least of all that it differs, once the reader has gone beyond it', () => {
    const beyond = progress(192, { losses: [{ examples: 192, loss: 0.1 }] });
    const state = after(
      opening,
      opened,
      training(true),
      wholeCurve,
      beyond,
      stopped({ examples: 192 }),
    );
    expect(retraceOutcome(state)).toBeNull();
  });
});

describe('reports', () => {
  it('add their points to the curve and keep the last speed known', () => {
    const state = after(
      opening,
      opened,
      training(false),
      progress(64, { losses: [recorded.losses[0]], examplesPerSecond: 200, milliseconds: 320 }),
      progress(128, { losses: [recorded.losses[1]], milliseconds: 650 }),
    );
    expect(state.milliseconds).toBe(650);
    expect(next(state, { type: 'reset' }).milliseconds).toBe(0);
    expect(state.curve.losses).toEqual(recorded.losses);
    expect(state.examplesPerSecond).toBe(200);
    expect(secondsLeft(state)).toBe((1024 - 128) / 200);
    expect(secondsLeft(after(opening, opened))).toBeNull();
  });
});

describe('how a run ends', () => {
  it.each<[Partial<RunStatus>, RunState['stage'], { train: boolean; step: boolean }]>([
    [{ phase: 'paused' }, { kind: 'paused' }, { train: true, step: true }],
    [
      { phase: 'finished', ended: 'no-progress' },
      { kind: 'finished', ended: 'no-progress' },
      { train: false, step: false },
    ],
    [
      { phase: 'diverged', step: 9, divergedAt: 10, keptStep: 9 },
      { kind: 'diverged', at: 10, kept: 9 },
      { train: false, step: false },
    ],
  ])('%o', (end, stage, able) => {
    const state = after(
      opening,
      opened,
      training(false),
      wholeCurve,
      stopped({ examples: 128, ...end }),
    );
    expect(state.stage).toEqual(stage);
    expect(abilities(state)).toEqual({ ...able, reset: true });
  });
});

describe('changes', () => {
  const trained = after(opening, opened, training(false), wholeCurve, stopped({ examples: 128 }));
  const gru = { ...settings, cell: 'gru' } as const;

  it('of a setting make a fresh run, say so, and keep the run before as a ghost', () => {
    const state = next(trained, { type: 'changed', settings: gru });
    expect(state).toMatchObject({ settings: gru, opened: null, fresh: true });
    expect(state.status).toEqual(status({}));
    expect(state.curve.losses).toEqual([]);
    expect(state.ghost).toMatchObject({ settings, recorded: false });
    expect(next({ ...state, opened: run }, training(false)).fresh).toBe(false);
  });

  it('keep the older ghost when the run between had nothing to show', () => {
    const twice = next(next(trained, { type: 'changed', settings: gru }), {
      type: 'changed',
      settings: { ...gru, hidden: 4 },
    });
    expect(twice.ghost?.settings).toEqual(settings);
  });

  it('by Reset begin again with the same settings, without a notice', () => {
    const state = next(trained, { type: 'reset' });
    expect(state).toMatchObject({ settings, opened: null, fresh: false });
    expect(state.ghost?.curve.losses).toEqual(recorded.losses);
  });

  it('restored from the last visit leave the recording as it is when they are its own', () => {
    expect(after({ type: 'restored', settings: { ...settings } }).stage.kind).toBe('recorded');
    const other = after({ type: 'restored', settings: gru });
    expect(other.stage.kind).toBe('paused');
    expect(other.ghost?.recorded).toBe(true);
    expect(other.fresh).toBe(false);
  });
});

describe('what goes wrong', () => {
  const running = after(opening, opened, training(false), wholeCurve);

  it('a dead worker keeps settings and curve, and the model has to be made anew', () => {
    const state = next(running, { type: 'lost', failure });
    expect(state).toMatchObject({ stage: { kind: 'lost', failure }, settings, opened: null });
    expect(state.curve.losses).toEqual(recorded.losses);
    expect(abilities(state).train).toBe(true);
    const again = next(state, { type: 'opening', retracing: false });
    expect(again.curve.losses).toEqual([]);
    expect(again.ghost?.curve.losses).toEqual(recorded.losses);
  });

  it('an error that the worker tells leaves the model where it is', () => {
    const state = next(running, { type: 'failed', failure });
    expect(state).toMatchObject({ stage: { kind: 'failed', failure }, opened: run });
    expect(abilities(state)).toEqual({ train: true, step: true, reset: true });
  });

  it('a browser that cannot compute can be asked nothing', () => {
    const state = after({ type: 'unsupported', missing: ['WebAssembly SIMD'] });
    expect(abilities(state)).toEqual({ train: false, step: false, reset: false });
    for (const type of ['restored', 'changed'] as const) {
      expect(next(state, { type, settings: { ...settings, seed: 8 } }).stage).toEqual(state.stage);
    }
  });

  it('a run that diverged at its first step can be reset', () => {
    const state = after(opening, opened, training(false), stopped({ phase: 'diverged' }));
    expect(abilities(state)).toEqual({ train: false, step: false, reset: true });
  });

  it('nothing can be asked while the model is on its way', () => {
    expect(abilities(after(opening))).toEqual({ train: false, step: false, reset: false });
  });
});
