import type { RunState } from './run-state';

/** What may be asked of the run as it stands. */
export function abilities({ stage, status }: RunState): {
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
