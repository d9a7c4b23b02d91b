import type { Task } from './tasks';
import type { Hidden } from './unit-view';

/** The number that the reader is to find, and how far they are. */
export interface Asking {
  readonly task: Task;
  /** Another one has another key: it begins without an answer. */
  readonly key: string;
  /** Is the number shown: found, or asked to be shown? */
  readonly done: boolean;
  /** Told with true when it is, and with false to begin again. */
  readonly finish: (done: boolean) => void;
  /** Where it would stand in the strip of steps; null where it has no row there, or is shown. */
  readonly hidden: Hidden | null;
  /** Has the model learnt on since its operands were read? */
  readonly stale: boolean;
}
