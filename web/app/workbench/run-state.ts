/**
 * What a page knows of a run, and how each happening changes it. Pure: the session that speaks
 * with the engine reports happenings, the components draw the state.
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

export interface RunState {
  readonly stage: Stage;
  /** The run of the build with these data and the standard settings, where there is one. */
  readonly recorded: RecordedRun | null;
  readonly settings: RunSettings;
  /** What the worker said of the model that it holds with these settings; null before. */
  readonly opened: OpenedRun | null;
  readonly status: RunStatus;
  readonly curve: Curve;
  readonly ghost: Ghost | null;
  /** Smoothed; null until something was trained. */
  readonly examplesPerSecond: number | null;
  /** What the engine has worked on this run in all, in ms. */
  readonly milliseconds: number;
  readonly loading: 'first' | 'rest' | 'none';
  /** The live run is the one that began by itself, to retrace the recording. */
  readonly retracing: boolean;
  /** The settings have changed since the run before: this one starts again. */
  readonly fresh: boolean;
  /** Rises whenever the model, or what is known of it, may have changed. */
  readonly version: number;
}

/** A state whose data have a recorded run. */
export type RecordedState = RunState & { readonly recorded: RecordedRun };

export type Happening =
  | {
      /** Restored: nobody has changed them just now. */
      readonly type: 'restored' | 'changed';
      readonly settings: RunSettings;
      /** Of their data set, where that is another one than before. */
      readonly recorded?: RecordedRun | null;
    }
  | { readonly type: 'reset' }
  | { readonly type: 'opening'; readonly retracing: boolean }
  | { readonly type: 'opened'; readonly run: OpenedRun }
  | { readonly type: 'training'; readonly retracing: boolean }
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'stopped'; readonly status: RunStatus }
  | { readonly type: 'loading'; readonly what: RunState['loading'] }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'lost'; readonly failure: Failure }
  | { readonly type: 'unsupported'; readonly missing: readonly Feature[] };

const nothingDone: RunStatus = { phase: 'paused', step: 0, examples: 0 };
type Change = Extract<Happening, { type: 'restored' | 'changed' }>;

const noCurve: Curve = { losses: [], validations: [] };

/** Before anything was asked: nothing, or the recording where these are its settings. */
export function initialState(settings: RunSettings, recorded: RecordedRun | null): RunState {
  const empty: RunState = {
    stage: { kind: 'paused' },
    recorded,
    settings,
    opened: null,
    status: nothingDone,
    curve: noCurve,
    ghost: recorded && { settings: recorded.settings, curve: recorded, recorded: true },
    examplesPerSecond: null,
    milliseconds: 0,
    loading: 'none',
    retracing: false,
    fresh: false,
    version: 0,
  };
  if (!recorded || !sameSettings(settings, recorded.settings)) return empty;
  const examples = recorded.losses.at(-1)?.examples ?? 0;
  return {
    ...empty,
    stage: { kind: 'recorded' },
    status: { phase: 'paused', step: Math.round(examples / recorded.batch), examples },
    curve: recorded,
    ghost: null,
  };
}

export function sameSettings(one: RunSettings, other: RunSettings): boolean {
  return (Object.keys(one) as (keyof RunSettings)[]).every((key) => one[key] === other[key]);
}

/** A run with enough to compare with becomes the ghost of the next one. */
function ghostOf({ stage, curve, settings, ghost, recorded }: RunState): Ghost | null {
  if (stage.kind !== 'recorded' && curve.losses.length > 1) {
    return { settings, curve, recorded: false };
  }
  if (ghost || !recorded) return ghost;
  return { settings: recorded.settings, curve: recorded, recorded: true };
}

function emptied<State extends RunState>(state: State, settings: RunSettings): State {
  return {
    ...state,
    stage: { kind: 'paused' },
    settings,
    opened: null,
    status: nothingDone,
    curve: noCurve,
    ghost: ghostOf(state),
    examplesPerSecond: null,
    milliseconds: 0,
    loading: 'none',
    retracing: false,
    fresh: false,
  };
}

function changed(state: RunState, { type, settings, recorded }: Change): RunState {
  if (settings.dataset === state.settings.dataset) {
    return { ...emptied(state, settings), fresh: type === 'changed' };
  }
  // Runs on other data are nothing to compare with.
  return { ...initialState(settings, recorded ?? null), version: state.version };
}

/** Has the run come to an end, from which only a fresh one leads on? */
export const isEnd = ({ phase }: RunStatus): boolean =>
  phase === 'finished' || phase === 'diverged';

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

const changesNothing: ReadonlySet<Happening['type']> = new Set([
  'training',
  'loading',
  'failed',
  'unsupported',
]);

export function next(state: RunState, happening: Happening): RunState {
  let after = stateAfter(state, happening);
  // No setting makes a browser able to compute.
  if (state.stage.kind === 'unsupported') after = { ...after, stage: state.stage };
  if (after === state || changesNothing.has(happening.type)) return after;
  return { ...after, version: state.version + 1 };
}

function stateAfter(state: RunState, happening: Happening): RunState {
  switch (happening.type) {
    case 'restored':
      return sameSettings(state.settings, happening.settings) ? state : changed(state, happening);
    case 'changed':
      return changed(state, happening);
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
      const { losses, validations, status, examplesPerSecond, milliseconds } = happening.progress;
      return {
        ...state,
        status,
        curve: {
          losses: [...state.curve.losses, ...losses],
          validations: [...state.curve.validations, ...validations],
        },
        examplesPerSecond: examplesPerSecond > 0 ? examplesPerSecond : state.examplesPerSecond,
        milliseconds,
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
