/** One question of a page: what was committed to it, and the runs that answer. */
import { untrack } from 'svelte';
import { mostOutcomes } from '../../../shared/commitments';
import { fitsQuestion, fitsRuns, measure, type Curves } from '../../../shared/prediction-grade';
import type { Commitment, Guess, Measured, Outcome, Question } from '../../../shared/prediction';
import type { RunSettings } from '../../../shared/protocol';
import { classifier } from '../../../shared/settings';
import { keepCommitment, readCommitments } from '../../quiz/commitments';
import type { Storage } from '../../quiz/progress';
import type { RunGroup } from '../../workbench/run-group';
import type { RunSession } from '../../workbench/run-session.svelte';
import { sameSettings } from '../../workbench/run-state';
import type { Workbench } from '../../workbench/workbench';
import { nextSeed, phaseOf, progressOf, type Phase, type RunProgress } from './progress';

/** Between two points of a run that is watched, in ms. */
const breath = 110;

export class Prediction {
  /** Every try, in order. */
  commitments: readonly Commitment[];
  /** A guess is being made: it is the next try's. */
  asking: boolean;
  running: boolean;
  /** False where the browser refuses to keep what was said. */
  kept: boolean;
  /** The answer that is shown was measured in this visit. */
  fresh: boolean;
  readonly sessions: readonly RunSession[];
  readonly #group: RunGroup;
  #leaves: (() => void)[] = [];
  /** The runs of the moment have begun: a start goes on with them. */
  #begun: boolean;
  /** Of the tries that the browser keeps, also of those that no longer fit the question. */
  #highest = 0;
  /** Rises with every start and every end of one. */
  #turn = 0;
  #course: Promise<void> = Promise.resolve();

  /** @param moving asked at every point: is there somebody to watch? */
  constructor(
    place: string,
    readonly question: Question,
    workbench: Workbench,
    private readonly storage: () => Storage,
    private readonly moving: () => boolean,
  ) {
    this.commitments = $state.raw([]);
    this.asking = $state(true);
    this.running = $state(false);
    this.kept = $state(true);
    this.fresh = $state(false);
    this.#begun = $state(false);
    this.sessions = question.runs.map(({ id }, index) =>
      workbench.run(`${place}.${question.id}.${id}`, this.#settings(index, question.seed)),
    );
    this.#group = workbench.together(this.sessions);
  }

  /** In the browser, once it is there; returns what ends it. */
  enter(): () => void {
    this.#leaves = this.sessions.map((session) => session.show());
    const stored = readCommitments(this.storage);
    this.kept = stored !== null;
    const { id, dataset } = this.question;
    const own = (stored ?? []).filter((each) => each.question === id && each.dataset === dataset);
    this.#highest = Math.max(0, ...own.map(({ number }) => number));
    this.commitments = own
      .filter(({ guess }) => fitsQuestion(this.question, guess))
      .map((each) => ({
        ...each,
        outcomes: each.outcomes.filter(({ measured }) => fitsRuns(this.question, measured)),
      }));
    this.asking = this.commitments.length === 0;
    return () => {
      this.pause();
      for (const leave of this.#leaves) leave();
    };
  }

  /** The try that is shown; null while one is being made. */
  get current(): Commitment | null {
    return this.asking ? null : (this.commitments.at(-1) ?? null);
  }

  /** Of the try that is shown, or being made. */
  get number(): number {
    return this.current?.number ?? this.#highest + 1;
  }

  get progress(): readonly RunProgress[] {
    return this.sessions.map(({ state }) => progressOf(state));
  }

  get phase(): Phase {
    return phaseOf({
      progress: this.progress,
      committed: this.current !== null,
      answered: (this.current?.outcomes.length ?? 0) > 0,
      begun: this.#begun,
      running: this.running,
    });
  }

  /** The seed that answers next, or is answering. */
  get seed(): number {
    return nextSeed(this.question.seed, this.commitments);
  }

  /** What the runs say so far, while they are at it. */
  get live(): Measured | null {
    if (!this.#begun) return null;
    const curves: Curves = Object.fromEntries(
      this.question.runs.map(({ id }, index) => [id, this.progress[index]!.validations]),
    );
    return measure(this.question, curves);
  }

  /** A prediction has so many seeds at most. */
  get mayRunAgain(): boolean {
    return (this.current?.outcomes.length ?? 0) < mostOutcomes;
  }

  commit(guess: Guess): void {
    if (!this.asking) return;
    const { id, dataset } = this.question;
    const commitment = { question: id, dataset, number: this.number, guess, outcomes: [] };
    this.commitments = [...this.commitments, commitment];
    this.#highest = commitment.number;
    this.asking = false;
    this.kept = keepCommitment(commitment, this.storage);
  }

  /** A new try; what was said before stays as it was. */
  askAgain(): void {
    if (this.running || this.current === null) return;
    this.asking = true;
  }

  /** Trains until the question is answered, or it is paused. */
  async run(): Promise<void> {
    if (this.running || this.current === null || !this.mayRunAgain) return;
    this.#turn += 1;
    this.running = true;
    // What a pause has ended may not have come to rest yet.
    this.#course = Promise.all([this.#course, this.#turn]).then(([, turn]) => this.#run(turn));
    await this.#course;
  }

  async #run(turn: number): Promise<void> {
    if (turn !== this.#turn) return;
    if (!this.#begun || this.#failed()) this.#begin();
    const { examples } = this.question;
    let seen = -1;
    while (turn === this.#turn) {
      const hindmost = Math.min(
        ...this.progress.filter(({ over }) => !over).map((p) => p.examples),
      );
      const { validateEvery } = classifier;
      const next = (Math.floor(hindmost / validateEvery) + 1) * validateEvery;
      const moving = this.moving() && Number.isFinite(next);
      await this.#group.train(moving ? Math.min(next, examples) : examples);
      if (turn !== this.#turn) return;
      const sum = this.progress.reduce((all, each) => all + each.examples, 0);
      const goes = this.progress.some((each) => !each.over && each.examples < examples);
      // A round in which nothing moved would be followed by others without end.
      if (!goes || this.#failed() || sum === seen) break;
      seen = sum;
      await new Promise((then) => setTimeout(then, moving ? breath : 0));
    }
    if (turn !== this.#turn) return;
    this.running = false;
    if (!this.#failed()) this.#answer();
  }

  #failed(): boolean {
    return this.progress.some(({ failed }) => failed);
  }

  #begin(): void {
    const { seed } = this;
    this.sessions.forEach((session, index) => {
      const settings = this.#settings(index, seed);
      if (sameSettings(session.state.settings, settings)) session.reset();
      else session.change(settings);
    });
    this.#begun = true;
  }

  #answer(): void {
    const { current, live, seed, progress, question } = this;
    const done = progress.every((each) => each.over || each.examples >= question.examples);
    if (!current || !live || !done) return;
    const outcome: Outcome = { seed, measured: live };
    const answered = { ...current, outcomes: [...current.outcomes, outcome] };
    this.commitments = [...this.commitments.slice(0, -1), answered];
    this.#begun = false;
    this.fresh = true;
    this.kept = keepCommitment(answered, this.storage);
  }

  pause(): void {
    this.#turn += 1;
    this.running = false;
    this.#group.pause();
  }

  /** Gives up this run; the commitment stays, and waits for another. */
  stop(): void {
    this.pause();
    this.#group.reset();
    this.#begun = false;
  }

  #settings(index: number, seed: number): RunSettings {
    const { dataset, runs } = this.question;
    return untrack(() => ({ ...runs[index]!.settings, dataset, seed }));
  }
}
