import type { Look } from '../../../shared/protocol';
import { RnnError } from '../../../shared/rnn-error';
import type { RunSession } from '../../workbench/run-session.svelte';
import { Asking, atRest, whileTraining } from '../asking';
import { activationsOf, type Activations } from './activations';
import type { TensorChoice } from './tensor-choice';

export interface Wanted {
  readonly text: string;
  readonly choice: TensorChoice;
}

export interface Shown extends Wanted {
  readonly look: Look;
  readonly map: Activations;
}

/** What a text makes of a tensor, kept up with the model. */
export class Looking {
  /** The last answer; null before there is one, and for a text without tokens. */
  shown: Shown | null = $state.raw(null);
  /** What was asked last has been answered. */
  settled = $state(false);
  /** What the worker refused, in its words. */
  refused: string | null = $state(null);
  #wanted: Wanted | null = null;
  readonly #asking = new Asking(() => this.#answer());

  constructor(private readonly session: RunSession) {}

  /** Asks for this; while the model trains, not too often. */
  ask(wanted: Wanted): void {
    this.#wanted = wanted;
    const { kind } = this.session.state.stage;
    this.#asking.want(kind === 'training' ? whileTraining : atRest);
  }

  async #answer(): Promise<void> {
    const wanted = this.#wanted;
    if (wanted === null) return;
    try {
      const look = await this.session.look(wanted.text, [wanted.choice.name]);
      this.refused = null;
      // Null: another model has taken the place of the one that was asked, or there is none.
      if (look !== null && this.#wanted !== null) this.#take(wanted, look);
    } catch (error) {
      if (!(error instanceof RnnError)) throw error;
      this.shown = null;
      this.refused = error.message;
    }
    this.settled = true;
  }

  #take(wanted: Wanted, look: Look): void {
    const [values] = look.tensors;
    this.shown = values ? { ...wanted, look, map: activationsOf(values) } : null;
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
