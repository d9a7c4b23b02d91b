/** What the figures beside the curve say, taken from the state. */
import type { LossPoint, ValidationPoint } from '../../shared/protocol';
import { retraces, type LabState } from './run-state';

export const latestLoss = ({ curve }: LabState): LossPoint | null => curve.losses.at(-1) ?? null;

export const latestValidation = ({ curve }: LabState): ValidationPoint | null =>
  curve.validations.at(-1) ?? null;

/** Words of the validation part that are classified rightly: an accuracy as a count. */
export function rightCount(state: LabState): number | null {
  const point = latestValidation(state);
  return point && Math.round(point.accuracy * state.recorded.data.validation);
}

/** Seconds until the run ends, if no early stop comes; null where no speed is known. */
export function secondsLeft({ recorded, status, examplesPerSecond }: LabState): number | null {
  if (!examplesPerSecond) return null;
  return Math.max(0, recorded.stop.maxExamples - status.examples) / examplesPerSecond;
}

/** What may be asked of the run as it stands. */
export function abilities({ stage, status }: LabState): {
  readonly train: boolean;
  readonly step: boolean;
  readonly reset: boolean;
} {
  const busy = stage.kind === 'opening' || stage.kind === 'training';
  const over = stage.kind === 'finished' || stage.kind === 'diverged';
  const usable = stage.kind !== 'unsupported';
  return {
    train: usable && !busy && !over,
    step: usable && !busy && !over,
    reset: usable && stage.kind !== 'opening' && (status.examples > 0 || stage.kind !== 'paused'),
  };
}

/** After the run that began by itself has ended: did it give the recorded numbers? */
export function retraceOutcome(state: LabState): 'same' | 'different' | null {
  const { stage, curve, recorded, retracing } = state;
  if (!retracing || stage.kind !== 'paused') return null;
  const end = recorded.losses.at(-1)?.examples ?? 0;
  if (state.status.examples !== end || curve.losses.at(-1)?.examples !== end) return null;
  return retraces(recorded, curve) ? 'same' : 'different';
}
