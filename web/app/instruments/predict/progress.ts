/** How far the runs that answer a question have come. Pure. */
import type { ValidationPoint } from '../../../shared/protocol';
import type { Commitment } from '../../../shared/prediction';
import type { RunState, Stage } from '../../workbench/run-state';

export interface RunProgress {
  readonly stage: Stage;
  readonly examples: number;
  readonly validations: readonly ValidationPoint[];
  readonly examplesPerSecond: number | null;
  /** It has ended by itself: by its stop rule, or in divergence. */
  readonly over: boolean;
  readonly failed: boolean;
}

/** A recording, which ran before anybody said anything, is no answer. */
export function progressOf({ stage, status, curve, examplesPerSecond }: RunState): RunProgress {
  const recorded = stage.kind === 'recorded';
  return {
    stage: recorded ? { kind: 'paused' } : stage,
    examples: recorded ? 0 : status.examples,
    validations: recorded ? [] : curve.validations,
    examplesPerSecond: recorded ? null : examplesPerSecond,
    over: stage.kind === 'finished' || stage.kind === 'diverged',
    failed: stage.kind === 'failed' || stage.kind === 'lost',
  };
}

export type Phase =
  | 'asking'
  /** Said, and not answered yet. */
  | 'committed'
  | 'opening'
  | 'running'
  | 'paused'
  | 'answered'
  | 'failed'
  | 'unsupported';

export function phaseOf(now: {
  readonly progress: readonly RunProgress[];
  readonly committed: boolean;
  readonly answered: boolean;
  readonly begun: boolean;
  readonly running: boolean;
}): Phase {
  const { progress, committed, answered, begun, running } = now;
  if (progress.some(({ stage }) => stage.kind === 'unsupported')) return 'unsupported';
  if (!committed) return 'asking';
  if (begun && !running && progress.some(({ failed }) => failed)) return 'failed';
  if (running) {
    return progress.some(({ stage }) => stage.kind === 'opening') ? 'opening' : 'running';
  }
  if (begun) return 'paused';
  return answered ? 'answered' : 'committed';
}

/** The examples that the hindmost run still under way has seen. */
export function seenByAll(progress: readonly RunProgress[]): number {
  const going = progress.filter(({ over }) => !over).map(({ examples }) => examples);
  return going.length > 0 ? Math.min(...going) : Math.max(0, ...progress.map((p) => p.examples));
}

/** Of all runs together, which share one engine; null where no speed is known. */
export function secondsLeft(progress: readonly RunProgress[], examples: number): number | null {
  let sum = 0;
  for (const run of progress) {
    if (run.over || run.examples >= examples) continue;
    if (!run.examplesPerSecond) return null;
    sum += (examples - run.examples) / run.examplesPerSecond;
  }
  return sum;
}

/** The question's own, then those that follow: no answer comes from a seed that was seen. */
export function nextSeed(first: number, commitments: readonly Commitment[]): number {
  const used = commitments.flatMap(({ outcomes }) => outcomes.map(({ seed }) => seed));
  return used.length === 0 ? first : (Math.max(...used) + 1) % 4_294_967_296;
}
