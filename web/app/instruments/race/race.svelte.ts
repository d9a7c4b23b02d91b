/** Drives the models of a race together, through the workbench. */
import { untrack } from 'svelte';
import type { RunSettings } from '../../../shared/protocol';
import { classifier } from '../../../shared/settings';
import type { RunGroup } from '../../workbench/run-group';
import type { RunSession } from '../../workbench/run-session.svelte';
import { sameSettings } from '../../workbench/run-state';
import type { Workbench } from '../../workbench/workbench';
import { isOver, laneOf, seenByAll, type Lane } from './lanes';
import { letters, type Pace } from './schema';

/** Between two points of a race that is to be watched, in ms. */
const breath = 60;

export class Race {
  /** Those that run, in the order of their letters. */
  sessions: readonly RunSession[];
  /** Someone has started it, and has not paused it. */
  running: boolean;
  /** A change has just ended a race under way. */
  restarted: boolean;
  #group: RunGroup;
  #leaves: (() => void)[] = [];
  /** Rises with every start and every end of one. */
  #turn = 0;
  #course: Promise<void> = Promise.resolve();

  constructor(
    private readonly id: string,
    private readonly workbench: Workbench,
  ) {
    this.sessions = $state.raw([]);
    this.running = $state(false);
    this.restarted = $state(false);
    this.#group = workbench.together([]);
  }

  /** Each as it is now. */
  get lanes(): readonly Lane[] {
    return this.sessions.map(({ state }) => laneOf(state));
  }

  /** Has the race these models; one under way with others ends, and a fresh one waits. */
  follow(wanted: readonly RunSettings[]): void {
    untrack(() => this.#follow(wanted));
  }

  #follow(wanted: readonly RunSettings[]): void {
    const before = this.sessions;
    const sessions = wanted.map(
      (settings, i) => before[i] ?? this.workbench.run(`${this.id}.${letters[i]!}`, settings),
    );
    const others = sessions.length !== before.length;
    const changed = sessions.some(({ state }, i) => !sameSettings(state.settings, wanted[i]!));
    if (!others && !changed) return;
    const begun = this.running || this.lanes.some(({ examples }) => examples > 0);
    this.pause();
    if (others) this.#enter(sessions);
    sessions.forEach((session, i) => {
      const settings = wanted[i]!;
      if (!sameSettings(session.state.settings, settings)) session.change(settings);
      else if (laneOf(session.state).examples > 0) session.reset();
    });
    this.restarted = begun;
  }

  #enter(sessions: readonly RunSession[]): void {
    // Those that stay are shown again before the workbench would close them.
    const leaves = this.#leaves;
    this.#leaves = sessions.map((session) => session.show());
    for (const leave of leaves) leave();
    this.sessions = sessions;
    this.#group = this.workbench.together(sessions);
  }

  /** Has the models made that are not here yet, so that their sizes are known. */
  open(): void {
    for (const session of this.sessions) {
      const { stage, opened } = session.state;
      const waits = stage.kind === 'paused' || stage.kind === 'recorded';
      if (waits && !opened) void untrack(() => session.ready());
    }
  }

  /** To the end of every model, or until it is paused. @param pace asked for at every point */
  async start(pace: () => Pace): Promise<void> {
    if (this.running) return;
    this.#turn += 1;
    this.running = true;
    this.restarted = false;
    // What a pause has ended may not have come to rest yet.
    this.#course = Promise.all([this.#course, this.#turn]).then(([, turn]) =>
      this.#run(turn, pace),
    );
    await this.#course;
  }

  async #run(turn: number, pace: () => Pace): Promise<void> {
    let seen = -1;
    let before: Pace | null = null;
    while (turn === this.#turn) {
      const now = pace();
      await this.#group.train(now === 'watch' ? this.#nextPoint() : undefined);
      if (turn !== this.#turn) return;
      const sum = this.lanes.reduce((all, { examples }) => all + examples, 0);
      // A round in which nothing moved would be followed by others without end.
      if (!this.#goesOn() || (sum === seen && now === before)) break;
      [seen, before] = [sum, now];
      await new Promise((then) => setTimeout(then, now === 'watch' ? breath : 0));
    }
    if (turn === this.#turn) this.running = false;
  }

  #nextPoint(): number {
    const { lossEvery } = classifier;
    return (Math.floor(seenByAll(this.lanes) / lossEvery) + 1) * lossEvery;
  }

  #goesOn(): boolean {
    const failed = this.lanes.some(({ stage }) =>
      ['failed', 'lost', 'unsupported'].includes(stage.kind),
    );
    return !failed && !this.lanes.every(isOver);
  }

  pause(): void {
    this.#turn += 1;
    this.running = false;
    this.#group.pause();
  }

  /** The pace has changed: what runs at the old one comes back for the new one. */
  turnTo(): void {
    if (this.running) this.#group.pause();
  }

  async step(): Promise<void> {
    if (this.running) return;
    this.restarted = false;
    await this.#group.step();
  }

  /** Each goes on from its weights in force, under another learning rate or clipping. */
  async resume(wanted: readonly RunSettings[]): Promise<void> {
    this.pause();
    this.restarted = false;
    await Promise.all(this.sessions.map((session, i) => session.resume(wanted[i]!)));
  }

  reset(): void {
    this.pause();
    this.#group.reset();
    this.restarted = false;
  }

  leave(): void {
    this.pause();
    for (const leave of this.#leaves) leave();
    this.#leaves = [];
  }
}
