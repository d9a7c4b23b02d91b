import type { RunStatus } from '../../shared/protocol';
import { classifier } from '../../shared/settings';
import { sameSettings, type RunState } from './run-state';

/** Between two points of a run that nobody asked for, in ms. */
const pause = 60;

/** To how many examples this run can be led to retrace its recording; null where it cannot. */
export function retraceTarget({ stage, settings, status, recorded }: RunState): number | null {
  if (!recorded || !sameSettings(settings, recorded.settings)) return null;
  const target = recorded.losses.at(-1)?.examples ?? 0;
  const before = stage.kind === 'recorded' || stage.kind === 'opening';
  return before || (stage.kind === 'paused' && status.examples < target) ? target : null;
}

/** What can have happened while nothing was trained. */
interface Interruptions {
  /** Another model has taken its place, or the page is left. */
  gone(): boolean;
  /** The reader has taken over, or looks elsewhere. */
  waits(): boolean;
}

/**
 * Point by point, slowly enough to be watched: the engine would be done in a blink. How the
 * run is cut changes none of its bits.
 */
export async function retraceTo(
  target: number,
  from: number,
  trainTo: (examples: number) => Promise<RunStatus | undefined>,
  { gone, waits }: Interruptions,
): Promise<RunStatus | undefined> {
  let examples = from;
  for (;;) {
    examples = Math.min(examples + classifier.lossEvery, target);
    const status = await trainTo(examples);
    if (!status || gone()) return undefined;
    if (status.examples < examples || examples === target) return status;
    await new Promise((then) => setTimeout(then, pause));
    if (gone()) return undefined;
    if (waits()) return status;
  }
}
