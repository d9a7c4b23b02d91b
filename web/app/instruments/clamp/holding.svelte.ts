import type { ClampedLook } from '../../../shared/clamped-look';
import type { DatasetInfo, Look } from '../../../shared/protocol';
import { RnnError } from '../../../shared/rnn-error';
import type { RunSession } from '../../workbench/run-session.svelte';
import { Asking, atRest, whileTraining } from '../asking';
import type { TensorChoice } from '../states/tensor-choice';
import { heldAnswer, type HeldAnswer } from './answer';
import { clampsOf, type Hold } from './holds';

export interface Wanted {
  readonly text: string;
  readonly choice: TensorChoice;
  readonly holds: readonly Hold[];
}

export interface Shown extends Wanted, HeldAnswer {
  readonly look: Look;
  readonly data: DatasetInfo;
}

const lookOf = ({ tokens, known, cut, step, free }: ClampedLook): Look => ({
  ...{ tokens, known, cut, step },
  tensors: free?.tensors ?? [],
});

/** What a text makes of the model, free and held, kept up with it. */
export class Holding {
  /** The last answer; null before there is one, and for a text without tokens. */
  shown: Shown | null = $state.raw(null);
  settled = $state(false);
  /** What the worker refused, in its words. */
  refused: string | null = $state(null);
  #wanted: Wanted | null = null;
  readonly #asking = new Asking(() => this.#answer());

  /** @param told when an answer is here */
  constructor(
    private readonly session: RunSession,
    private readonly told: () => void,
  ) {}

  /** Asks for this; while the model trains, not too often. */
  ask(wanted: Wanted): void {
    this.#wanted = wanted;
    const { kind } = this.session.state.stage;
    this.#asking.want(kind === 'training' ? whileTraining : atRest);
  }

  async #answer(): Promise<void> {
    const wanted = this.#wanted;
    if (wanted === null) return;
    const { text, choice, holds } = wanted;
    try {
      // Who asks brings the model about: how long its texts are is known then.
      if (!this.session.state.opened) await this.session.look(text, []);
      const { opened } = this.session.state;
      const { data, settings } = opened ?? {};
      const look =
        data && settings
          ? await this.session.question('clamped', {
              text,
              tensors: [choice.name],
              clamps: clampsOf(holds, settings, data.maxLength),
            })
          : null;
      this.refused = null;
      // Null: another model has taken the place of the one that was asked, or there is none.
      if (look && data && this.#wanted !== null) {
        const answer = heldAnswer(look, data.marked);
        this.shown = answer && { ...wanted, ...answer, look: lookOf(look), data };
        this.told();
      }
    } catch (error) {
      if (!(error instanceof RnnError)) throw error;
      this.shown = null;
      this.refused = error.message;
    }
    this.settled = true;
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
