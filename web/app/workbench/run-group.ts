import type { Engine } from '../engine/client';
import type { RunId, RunStatus } from '../../shared/protocol';
import type { Member } from './group-part';
import type { RunSession } from './run-session.svelte';

/** Runs of a page that go together: a race. Each keeps its own state. */
export class RunGroup {
  #stepping: Promise<void> = Promise.resolve();

  constructor(
    readonly runs: readonly RunSession[],
    private readonly engine: () => Engine,
  ) {}

  /**
   * Trains all that can train, in lockstep, until each has seen so many examples in all, or to
   * their ends. One that ends, diverges or is paused rests; the others go on.
   */
  async train(examples?: number): Promise<void> {
    await this.#stepping;
    await this.#together('train', (runs, members) => {
      const ends = members.map(({ state }) => state.opened?.stop.maxExamples ?? 0);
      return this.engine().call('train', { runs, examples: examples ?? Math.max(...ends) });
    });
  }

  /** One step of each, after those that were asked for before. */
  step(): Promise<void> {
    this.#stepping = this.#stepping.then(() =>
      this.#together('step', (runs) => this.engine().call('step', { runs })),
    );
    return this.#stepping;
  }

  /** All at once, so that they stay side by side. */
  pause(): void {
    const training = this.runs.filter(({ state }) => state.stage.kind === 'training');
    if (training.length === 0) return;
    const runs = training.map(({ id }) => id);
    // Where it fails, so does the training that it would have ended; there it is told.
    this.engine()
      .call('pause', { runs })
      .catch(() => undefined);
  }

  reset(): void {
    for (const run of this.runs) run.reset();
  }

  async #together(
    what: 'train' | 'step',
    ask: (ids: readonly RunId[], sessions: readonly RunSession[]) => Promise<readonly RunStatus[]>,
  ): Promise<void> {
    const ready = await Promise.all(this.runs.map((run) => run.ready()));
    const entered = this.runs.flatMap((session, i): [RunSession, Member][] => {
      const member = ready[i] ? session.enter(what) : null;
      return member ? [[session, member]] : [];
    });
    if (entered.length === 0) return;
    const sessions = entered.map(([session]) => session);
    const ids = sessions.map(({ id }) => id);
    try {
      const statuses = await ask(ids, sessions);
      entered.forEach(([, member], i) => {
        const status = statuses[i];
        if (status) member.rest(status);
      });
    } catch (error) {
      for (const [, member] of entered) member.fail(error);
    }
  }
}
