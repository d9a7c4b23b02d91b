import type { Confusion, OpenedRun } from '../../../shared/protocol';
import { RnnError } from '../../../shared/rnn-error';
import type { RunSession } from '../../workbench/run-session.svelte';
import type { RunState } from '../../workbench/run-state';
import { Asking, atRest, whileTraining } from '../asking';

/** While the model trains, counting takes at most about this part of the time. */
const part = 1 / 4;

export interface Counted extends Confusion {
  /** The model that was counted. */
  readonly opened: OpenedRun;
}

/** Training step of the weights that the worker holds, as far as the page knows. */
const stepOf = ({ stage, status }: RunState): number =>
  stage.kind === 'diverged' ? stage.kept : status.step;

/** The last count of a model, kept up with it. */
export class Counting {
  busy = $state(false);
  /** What the worker refused, in its words. */
  refused: string | null = $state(null);
  #last: Counted | null = $state.raw(null);
  #viewers = 0;
  /** How long the last count was under way, in ms. */
  #took = 0;
  #asking = this.#fresh();

  /** Figures of the same model share its count: else each would overtake the other's question. */
  static #all = new WeakMap<RunSession, Counting>();
  static of(session: RunSession): Counting {
    const known = this.#all.get(session) ?? new Counting(session);
    this.#all.set(session, known);
    return known;
  }

  private constructor(private readonly session: RunSession) {}

  /** It stays until a newer one is here, or another model; reactive. */
  get counted(): Counted | null {
    const { opened } = this.session.state;
    return this.#last?.opened === opened ? this.#last : null;
  }

  /** Does it speak of the model as it is now? Reactive. */
  get current(): boolean {
    return this.counted?.step === stepOf(this.session.state);
  }

  want(): void {
    const training = this.session.state.stage.kind === 'training';
    this.#asking.want(training ? Math.max(whileTraining, this.#took / part) : atRest);
  }

  #fresh(): Asking {
    return new Asking(() => (this.current ? Promise.resolve() : this.count()));
  }

  /** At once, whatever was counted before. */
  async count(): Promise<void> {
    this.busy = true;
    const begin = performance.now();
    try {
      const confusion = await this.session.question('confusion', {});
      const { opened } = this.session.state;
      this.refused = null;
      // Null: another model has taken the place of the one that was asked, or there is none.
      if (confusion && opened) this.#last = { ...confusion, opened };
    } catch (error) {
      if (!(error instanceof RnnError)) throw error;
      this.refused = error.message;
    } finally {
      this.busy = false;
      this.#took = performance.now() - begin;
    }
  }

  /** To call by each figure, once it is there; it calls what this returns when it goes. */
  enter(): () => void {
    if (this.#viewers === 0) this.#asking = this.#fresh();
    this.#viewers += 1;
    return () => {
      this.#viewers -= 1;
      if (this.#viewers === 0) this.#asking.end();
    };
  }
}
