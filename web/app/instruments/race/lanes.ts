/** What a race has drawn so far, one lane a model. Pure. */
import type { RunSettings } from '../../../shared/protocol';
import type { Curve, RunState, Stage } from '../../workbench/run-state';
import type { Measure } from './schema';

export interface Point {
  readonly examples: number;
  readonly value: number;
}

/** Of a run: what concerns the race. A recording, which ran alone, is none of it. */
export interface Lane {
  readonly settings: RunSettings;
  readonly stage: Stage;
  readonly examples: number;
  readonly step: number;
  readonly curve: Curve;
  readonly ghost: { readonly settings: RunSettings; readonly curve: Curve } | null;
  /** Null until the engine has counted them. */
  readonly parameters: number | null;
  /** What the engine has worked on it. */
  readonly seconds: number;
}

const noCurve: Curve = { losses: [], validations: [] };

export function laneOf(state: RunState): Lane {
  const { settings, stage, status, curve, ghost, opened, milliseconds } = state;
  const recorded = stage.kind === 'recorded';
  return {
    settings,
    stage: recorded ? { kind: 'paused' } : stage,
    examples: recorded ? 0 : status.examples,
    step: recorded ? 0 : status.step,
    curve: recorded ? noCurve : curve,
    ghost: ghost && !ghost.recorded ? { settings: ghost.settings, curve: ghost.curve } : null,
    parameters: opened?.parameters ?? null,
    seconds: milliseconds / 1000,
  };
}

export function pointsOf({ losses, validations }: Curve, measure: Measure): readonly Point[] {
  if (measure === 'training') {
    return losses.map(({ examples, loss }) => ({ examples, value: loss }));
  }
  return validations.map((point) => ({ examples: point.examples, value: point[measure] }));
}

/** Every number of examples at which some model was measured. */
export function placesOf(lanes: readonly Lane[], measure: Measure): readonly number[] {
  const all = lanes.flatMap(({ curve }) => pointsOf(curve, measure).map((p) => p.examples));
  return [...new Set(all)].sort((one, other) => one - other);
}

/** What was known of a model when it had seen so many examples; null before its first point. */
export function valueAt(lane: Lane, measure: Measure, examples: number): number | null {
  let found: number | null = null;
  for (const point of pointsOf(lane.curve, measure)) {
    if (point.examples > examples) break;
    found = point.value;
  }
  return found;
}

export const goal = 0.95;

/** Examples after which the model first knew 95 % of the validation part; null: not yet. */
export const reachedAfter = ({ curve }: Lane): number | null =>
  curve.validations.find(({ accuracy }) => accuracy >= goal)?.examples ?? null;

export type Phase = 'unsupported' | 'failed' | 'opening' | 'ready' | 'running' | 'paused' | 'over';

/** Where the race stands as a whole. @param running someone has started it, and not paused */
export function phaseOf(lanes: readonly Lane[], running: boolean): Phase {
  const some = (...kinds: Stage['kind'][]): boolean =>
    lanes.some(({ stage }) => kinds.includes(stage.kind));
  if (some('unsupported')) return 'unsupported';
  if (some('failed', 'lost')) return 'failed';
  if (lanes.length > 0 && lanes.every(isOver)) return 'over';
  if (some('opening')) return 'opening';
  if (running || some('training')) return 'running';
  return lanes.some(({ examples }) => examples > 0) ? 'paused' : 'ready';
}

export const isOver = ({ stage }: Lane): boolean =>
  stage.kind === 'finished' || stage.kind === 'diverged';

/** Examples that the hindmost of those still running has seen. */
export function seenByAll(lanes: readonly Lane[]): number {
  const going = lanes.filter((lane) => !isOver(lane));
  const seen = (going.length > 0 ? going : lanes).map(({ examples }) => examples);
  return going.length > 0 ? Math.min(...seen) : Math.max(0, ...seen);
}
