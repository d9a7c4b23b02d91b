import type { GradientFlow, GradientQuestion } from '../../../shared/protocol';
import { RnnError } from '../../../shared/rnn-error';
import type { RunSession } from '../../workbench/run-session.svelte';
import { Asking, atRest, whileTraining } from '../asking';

/** The gradients of one row in every model, kept up with the training. */
export class Flows {
  /** One a model, all of the same row; null before there are any. */
  shown: readonly GradientFlow[] | null = $state.raw(null);
  /** What the worker refused, in its words. */
  refused: string | null = $state(null);
  #wanted: { sessions: readonly RunSession[]; question: GradientQuestion } | null = null;
  readonly #asking = new Asking(() => this.#answer());

  /** Asks for this; while a model trains, not too often. */
  ask(sessions: readonly RunSession[], question: GradientQuestion): void {
    this.#wanted = { sessions, question };
    const training = sessions.some(({ state }) => state.stage.kind === 'training');
    this.#asking.want(training ? whileTraining : atRest);
  }

  async #answer(): Promise<void> {
    const wanted = this.#wanted;
    if (wanted === null) return;
    try {
      const flows = await Promise.all(
        wanted.sessions.map((session) => session.question('gradient', wanted.question)),
      );
      this.refused = null;
      // Null: another model has taken the place of one that was asked.
      const found = flows.filter((flow) => flow !== null);
      if (this.#wanted !== null && found.length === flows.length) this.shown = found;
    } catch (error) {
      if (!(error instanceof RnnError)) throw error;
      this.shown = null;
      this.refused = error.message;
    }
  }

  /** Nothing is shown any more, and nothing more is asked. */
  clear(): void {
    this.#wanted = null;
    this.shown = null;
  }

  end(): void {
    this.#asking.end();
  }
}
