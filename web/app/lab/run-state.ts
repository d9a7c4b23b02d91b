/**
 * What the lab knows, and how each happening changes it. Pure: the session that speaks with
 * the engine reports happenings, the components draw the state.
 */
import type {
  Failure,
  LossPoint,
  OpenedRun,
  Progress,
  RunSettings,
  RunStatus,
  ValidationPoint,
} from '../../shared/protocol';
import type { RecordedRun } from '../../shared/recorded-run';
import type { Feature } from '../engine/features';

export interface Curve {
  readonly losses: readonly LossPoint[];
  readonly validations: readonly ValidationPoint[];
}

/** The curve that stays, light, behind the live one. */
export interface Ghost {
  readonly settings: RunSettings;
  readonly curve: Curve;
  readonly recorded: boolean;
}

export type Stage =
  /** Drawn from the recording; no model is here yet. */
  | { readonly kind: 'recorded' }
  /** The engine, the words or the model are on their way. */
  | { readonly kind: 'opening' }
  | { readonly kind: 'training' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'finished'; readonly ended: NonNullable<RunStatus['ended']> }
  | { readonly kind: 'diverged'; readonly at: number; readonly kept: number }
  /** The worker answered with an error. */
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** The worker is dead. */
  | { readonly kind: 'lost'; readonly failure: Failure }
  | { readonly kind: 'unsupported'; readonly missing: readonly Feature[] };

export interface LabState {
  readonly stage: Stage;
  readonly recorded: RecordedRun;
  readonly settings: RunSettings;
  /** What the worker said of the model that it holds with these settings; null before. */
  readonly opened: OpenedRun | null;
  readonly status: RunStatus;
  readonly curve: Curve;
  readonly ghost: Ghost | null;
  /** Smoothed; null until something was trained. */
  readonly examplesPerSecond: number | null;
  readonly loading: 'first' | 'rest' | 'none';
  /** The live run is the one that began by itself, to retrace the recording. */
  readonly retracing: boolean;
  /** The settings have changed since the run before: this one starts again. */
  readonly fresh: boolean;
}

export type Happening =
  | { readonly type: 'restored'; readonly settings: RunSettings }
  | { readonly type: 'changed'; readonly settings: RunSettings }
  | { readonly type: 'reset' }
  | { readonly type: 'opening'; readonly retracing: boolean }
  | { readonly type: 'opened'; readonly run: OpenedRun }
  | { readonly type: 'training'; readonly retracing: boolean }
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'stopped'; readonly status: RunStatus }
  | { readonly type: 'loading'; readonly what: LabState['loading'] }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'lost'; readonly failure: Failure }
  | { readonly type: 'unsupported'; readonly missing: readonly Feature[] };

const nothingDone: RunStatus = { phase: 'paused', step: 0, examples: 0 };
const noCurve: Curve = { losses: [], validations: [] };

export function initialState(recorded: RecordedRun): LabState {
  const examples = recorded.losses.at(-1)?.examples ?? 0;
  return {
    stage: { kind: 'recorded' },
    recorded,
    settings: recorded.settings,
    opened: null,
    status: { phase: 'paused', step: Math.round(examples / recorded.batch), examples },
    curve: recorded,
    ghost: null,
    examplesPerSecond: null,
    loading: 'none',
    retracing: false,
    fresh: false,
  };
}

export function sameSettings(one: RunSettings, other: RunSettings): boolean {
  return (Object.keys(one) as (keyof RunSettings)[]).every((key) => one[key] === other[key]);
}

/** True while every point of the live curve equals the recorded one, bit for bit. */
export function retraces(recorded: Curve, live: Curve): boolean {
  return (
    live.losses.length > 0 &&
    live.losses.every((point, index) => {
      const other = recorded.losses[index];
      return other?.examples === point.examples && other.loss === point.loss;
    }) &&
    live.validations.every((point, index) => {
      const other = recorded.validations[index];
      return (
        other?.examples === point.examples &&
        other.loss === point.loss &&
        other.accuracy === point.accuracy
      );
    })
  );
}

/** A run with enough to compare with becomes the ghost of the next one. */
function ghostOf(state: LabState): Ghost {
  const { recorded } = state;
  if (state.stage.kind !== 'recorded' && state.curve.losses.length > 1) {
    return { settings: state.settings, curve: state.curve, recorded: false };
  }
  return state.ghost ?? { settings: recorded.settings, curve: recorded, recorded: true };
}

function emptied(state: LabState, settings: RunSettings): LabState {
  return {
    ...state,
    stage: { kind: 'paused' },
    settings,
    opened: null,
    status: nothingDone,
    curve: noCurve,
    ghost: ghostOf(state),
    examplesPerSecond: null,
    loading: 'none',
    retracing: false,
    fresh: false,
  };
}

function stageOf(status: RunStatus): Stage {
  switch (status.phase) {
    case 'finished':
      return { kind: 'finished', ended: status.ended ?? 'max-examples' };
    case 'diverged':
      return {
        kind: 'diverged',
        at: status.divergedAt ?? status.step,
        kept: status.keptStep ?? status.step,
      };
    default:
      return { kind: status.phase };
  }
}

export function next(state: LabState, happening: Happening): LabState {
  switch (happening.type) {
    case 'restored':
      return sameSettings(state.settings, happening.settings)
        ? state
        : emptied(state, happening.settings);
    case 'changed':
      return { ...emptied(state, happening.settings), fresh: true };
    case 'reset':
      return emptied(state, state.settings);
    case 'opening':
      return {
        ...emptied(state, state.settings),
        stage: { kind: 'opening' },
        retracing: happening.retracing,
        fresh: state.fresh,
      };
    case 'opened':
      return { ...state, stage: { kind: 'paused' }, opened: happening.run };
    case 'training':
      return {
        ...state,
        stage: { kind: 'training' },
        retracing: happening.retracing,
        fresh: false,
      };
    case 'progress': {
      const { losses, validations, status, examplesPerSecond } = happening.progress;
      return {
        ...state,
        status,
        curve: {
          losses: [...state.curve.losses, ...losses],
          validations: [...state.curve.validations, ...validations],
        },
        examplesPerSecond: examplesPerSecond > 0 ? examplesPerSecond : state.examplesPerSecond,
      };
    }
    case 'stopped':
      return { ...state, stage: stageOf(happening.status), status: happening.status };
    case 'loading':
      return { ...state, loading: happening.what };
    case 'failed':
    case 'lost':
      return {
        ...state,
        stage: { kind: happening.type, failure: happening.failure },
        opened: happening.type === 'lost' ? null : state.opened,
        loading: 'none',
        retracing: false,
      };
    case 'unsupported':
      return { ...state, stage: { kind: 'unsupported', missing: happening.missing } };
  }
}
