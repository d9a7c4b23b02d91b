/** What the figures beside the curve say, taken from the state. */
import type { LossPoint, ValidationPoint } from '../../shared/protocol';
import type { Curve, RecordedState, RunState } from '../workbench/run-state';

export const latestLoss = ({ curve }: RunState): LossPoint | null => curve.losses.at(-1) ?? null;

export const latestValidation = ({ curve }: RunState): ValidationPoint | null =>
  curve.validations.at(-1) ?? null;

/** Words of the validation part that are classified rightly: an accuracy as a count. */
export function rightCount(state: RecordedState): number | null {
  const point = latestValidation(state);
  return point && Math.round(point.accuracy * state.recorded.data.validation);
}

/** Seconds until the run ends, if no early stop comes; null where no speed is known. */
export function secondsLeft({ recorded, status, examplesPerSecond }: RecordedState): number | null {
  if (!examplesPerSecond) return null;
  return Math.max(0, recorded.stop.maxExamples - status.examples) / examplesPerSecond;
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

/** After the run that began by itself has ended: did it give the recorded numbers? */
export function retraceOutcome(state: RecordedState): 'same' | 'different' | null {
  const { stage, curve, recorded, retracing } = state;
  if (!retracing || stage.kind !== 'paused') return null;
  const end = recorded.losses.at(-1)?.examples ?? 0;
  if (state.status.examples !== end || curve.losses.at(-1)?.examples !== end) return null;
  return retraces(recorded, curve) ? 'same' : 'different';
}
