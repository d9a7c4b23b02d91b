import type { Engine } from '../engine/client';
import type { RecordedRun } from '../../shared/recorded-run';

/** The workbench, as one of its runs sees it. */
export interface Place {
  engine(): Engine;
  recordedRun(dataset: string): RecordedRun | null;
  /** Nobody shows the run any more. */
  release(): void;
}
