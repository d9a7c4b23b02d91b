/** Drives a run in slices of a few milliseconds, so that the worker always listens. */
import type { Progress, RunStatus } from '../shared/protocol';
import type { Host } from './host';
import type { Run } from './run';

const sliceMilliseconds = 8;
/** Often enough for a curve that grows, seldom enough for a page that must draw it. */
const reportMilliseconds = 100;

/** Share of the speed measured before that stays in the average at each report. */
const memory = 0.8;

/** Collects what happened since the last report. */
export class Reporter {
  readonly #run: Run;
  #losses = 0;
  #validations = 0;
  #examples = 0;
  #milliseconds = 0;

  constructor(run: Run) {
    this.#run = run;
  }

  worked(examples: number, milliseconds: number): void {
    this.#examples += examples;
    this.#milliseconds += milliseconds;
  }

  take(status: RunStatus): Progress {
    const losses = this.#run.losses.slice(this.#losses);
    const validations = this.#run.validations.slice(this.#validations);
    this.#losses += losses.length;
    this.#validations += validations.length;
    const examplesPerSecond =
      this.#milliseconds > 0 ? (1000 * this.#examples) / this.#milliseconds : 0;
    this.#examples *= memory;
    this.#milliseconds *= memory;
    return { status, losses, validations, examplesPerSecond };
  }
}

export class Training {
  /** Settles when the run rests again: target reached, ended, stopped, or data missing. */
  readonly finished: Promise<void>;
  #stopped = false;
  #wake: () => void = () => undefined;
  readonly #stop = new Promise<void>((resolve) => {
    this.#wake = resolve;
  });

  /** @param loadRest brings the rest of the training words into `run`. */
  constructor(
    readonly run: Run,
    private readonly target: number,
    private readonly host: Host,
    private readonly reporter: Reporter,
    private readonly loadRest: () => Promise<void>,
  ) {
    this.finished = this.#drive();
  }

  /** The run rests after the slice that is under way. */
  stop(): void {
    this.#stopped = true;
    this.#wake();
  }

  async #drive(): Promise<void> {
    const { run, host, target } = this;
    // A failure is told where the words are needed, which asks for them again.
    if (run.needsRestFor(target)) this.loadRest().catch(() => undefined);
    let reported = host.now();
    while (!this.#stopped && run.isDue(target)) {
      if (run.needsRestNow) {
        await Promise.race([this.loadRest(), this.#stop]);
        continue;
      }
      this.#slice();
      if (host.now() - reported >= reportMilliseconds) {
        this.#report();
        reported = host.now();
      }
      await host.breathe();
    }
  }

  #slice(): void {
    const { run, host, target } = this;
    const { examples } = run;
    const begin = host.now();
    do run.advance();
    while (run.isDue(target) && !run.needsRestNow && host.now() - begin < sliceMilliseconds);
    this.reporter.worked(run.examples - examples, host.now() - begin);
  }

  #report(): void {
    const payload = this.reporter.take({ ...this.run.status, phase: 'training' });
    this.host.post({ event: 'progress', payload }, []);
  }
}
