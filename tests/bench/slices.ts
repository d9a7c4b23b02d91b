/** What is measured, and one short slice of it; the same words in Node, worker and page. */

export type Metric = 'train_seq_s' | 'latency_us' | 'chars_s' | 'gflops';
export type Optimizer = 'adam' | 'sparse_adam';

export interface Task {
  /** W1 to W5, or `limit`. */
  readonly workload: string;
  readonly metric: Metric;
  readonly vocab: number | null;
  readonly optimizer: Optimizer | null;
}

/** Work done in one go: sequences, runs, characters or floating-point operations. */
export interface Slice {
  readonly units: number;
  readonly seconds: number;
}

/** Takes a slice of a task; what the first one of a task needs is made then. */
export type TakeSlice = (task: Task, milliseconds: number) => Slice | Promise<Slice>;

/** The first training step of a fresh engine, in milliseconds. */
export interface FirstStep {
  /** From the address of rnn.wasm to an engine that answers. */
  readonly load: number;
  readonly first: number;
  /** Median of the steps that follow once they have settled. */
  readonly settled: number;
}

export const figureOf: Readonly<Record<Metric, (slice: Slice) => number>> = {
  train_seq_s: ({ units, seconds }) => units / seconds,
  chars_s: ({ units, seconds }) => units / seconds,
  latency_us: ({ units, seconds }) => (1e6 * seconds) / units,
  gflops: ({ units, seconds }) => units / seconds / 1e9,
};

/** Repeats a step, which says how many units it did, for a time; at least once. */
export function timed(milliseconds: number, step: () => number): Slice {
  const begin = performance.now();
  let units = 0;
  let elapsed = 0;
  do {
    units += step();
    elapsed = performance.now() - begin;
  } while (elapsed < milliseconds);
  return { units, seconds: elapsed / 1000 };
}

export async function timedAsync(
  milliseconds: number,
  step: () => Promise<number>,
): Promise<Slice> {
  const begin = performance.now();
  let units = 0;
  let elapsed = 0;
  do {
    units += await step();
    elapsed = performance.now() - begin;
  } while (elapsed < milliseconds);
  return { units, seconds: elapsed / 1000 };
}

/** Keeps what was made for a task, so that only its first slice pays for it. */
export function oncePerTask<Made>(make: (task: Task) => Made): (task: Task) => Made {
  const made = new Map<string, Made>();
  return (task) => {
    const name = JSON.stringify(task);
    const known = made.get(name) ?? make(task);
    made.set(name, known);
    return known;
  };
}
