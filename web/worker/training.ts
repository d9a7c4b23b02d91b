/** Drives runs in slices of a few milliseconds, so that the worker always listens. */
import type { Progress, RunId, RunStatus } from '../shared/protocol';
import type { Dataset } from './dataset';
import type { Host } from './host';
import type { Run } from './run';

const sliceMilliseconds = 8;
/** Often enough for a curve that grows, seldom enough for a page that must draw it. */
const reportMilliseconds = 100;

/** Share of the speed measured before that stays in the average at each report. */
const memory = 0.8;

/** Collects what happened to a run since the last report. */
export class Reporter {
  readonly #id: RunId;
  readonly #run: Run;
  #losses = 0;
  #validations = 0;
  #examples = 0;
  #milliseconds = 0;
  #worked = 0;

  constructor(id: RunId, run: Run) {
    this.#id = id;
    this.#run = run;
  }

  worked(examples: number, milliseconds: number): void {
    this.#examples += examples;
    this.#milliseconds += milliseconds;
    this.#worked += milliseconds;
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
    const run = this.#id;
    return { run, status, losses, validations, examplesPerSecond, milliseconds: this.#worked };
  }
}

/** A run under training, until it has seen `target` examples. */
export interface Trainee {
  readonly id: RunId;
  readonly run: Run;
  readonly reporter: Reporter;
  readonly target: number;
}

/**
 * Runs trained in lockstep: the one that has seen the fewest examples is the next to advance,
 * by one batch. One that is done, ended or told to rest is left out; the others go on.
 */
export class Training {
  /** Settles when all rest: target reached, ended, told to, or data missing. */
  readonly finished: Promise<readonly RunStatus[]>;
  /** Those that do not rest yet. */
  #active: readonly Trainee[];
  #wake: () => void = () => undefined;

  /** @param loadRest brings the rest of the training words into a data set. */
  constructor(
    private readonly trainees: readonly Trainee[],
    private readonly host: Host,
    private readonly loadRest: (dataset: Dataset) => Promise<void>,
  ) {
    this.#active = trainees;
    this.finished = this.#drive();
  }

  /** These runs rest from now on. Returns whether nothing is left to train because of it. */
  rest(ids: readonly RunId[]): boolean {
    const resting = this.trainees.filter(({ id }) => ids.includes(id));
    for (const trainee of resting) this.#retire(trainee);
    this.#wake();
    return resting.length > 0 && this.#active.length === 0;
  }

  async #drive(): Promise<readonly RunStatus[]> {
    const { trainees, host } = this;
    for (const { run, target } of trainees) {
      // A failure is told where the words are needed, which asks for them again.
      if (run.needsRestFor(target)) this.loadRest(run.dataset).catch(() => undefined);
    }
    let reported = host.now();
    try {
      for (let next = this.#next(); next !== undefined; next = this.#next()) {
        if (next.run.needsRestNow) {
          const woken = new Promise<void>((resolve) => (this.#wake = resolve));
          await Promise.race([this.loadRest(next.run.dataset), woken]);
          continue;
        }
        this.#slice(next);
        if (host.now() - reported >= reportMilliseconds) {
          this.#report();
          reported = host.now();
        }
        await host.breathe();
      }
    } finally {
      for (const trainee of this.#active) this.#retire(trainee);
    }
    return trainees.map(({ run }) => run.status);
  }

  /** Whose turn it is; undefined when all rest. */
  #next(): Trainee | undefined {
    for (const trainee of this.#active) {
      if (!trainee.run.isDue(trainee.target)) this.#retire(trainee);
    }
    return this.#active.reduce<Trainee | undefined>(
      (least, each) => (least && least.run.examples <= each.run.examples ? least : each),
      undefined,
    );
  }

  #slice(first: Trainee): void {
    const { host } = this;
    const begin = host.now();
    let before = begin;
    let next: Trainee | undefined = first;
    while (next && !next.run.needsRestNow && before - begin < sliceMilliseconds) {
      const { run, reporter }: Trainee = next;
      const { examples } = run;
      run.advance();
      const now = host.now();
      reporter.worked(run.examples - examples, now - before);
      before = now;
      next = this.#next();
    }
  }

  /** Reports are told in the run's own words once it rests. */
  #retire(trainee: Trainee): void {
    if (!this.#active.includes(trainee)) return;
    this.#active = this.#active.filter((each) => each !== trainee);
    this.#post(trainee, trainee.run.status);
  }

  #report(): void {
    for (const trainee of this.#active) {
      this.#post(trainee, { ...trainee.run.status, phase: 'training' });
    }
  }

  #post({ reporter }: Trainee, status: RunStatus): void {
    this.host.post({ event: 'progress', payload: reporter.take(status) }, []);
  }
}
